import { toInstant } from '@numberdesk/core/time';
import {
  type Webhook,
  isWanted,
  webhookAddressProblem,
  webhookAddressProblems,
  type webhookApi,
} from '@numberdesk/core/webhooks';
import type { Handlers } from './handlers.ts';
import { requireMatch } from './if-match.ts';
import { Refusal, badCursor, invalid, notFound } from './refusal.ts';
import type { Tenant } from './tenant.ts';

const day = 86_400_000;

/** Webhooks: everything but the sending. */
export const webhookHandlers: Handlers<typeof webhookApi> = {
  list: ({ tenant, query }) => pageOf(tenant.webhooks.list(), query),

  create({ tenant, body: { url, types }, now }) {
    requireAddress(url);
    return { ...tenant.webhooks.add({ url, types }, now), secret: newSecret() };
  },

  get: ({ tenant, params: { id } }) => found(tenant, id),

  change({ tenant, params: { id }, body, ifMatch }) {
    const webhook = found(tenant, id);
    requireMatch(ifMatch, webhook);
    if (body.url !== undefined) requireAddress(body.url);
    const given = Object.entries(body).filter(([, value]) => value !== undefined);
    return tenant.webhooks.change(webhook, Object.fromEntries(given));
  },

  remove({ tenant, params: { id } }) {
    const webhook = found(tenant, id);
    tenant.webhooks.remove(id);
    return webhook;
  },

  rotateSecret({ tenant, params: { id }, now }) {
    found(tenant, id);
    return { secret: newSecret(), previousUntil: toInstant(now + day) };
  },

  replay({ tenant, params: { id }, body: { after, event } }) {
    const { types } = found(tenant, id);
    if (after === undefined) {
      const [first] = tenant.feed.after((event ?? 0) - 1) ?? [];
      if (first?.position !== event) throw notInFeed('event');
      return { events: 1 };
    }
    const events = tenant.feed.after(after);
    if (!events) throw notInFeed('after');
    return { events: events.filter(({ type }) => isWanted(types, type)).length };
  },

  test({ tenant, params: { id }, now }) {
    if (found(tenant, id).status === 'enabled') return tenant.webhooks.ping(id, now);
    throw new Refusal('transition-not-allowed', 'It is disabled: enable it first.');
  },

  deliveries({ tenant, params: { id }, query }) {
    found(tenant, id);
    return pageOf(tenant.webhooks.deliveries(id), query);
  },
};

function found({ webhooks }: Tenant, id: string): Webhook {
  const webhook = webhooks.find(id);
  if (!webhook) throw notFound('webhook');
  return webhook;
}

function requireAddress(url: string): void {
  const code = webhookAddressProblem(url);
  if (code !== null) throw invalid([{ path: '/url', code, detail: webhookAddressProblems[code] }]);
}

const notInFeed = (field: string) =>
  invalid([{ path: `/${field}`, code: 'not-in-feed', detail: 'The feed does not have it.' }]);

function newSecret(): string {
  return `whsec_${btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))))}`;
}

/** A cursor is the id of the last one on the page before. */
function pageOf<Item extends { id: string }>(
  all: readonly Item[],
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): { data: Item[]; next: string | null } {
  const from = cursor === undefined ? 0 : all.findIndex(({ id }) => id === cursor) + 1;
  if (cursor !== undefined && from === 0) throw badCursor();
  const data = all.slice(from, from + limit);
  return { data, next: from + limit < all.length ? (data.at(-1)?.id ?? null) : null };
}
