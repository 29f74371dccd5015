import type { StoredDelivery } from './webhook-delivery.store.ts';
import type { StoredWebhook } from './webhook-endpoint.store.ts';
import type { SentEvent } from './webhook-event.store.ts';

/** One attempt, ready to be signed and sent. */
export interface WebhookMessage {
  /** The `webhook-id`: the same with every attempt, and when the event is sent again. */
  id: string;
  url: string;
  body: string;
  secrets: string[];
}

/** The body of Standard Webhooks, made of the event as it was committed, so that it is the same each time. */
export function webhookMessage(
  webhook: StoredWebhook,
  delivery: StoredDelivery,
  event: SentEvent | null,
  now: number,
): WebhookMessage {
  const { id, type, createdAt } = delivery;
  const { previous, secret, url } = webhook;
  const timestamp = event?.at ?? createdAt;
  const data = event ? { id: event.position, ...event.data } : { webhook: webhook.id };
  const secrets = previous && now < Date.parse(previous.until) ? [secret, previous.secret] : [secret];
  return { id, url, body: JSON.stringify({ type, timestamp, data }), secrets };
}
