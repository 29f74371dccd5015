import {
  isWanted,
  isWebhookGivenUp,
  webhookOutcome,
  webhookRestsUntil,
  webhookRetryAt,
} from '@numberdesk/core/webhooks';
import { toMillis } from '@numberdesk/core/time';
import { auditStore } from '../access/audit.store.ts';
import type { Database, TenantId, TenantTransaction } from '../db/database.ts';
import { type StoredDelivery, webhookDeliveryStore } from './webhook-delivery.store.ts';
import { type DisabledReason, type StoredWebhook, webhookEndpointStore } from './webhook-endpoint.store.ts';
import { webhookEventStore } from './webhook-event.store.ts';
import { type WebhookMessage, webhookMessage } from './webhook-message.ts';
import type { PostWebhook, WebhookAnswer } from './webhook-post.ts';
import { webhookHeaders } from './webhook-signature.ts';
import { type Turn, webhookTurnStore } from './webhook-turn.store.ts';

/** What sending takes from outside. */
export interface WebhookPorts {
  database: Pick<Database, 'write'>;
  post: PostWebhook;
  /** Milliseconds since 1970. */
  clock: () => number;
  ids: () => string;
  /** From 0 up to 1. */
  random: () => number;
  /** What the request says of its sender. */
  userAgent: string;
}

/** One message on its way. */
interface Job {
  delivery: StoredDelivery;
  message: WebhookMessage;
}

/** Longer than the longest attempt: whoever is slower than this has died, and another process goes on. */
const leaseMs = 60_000;
/** Deliveries of one turn, so that a long backlog lets others in between. */
const turnLength = 100;
const eventsAtOnce = 50;

/**
 * Sends what is due at one endpoint, one after the other, the oldest event first. Whatever is sent has been written
 * down before and is recorded after: a process that dies between the two leaves it to be sent again under the same
 * id. `true` when there may be more to do.
 */
export async function takeTurn(
  ports: WebhookPorts,
  { tenant, endpointId }: { tenant: TenantId; endpointId: string },
  { stopping, cut }: { stopping: AbortSignal; cut: AbortSignal },
): Promise<boolean> {
  const { database, clock, ids } = ports;
  const turn: Turn = { endpointId, lease: ids() };
  let job = await database.write(tenant, async (tx) => {
    const now = clock();
    const claimed = await webhookTurnStore(tx, turn).claim({ now, until: now + leaseMs });
    return claimed && nextJob(tx, turn, claimed, now);
  });
  for (let sent = 1; job; sent++) {
    const answer = await attempt(ports, job.message, cut);
    const { delivery } = job;
    job = await database.write(tenant, async (tx) => {
      const now = clock();
      const webhook = await webhookTurnStore(tx, turn).renew(now + leaseMs);
      if (!webhook) return null;
      const left = answer === null ? webhook : await record(tx, turn, ports, webhook, delivery, answer);
      const isOver = sent >= turnLength || stopping.aborted;
      return isOver ? release(tx, turn, now) : nextJob(tx, turn, left, now);
    });
    if (sent >= turnLength) return true;
  }
  return false;
}

/** `null` when it was cut off before there was an answer. */
async function attempt(
  { post, clock, userAgent }: WebhookPorts,
  { id, url, body, secrets }: WebhookMessage,
  cut: AbortSignal,
): Promise<WebhookAnswer | null> {
  const timestamp = Math.floor(clock() / 1000);
  const headers = {
    'content-type': 'application/json',
    'user-agent': userAgent,
    ...webhookHeaders({ id, timestamp, body }, secrets),
  };
  try {
    return await post({ url, headers, body, signal: cut });
  } catch (error) {
    if (cut.aborted) return null;
    throw error;
  }
}

/** What is to be sent now; else gives the lease back. */
async function nextJob(
  tx: TenantTransaction,
  turn: Turn,
  webhook: StoredWebhook,
  now: number,
): Promise<Job | null> {
  const deliveries = webhookDeliveryStore(tx, turn.endpointId);
  const rests = webhook.restsUntil !== null && now < toMillis(webhook.restsUntil);
  if (webhook.status === 'disabled' || rests) return release(tx, turn, now);
  for (let at: number | null = webhook.position; at !== null;) {
    const delivery = await deliveries.firstDue(now);
    if (!delivery) {
      at = await follow(tx, turn, webhook, at, now);
      continue;
    }
    const { position } = delivery;
    const event = position === null ? null : await webhookEventStore(tx).get(position);
    if (event || position === null) {
      return { delivery, message: webhookMessage(webhook, delivery, event, now) };
    }
    const { attempts, answer } = delivery;
    const error = 'event-gone';
    await deliveries.record(delivery.id, {
      status: 'failed',
      attempts,
      answer,
      error,
      at: now,
      nextAttemptAt: null,
    });
  }
  return release(tx, turn, now);
}

