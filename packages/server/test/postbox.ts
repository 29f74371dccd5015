import { type WebhookSender, WebhookSender as Sender } from '../src/lib/webhooks/webhook-sender.ts';
import { v7 as uuidv7 } from 'uuid';
import type { Database, TenantId } from '../src/lib/db/database.ts';
import { eventStore } from '../src/lib/events/event.store.ts';
import type { WebhookAnswer, WebhookRequest } from '../src/lib/webhooks/webhook-post.ts';
import { type StoredDelivery, webhookDeliveryStore } from '../src/lib/webhooks/webhook-delivery.store.ts';
import { type StoredWebhook, webhookEndpointStore } from '../src/lib/webhooks/webhook-endpoint.store.ts';
import { createAccount, noon } from './samples.ts';
import type { TestDatabase } from './test-database.ts';

/** What was sent, as far as tests look at it. */
export interface Posted {
  id: string;
  url: string;
  /** The event's position; `undefined` for a ping. */
  event: number | undefined;
  request: WebhookRequest;
}

/** A network that takes whatever is sent and answers as it is told. */
export interface Postbox {
  posted: Posted[];
  answer: (posted: Posted) => WebhookAnswer | Promise<WebhookAnswer>;
  events(): (number | undefined)[];
  /** A sender of a process of its own. */
  sender(options?: { database?: Pick<Database, 'write'>; graceMs?: number }): WebhookSender;
  failures: unknown[];
}

export const accepts = (): WebhookAnswer => ({ status: 204, retryAfter: null });
export const answers =
  (status: number, retryAfter: string | null = null) =>
  (): WebhookAnswer => ({
    status,
    retryAfter,
  });

export function createPostbox(database: TestDatabase): Postbox {
  const postbox: Postbox = {
    posted: [],
    answer: accepts,
    events: () => postbox.posted.map(({ event }) => event),
    failures: [],
    sender: ({ database: through = database, graceMs = 0 } = {}) =>
      new Sender({
        database: through,
        crossTenant: database.crossTenant,
        clock: () => database.clock.now,
        ids: () => uuidv7(),
        random: () => 0,
        userAgent: 'Numberdesk/test',
        graceMs,
        onFailure: (error) => void postbox.failures.push(error),
        async post(request) {
          const { data } = JSON.parse(request.body) as { data: { id?: number } };
          const posted = { id: request.headers['webhook-id']!, url: request.url, event: data.id, request };
          postbox.posted.push(posted);
          const cut = new Promise<never>((_, reject) => {
            request.signal.addEventListener('abort', () => reject(request.signal.reason));
          });
          return Promise.race([postbox.answer(posted), cut]);
        },
      }),
  };
  return postbox;
}

/** A tenant of a test's own, with what a webhook has to do with. */
export async function openWebhooks(database: TestDatabase) {
  const tenant = await database.newTenant();
  database.clock.now = noon;
  const { chain } = await database.write(tenant, (tx) => createAccount(tx, 'acme'));

  /** Commits so many events. */
  async function tell(count = 1, type = 'order.changed'): Promise<void> {
    for (let index = 0; index < count; index++) {
      const at = database.clock.now;
      const event = { type, at, permission: 'orders:view' as const, chain, data: { order: { index } } };
      await database.write(tenant, (tx) => eventStore(tx).append(event));
    }
  }

  async function add(url = 'https://desk.example/', types: string[] = []): Promise<StoredWebhook> {
    return database.write(tenant, async (tx) => {
      const position = await eventStore(tx).position();
      const secret = `whsec_${Buffer.alloc(32, url).toString('base64')}`;
      return webhookEndpointStore(tx).insert({ url, types, secret, position, at: database.clock.now });
    });
  }

  return {
    tenant: tenant as TenantId,
    tell,
    add,
    get: (id: string): Promise<StoredWebhook> =>
      database.read(tenant, async (tx) => (await webhookEndpointStore(tx).get(id))!),
    /** The oldest first. */
    deliveries: (id: string): Promise<StoredDelivery[]> =>
      database.read(tenant, async (tx) =>
        (await webhookDeliveryStore(tx, id).list({ limit: 200 })).reverse(),
      ),
    audited: (id: string) =>
      database.asOwner<{ action: string; actor: object; before: object; after: object }>(
        'select action, actor, before, after from audit_log where tenant_id = $1 and subject = $2 order by id',
        [tenant, `webhook:${id}`],
      ),
  };
}
