import { isWanted } from '@numberdesk/core/webhooks';
import { toMillis } from '@numberdesk/core/time';
import { auditStore } from '../access/audit.store.ts';
import type { TenantTransaction } from '../db/database.ts';
import { type StoredDelivery, webhookDeliveryStore } from './webhook-delivery.store.ts';
import type { StoredWebhook } from './webhook-endpoint.store.ts';
import { webhookEventStore } from './webhook-event.store.ts';
import { type WebhookMessage, webhookMessage } from './webhook-message.ts';
import { webhookQueueStore } from './webhook-queue.store.ts';
import { type Turn, webhookTurnStore } from './webhook-turn.store.ts';

/** One message on its way. */
export interface Job {
  delivery: StoredDelivery;
  message: WebhookMessage;
}

const eventsAtOnce = 50;

/** What is to be sent now, the oldest event first; else gives the lease back. */
export async function nextJob(
  tx: TenantTransaction,
  turn: Turn,
  webhook: StoredWebhook,
  now: number,
): Promise<Job | null> {
  const queue = webhookQueueStore(tx, turn.endpointId);
  const rests = webhook.restsUntil !== null && now < toMillis(webhook.restsUntil);
  if (webhook.status === 'disabled' || rests) return release(tx, turn, now);
  for (let at: number | null = webhook.position; at !== null;) {
    const delivery = await queue.firstDue(now);
    if (!delivery) {
      at = await follow(tx, turn, webhook, at, now);
      continue;
    }
    const { position } = delivery;
    const event = position === null ? null : await webhookEventStore(tx).get(position);
    if (event || position === null) {
      return { delivery, message: webhookMessage(webhook, delivery, event, now) };
    }
    // The feed keeps seven days, and so long an endpoint may have been disabled.
    await queue.giveUp(delivery.id, 'event-gone', now);
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

/** Gives the lease back, and says when there is something to do again. */
export async function release(tx: TenantTransaction, turn: Turn, now: number): Promise<null> {
  const dueAt = await webhookQueueStore(tx, turn.endpointId).nextDue();
  await webhookTurnStore(tx, turn).release({ now, dueAt });
  return null;
}

/** The feed keeps seven days: an endpoint that was away for longer misses what came before. */
async function noteMissed(
  tx: TenantTransaction,
  { endpointId }: Turn,
  missed: { after: number; upTo: number },
  now: number,
): Promise<void> {
  const subject = `webhook:${endpointId}`;
  await auditStore(tx).append({
    at: now,
    actor: { kind: 'server' },
    action: 'webhook.missed',
    subject,
    after: missed,
  });
}