/** Makes deliveries of the next events in the feed; `null` when the endpoint has them all. */
async function follow(
  tx: TenantTransaction,
  turn: Turn,
  { types }: StoredWebhook,
  position: number,
  now: number,
): Promise<number | null> {
  const feed = webhookEventStore(tx);
  const { last, purged } = await feed.bounds();
  if (position >= last) return null;
  if (position < purged) await noteMissed(tx, turn, { after: position, upTo: purged }, now);
  const from = Math.max(position, purged);
  const events = await feed.after(from, eventsAtOnce);
  const wanted = events.filter(({ type }) => isWanted(types, type));
  await webhookDeliveryStore(tx, turn.endpointId).add(wanted, now);
  const reached = events.at(-1)?.position ?? last;
  await webhookTurnStore(tx, turn).moveOn(reached);
  return reached;
}

async function release(tx: TenantTransaction, turn: Turn, now: number): Promise<null> {
  const dueAt = await webhookDeliveryStore(tx, turn.endpointId).nextDue();
  await webhookTurnStore(tx, turn).release({ now, dueAt });
  return null;
}

/** Writes down what came of an attempt; the answer is the endpoint as it is now. */
async function record(
  tx: TenantTransaction,
  turn: Turn,
  { clock, random }: WebhookPorts,
  webhook: StoredWebhook,
  { id, type, attempts: before }: StoredDelivery,
  answer: WebhookAnswer,
): Promise<StoredWebhook> {
  const now = clock();
  const attempts = before + 1;
  const { status, error } = read(answer);
  const deliveries = webhookDeliveryStore(tx, turn.endpointId);
  const facts = { attempts, answer: status, error, at: now };
  if (error === null) {
    await deliveries.record(id, { ...facts, status: 'delivered', nextAttemptAt: null });
    if (webhook.failingSince) await webhookTurnStore(tx, turn).recordSuccess();
    return { ...webhook, failures: 0, failingSince: null, restsUntil: null };
  }
  const isPing = type === 'ping';
  const failed = { now, random: random(), retryAfter: retryAfterOf(answer, now) };
  const restsUntil = webhookRestsUntil(webhook.failures + 1, failed);
  if (!isPing) await webhookTurnStore(tx, turn).recordFailure({ now, restsUntil });
  const reason = isPing && error !== 'gone' ? null : reasonToDisable(webhook, error, now);
  const retryAt = isPing ? null : reason ? now : webhookRetryAt(attempts, failed);
  const outcome = retryAt === null ? 'failed' : 'pending';
  await deliveries.record(id, { ...facts, status: outcome, nextAttemptAt: retryAt });
  if (reason) return disable(tx, webhook, reason, now);
  return isPing ? webhook : { ...webhook, restsUntil: new Date(restsUntil).toISOString() };
}

function read(answer: WebhookAnswer): { status: number | null; error: string | null } {
  if ('error' in answer) return { status: null, error: answer.error };
  const { status } = answer;
  const outcome = webhookOutcome(status);
  if (outcome === 'delivered') return { status, error: null };
  if (outcome === 'gone') return { status, error: 'gone' };
  return { status, error: status >= 300 && status < 400 ? 'redirect' : 'status' };
}

function reasonToDisable(
  { status, failingSince }: StoredWebhook,
  error: string,
  now: number,
): DisabledReason | null {
  if (status === 'disabled') return null;
  if (error === 'gone') return 'gone';
  return failingSince && isWebhookGivenUp(toMillis(failingSince), now) ? 'failing' : null;
}

/** Milliseconds, whether the receiver gave seconds or a date. */
function retryAfterOf(answer: WebhookAnswer, now: number): number | null {
  const text = 'error' in answer ? null : answer.retryAfter;
  if (text === null) return null;
  const millis = /^\s*\d{1,9}\s*$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isNaN(millis) ? null : millis;
}

const actor = { kind: 'server' };

async function disable(
  tx: TenantTransaction,
  webhook: StoredWebhook,
  disabledReason: DisabledReason,
  now: number,
): Promise<StoredWebhook> {
  const { id, failingSince } = webhook;
  const after = await webhookEndpointStore(tx).change(id, { ...webhook, disabledReason });
  await auditStore(tx).append({
    at: now,
    actor,
    action: 'webhook.disabled',
    subject: `webhook:${id}`,
    before: { status: 'enabled', failingSince },
    after: { status: 'disabled', disabledReason },
  });
  return after;
}

/** The feed keeps seven days: an endpoint that was away for longer misses what came before. */
async function noteMissed(
  tx: TenantTransaction,
  { endpointId }: Turn,
  missed: { after: number; upTo: number },
  now: number,
): Promise<void> {
  const subject = `webhook:${endpointId}`;
  await auditStore(tx).append({ at: now, actor, action: 'webhook.missed', subject, after: missed });
}
