import { toInstant, toMillis } from '@numberdesk/core/time';
import {
  type WebhookError,
  isWebhookGivenUp,
  webhookOutcome,
  webhookRestsUntil,
  webhookRetryAt,
} from '@numberdesk/core/webhooks';
import { auditStore } from '../access/audit.store.ts';
import type { TenantTransaction } from '../db/database.ts';
import type { StoredDelivery } from './webhook-delivery.store.ts';
import type { DisabledReason, StoredWebhook } from './webhook-endpoint.store.ts';
import type { WebhookAnswer } from './webhook-post.ts';
import { webhookQueueStore } from './webhook-queue.store.ts';
import { webhookSettingStore } from './webhook-setting.store.ts';
import { type Turn, webhookTurnStore } from './webhook-turn.store.ts';

/** One attempt, over. */
export interface Attempted {
  delivery: StoredDelivery;
  answer: WebhookAnswer;
  /** Milliseconds since 1970. */
  now: number;
  /** From 0 up to 1. */
  random: number;
}

/** Writes down what came of an attempt; the answer is the endpoint as it is now. */
export async function record(
  tx: TenantTransaction,
  turn: Turn,
  webhook: StoredWebhook,
  { delivery: { id, type, attempts: before }, answer, now, random }: Attempted,
): Promise<StoredWebhook> {
  const attempts = before + 1;
  const { status, error } = read(answer);
  const queue = webhookQueueStore(tx, turn.endpointId);
  const turns = webhookTurnStore(tx, turn);
  const facts = { attempts, answer: status, error, at: now };
  if (error === null) {
    await queue.record(id, { ...facts, status: 'delivered', nextAttemptAt: null });
    if (webhook.failingSince) await turns.recordSuccess();
    return { ...webhook, failures: 0, failingSince: null, restsUntil: null };
  }
  const failed = { now, random, retryAfter: retryAfterOf(answer, now) };
  // A ping is sent once, and tells nothing of the events.
  const isPing = type === 'ping';
  const restsUntil = isPing ? null : toInstant(webhookRestsUntil(webhook.failures + 1, failed));
  if (restsUntil !== null) await turns.recordFailure({ now, restsUntil });
  const reason = reasonToDisable(webhook, error, now);
  const disables = reason === 'gone' || (reason !== null && !isPing);
  const retryAt = isPing ? null : disables ? now : webhookRetryAt(attempts, failed);
  const outcome = retryAt === null ? 'failed' : 'pending';
  await queue.record(id, { ...facts, status: outcome, nextAttemptAt: retryAt });
  if (disables) return disable(tx, webhook, reason, now);
  return isPing ? webhook : { ...webhook, restsUntil };
}

function read(answer: WebhookAnswer): { status: number | null; error: WebhookError | null } {
  if ('error' in answer) return { status: null, error: answer.error };
  const { status } = answer;
  const outcome = webhookOutcome(status);
  if (outcome === 'delivered') return { status, error: null };
  if (outcome === 'gone') return { status, error: 'gone' };
  return { status, error: status >= 300 && status < 400 ? 'redirect' : 'status' };
}

function reasonToDisable(
  { status, failingSince }: StoredWebhook,
  error: WebhookError,
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

async function disable(
  tx: TenantTransaction,
  webhook: StoredWebhook,
  disabledReason: DisabledReason,
  now: number,
): Promise<StoredWebhook> {
  const { id, failingSince } = webhook;
  const after = await webhookSettingStore(tx, id).change({ ...webhook, disabledReason });
  await auditStore(tx).append({
    at: now,
    actor: { kind: 'server' },
    action: 'webhook.disabled',
    subject: `webhook:${id}`,
    before: { status: 'enabled', failingSince },
    after: { status: 'disabled', disabledReason },
  });
  return after;
}
