import type { Webhook, WebhookDelivery } from '@numberdesk/core/webhooks';
import { toInstant } from '@numberdesk/core/time';

/** The endpoints of the mock. Nothing is ever sent to them. */
export interface WebhookBook {
  /** The oldest first. */
  list(): Webhook[];
  find(id: string): Webhook | undefined;
  add(webhook: { url: string; types: string[] }, now: number): Webhook;
  change(webhook: Webhook, to: Partial<Pick<Webhook, 'url' | 'types' | 'status'>>): Webhook;
  remove(id: string): void;
  /** A ping that waits for ever. */
  ping(id: string, now: number): WebhookDelivery;
  /** The newest first. */
  deliveries(id: string): WebhookDelivery[];
}

export function createWebhookBook(): WebhookBook {
  const webhooks = new Map<string, Webhook>();
  const pings = new Map<string, WebhookDelivery[]>();
  let count = 0;
  return {
    list: () => [...webhooks.values()],
    find: (id) => webhooks.get(id),
    add({ url, types }, now) {
      const webhook: Webhook = {
        id: `webhook-${++count}`,
        url,
        types,
        status: 'enabled',
        disabledReason: null,
        failingSince: null,
        createdAt: toInstant(now),
        version: 1,
      };
      webhooks.set(webhook.id, webhook);
      return webhook;
    },
    change(webhook, to) {
      const status = to.status ?? webhook.status;
      const disabledReason = status === 'enabled' ? null : (webhook.disabledReason ?? 'by-request');
      const changed = { ...webhook, ...to, disabledReason, version: webhook.version + 1 };
      webhooks.set(webhook.id, changed);
      return changed;
    },
    remove: (id) => void webhooks.delete(id),
    ping(id, now) {
      const at = toInstant(now);
      const ping: WebhookDelivery = {
        id: `ping-${++count}`,
        event: null,
        type: 'ping',
        status: 'pending',
        attempts: 0,
        lastAttemptAt: null,
        nextAttemptAt: at,
        answer: null,
        error: null,
        createdAt: at,
      };
      pings.set(id, [ping, ...(pings.get(id) ?? [])]);
      return ping;
    },
    deliveries: (id) => pings.get(id) ?? [],
  };
}
