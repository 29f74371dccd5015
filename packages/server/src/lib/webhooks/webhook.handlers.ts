import { operationInputs } from '@numberdesk/core/inputs';
import { toInstant } from '@numberdesk/core/time';
import {
  type Webhook,
  type WebhookDelivery,
  type changeWebhook,
  type createWebhook,
  isWanted,
  webhookAddressProblem,
  webhookAddressProblems,
  webhookApi,
} from '@numberdesk/core/webhooks';
import { validate as isUuid } from 'uuid';
import type { TenantTransaction } from '../db/database.ts';
import { requireMatch } from '../http/if-match.ts';
import { Refusal, badCursor, invalid, notFound } from '../http/refusal.ts';
import { type HandlerRequest, type Route, handlersFor } from '../http/route.ts';
import { type StoredDelivery, webhookDeliveryStore } from './webhook-delivery.store.ts';
import { type StoredWebhook, webhookEndpointStore } from './webhook-endpoint.store.ts';
import { webhookEventStore } from './webhook-event.store.ts';
import { isNamedPrivate } from './webhook-addresses.ts';
import { webhookSettingStore } from './webhook-setting.store.ts';
import { newWebhookSecret } from './webhook-signature.ts';

/** For how long the secret before the newest signs too, in milliseconds. */
const overlap = 24 * 3_600_000;
const mostEndpoints = 20;

/** Where a tenant's events are sent; with `loopback`, to the machine itself too. */
export function webhookHandlers({ loopback }: { loopback: boolean }): Route[] {
  return handlersFor('webhooks', webhookApi, operationInputs.webhooks, {
    async list({ tx, query: { limit, cursor } }) {
      const webhooks = await webhookEndpointStore(tx).list({ limit: limit + 1, after: read(cursor) });
      return pageOf(webhooks, limit, shown);
    },

    create: (request) => create(request, loopback),

    async get({ tx, params: { id } }) {
      const webhook = await webhookEndpointStore(tx).get(id);
      if (!webhook) throw notFound('webhook');
      return shown(webhook);
    },

    change: (request) => change(request, loopback),

    async remove({ tx, params: { id }, audit }) {
      const before = shown(await lock(tx, id));
      await webhookSettingStore(tx, id).remove();
      await audit({ action: 'webhook.removed', subject: `webhook:${id}`, before });
      return before;
    },

    async rotateSecret({ tx, params: { id }, now, audit }) {
      await lock(tx, id);
      const secret = newWebhookSecret();
      const previousUntil = toInstant(now + overlap);
      await webhookSettingStore(tx, id).rotate(secret, previousUntil);
      await audit({
        action: 'webhook.secret-rotated',
        subject: `webhook:${id}`,
        after: { previousUntil },
      });
      return { secret, previousUntil };
    },

    async replay({ tx, params: { id }, body: { after, event }, now, audit }) {
      const webhook = await lock(tx, id);
      const events =
        after === undefined
          ? await replayOne(tx, webhook, event ?? 0, now)
          : await replayAfter(tx, webhook, after);
      await webhookSettingStore(tx, id).wake(now);
      const what = after === undefined ? { event } : { after };
      await audit({ action: 'webhook.replayed', subject: `webhook:${id}`, after: { ...what, events } });
      return { events };
    },

    async test({ tx, params: { id }, now, audit }) {
      const { status } = await lock(tx, id);
      if (status === 'disabled') throw disabled();
      const [ping] = await webhookDeliveryStore(tx, id).add([{ position: null, type: 'ping' }], now);
      await webhookSettingStore(tx, id).wake(now);
      await audit({ action: 'webhook.tested', subject: `webhook:${id}`, after: { delivery: ping!.id } });
      return shownDelivery(ping!);
    },

    async deliveries({ tx, params: { id }, query: { limit, cursor } }) {
      if (!(await webhookEndpointStore(tx).get(id))) throw notFound('webhook');
      const before = read(cursor);
      const deliveries = await webhookDeliveryStore(tx, id).list({ limit: limit + 1, before });
      return pageOf(deliveries, limit, shownDelivery);
    },
  });
}

async function create(
  { tx, body: { url, types }, now, audit }: HandlerRequest<typeof createWebhook>,
  loopback: boolean,
) {
  requireAddress(url, loopback);
  const store = webhookEndpointStore(tx);
  if ((await store.list({ limit: mostEndpoints })).length === mostEndpoints) throw tooMany();
  const { last } = await webhookEventStore(tx).bounds();
  const secret = newWebhookSecret();
  const webhook = shown(await store.insert({ url, types, secret, position: last, at: now }));
  await audit({ action: 'webhook.created', subject: `webhook:${webhook.id}`, after: webhook });
  return { ...webhook, secret };
}

async function change(
  { tx, params: { id }, body, ifMatch, now, audit }: HandlerRequest<typeof changeWebhook>,
  loopback: boolean,
) {
  const known = await lock(tx, id);
  const before = shown(known);
  requireMatch(ifMatch, before);
  const { url = known.url, types = known.types, status = known.status } = body;
  if (body.url !== undefined) requireAddress(url, loopback);
  const disabledReason = status === 'enabled' ? null : (known.disabledReason ?? 'by-request');
  const setting = webhookSettingStore(tx, id);
  // Somebody has put something right: what waits is worth a try.
  if (status === 'enabled' && (known.status === 'disabled' || known.url !== url)) {
    await webhookDeliveryStore(tx, id).hasten(now);
    await setting.startAfresh(now);
  }
  const after = shown(await setting.change({ url, types, disabledReason }));
  await audit({ action: 'webhook.changed', subject: `webhook:${id}`, before, after });
  return after;
}

/** @throws Refusal `not-found`. */
async function lock(tx: TenantTransaction, id: string): Promise<StoredWebhook> {
  const webhook = await webhookEndpointStore(tx).forUpdate(id);
  if (!webhook) throw notFound('webhook');
  return webhook;
}

/** Its deliveries are made anew from there on, in the order of the feed. */
async function replayAfter(tx: TenantTransaction, { id, types }: StoredWebhook, after: number) {
  const feed = webhookEventStore(tx);
  const { last, purged } = await feed.bounds();
  if (after < purged) throw notInFeed('after', `The feed remembers what followed ${purged}, nothing before.`);
  if (after > last) throw notInFeed('after', `The feed has got as far as ${last}.`);
  await webhookSettingStore(tx, id).rewind(after);
  let events = 0;
  for (const [type, count] of await feed.countAfter(after)) if (isWanted(types, type)) events += count;
  return events;
}

async function replayOne(tx: TenantTransaction, { id }: StoredWebhook, position: number, now: number) {
  const event = await webhookEventStore(tx).get(position);
  if (!event) throw notInFeed('event', 'The feed has no such event, or has it no longer.');
  await webhookDeliveryStore(tx, id).add([event], now);
  return 1;
}

function requireAddress(url: string, loopback: boolean): void {
  const code = webhookAddressProblem(url, { loopback });
  if (code !== null) throw invalid([{ path: '/url', code, detail: webhookAddressProblems[code] }]);
  if (!isNamedPrivate(new URL(url).hostname, loopback)) return;
  const detail = 'Only addresses of the public internet are sent to.';
  throw invalid([{ path: '/url', code: 'address-not-public', detail }]);
}

function shown(webhook: StoredWebhook): Webhook {
  const { id, url, types, status, disabledReason, failingSince, createdAt, version } = webhook;
  return { id, url, types, status, disabledReason, failingSince, createdAt, version };
}

function shownDelivery(delivery: StoredDelivery): WebhookDelivery {
  const { position: event, ...rest } = delivery;
  return { ...rest, event };
}

function pageOf<Stored extends { id: string }, Shown>(
  found: readonly Stored[],
  limit: number,
  show: (stored: Stored) => Shown,
): { data: Shown[]; next: string | null } {
  const data = found.slice(0, limit);
  return { data: data.map(show), next: found.length > limit ? (data.at(-1)?.id ?? null) : null };
}

/** A cursor is the id of the last one on the page before. */
function read(cursor: string | undefined): string | undefined {
  if (cursor === undefined || isUuid(cursor)) return cursor;
  throw badCursor();
}

const notInFeed = (field: string, detail: string) =>
  invalid([{ path: `/${field}`, code: 'not-in-feed', detail }]);

const tooMany = () =>
  invalid([
    { path: '/url', code: 'too-many', detail: `There are ${mostEndpoints} endpoints: remove one first.` },
  ]);

const disabled = () => new Refusal('transition-not-allowed', 'It is disabled: enable it first.');
