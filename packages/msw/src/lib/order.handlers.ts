import { type Account, isInScope } from '@numberdesk/core/access';
import type { FieldProblem } from '@numberdesk/core/http';
import {
  type Order,
  type OrderFacts,
  type orderApi,
  compareOrders,
  completeLines,
  keepFrozen,
  orderMatcher,
} from '@numberdesk/core/orders';
import { toInstant } from '@numberdesk/core/time';
import { type Caller, actingIn, holds } from './caller.ts';
import type { Handlers } from './handlers.ts';
import { requireMatch } from './if-match.ts';
import type { Doer } from './order-book.ts';
import { decodeCursor, encodeCursor } from './order-cursor.ts';
import { orderHistory } from './order-history.ts';
import { Refusal, badCursor, invalid, notFound } from './refusal.ts';
import type { Tenant } from './tenant.ts';

/** Number orders. An order that the caller must not see does not exist for them. */
export const orderHandlers: Handlers<typeof orderApi> = {
  list({ tenant, caller, query, now }) {
    const { sort, limit, cursor } = query;
    const compare = compareOrders(sort);
    const after = cursor === undefined ? null : decodeCursor(sort, cursor);
    if (cursor !== undefined && after === null) throw badCursor();
    if (query.account !== undefined) visibleAccount(tenant, caller, query.account);
    const isWithin = (own: string, wanted: string) => tenant.accounts.pathOf(own).includes(wanted);
    const found = tenant.orders
      .all()
      .filter((order) => isVisible(tenant, caller, order))
      .filter(orderMatcher(query, now, isWithin))
      .filter((order) => after === null || compare(after, order) < 0)
      .sort(compare);
    const data = found.slice(0, limit);
    const last = data.at(-1);
    return {
      data,
      next: last && found.length > limit ? encodeCursor(sort, last) : null,
      syncedAt: tenant.orders.syncedAt,
      feed: tenant.feed.position,
    };
  },

  get({ tenant, caller, params }) {
    const order = visibleOrder(tenant, caller, params.number);
    if (!order) throw notFound('order');
    return order;
  },

  history({ tenant, caller, params, query }) {
    const order = visibleOrder(tenant, caller, params.number);
    if (!order) throw notFound('order');
    return orderHistory(tenant, order, actingIn(caller), query);
  },

  place({ tenant, caller, body, now }) {
    requireUpstreamWord(caller, body);
    const account = visibleAccount(tenant, caller, body.account);
    if (tenant.orders.find(body.number)) throw orderExists();
    const placedAt = toInstant(body.placedAt ?? now);
    const facts = {
      number: body.number,
      account: account.id,
      placedAt,
      confirmedAt: body.confirmedAt && toInstant(body.confirmedAt),
      placedBy: body.placedBy,
      lines: completeLines(body.lines, placedAt, calendarOf(tenant, account)),
    };
    return tenant.orders.put(facts, doerOf(caller));
  },

  backfill({ tenant, caller, params, body, ifMatch }) {
    const known = visibleOrder(tenant, caller, params.number);
    requireMatch(ifMatch, known ?? null);
    const account = visibleAccount(tenant, caller, body.account);
    if (known && known.account !== account.id) {
      throw invalid([{ path: '/account', code: 'account-fixed', detail: 'An order stays in its account.' }]);
    }
    if (!known && tenant.orders.find(params.number)) throw notFound('order');
    const placedAt = toInstant(body.placedAt);
    const lines = completeLines(body.lines, placedAt, calendarOf(tenant, account));
    const facts: OrderFacts = {
      number: params.number,
      account: account.id,
      placedAt,
      confirmedAt: body.confirmedAt && toInstant(body.confirmedAt),
      placedBy: body.placedBy,
      lines: known ? keepFrozen(lines, known, placedAt) : lines,
    };
    return known && saysNothingNew(known, facts) ? known : tenant.orders.put(facts, doerOf(caller));
  },

  moveLine({ tenant, caller, params, body, ifMatch }) {
    const order = visibleOrder(tenant, caller, params.number);
    if (!order) throw notFound('order');
    if (!order.lines.some(({ id }) => id === params.id)) throw notFound('line in this order');
    requireMatch(ifMatch, order);
    return tenant.orders.move(order, params.id, body, doerOf(caller));
  },

  recordSync({ tenant, body }) {
    const at = toInstant(body.at);
    tenant.orders.syncedAt = at;
    return { at };
  },
};

const doerOf = (caller: Caller): Doer =>
  caller.kind === 'key' ? null : { account: caller.account, name: caller.user.name };

function isVisible({ accounts }: Tenant, caller: Caller, { account }: Order): boolean {
  return isInScope(actingIn(caller), accounts.pathOf(account));
}

function visibleOrder(tenant: Tenant, caller: Caller, number: string): Order | undefined {
  const order = tenant.orders.find(number);
  return order && isVisible(tenant, caller, order) ? order : undefined;
}

function visibleAccount({ accounts }: Tenant, caller: Caller, id: string): Account {
  const account = accounts.find(id);
  if (account && isInScope(actingIn(caller), accounts.pathOf(id))) return account;
  throw notFound('account', [{ path: '/account', code: 'not-found', detail: 'There is no such account.' }]);
}

const calendarOf = ({ policy }: Tenant, { timeZone }: Account) => ({ timeZone, holidays: policy.holidays });

/** When an order was placed and whether it is confirmed is the provider's to say. */
function requireUpstreamWord(
  caller: Caller,
  order: { placedAt?: string | undefined; confirmedAt: string | null },
): void {
  if (holds(caller, 'orders:manage')) return;
  const errors: FieldProblem[] = (['placedAt', 'confirmedAt'] as const)
    .filter((name) => order[name] !== undefined && order[name] !== null)
    .map((name) => ({ path: `/${name}`, code: 'forbidden', detail: 'Only the provider says this.' }));
  if (errors.length === 0) return;
  const permission = 'orders:manage';
  throw new Refusal('forbidden', 'Only the provider says when an order was placed.', { permission, errors });
}

function saysNothingNew(known: Order, facts: OrderFacts): boolean {
  const { number, account, placedAt, confirmedAt, placedBy, lines } = known;
  const plain = (value: object) => JSON.stringify(sorted(value));
  return plain({ number, account, placedAt, confirmedAt, placedBy, lines }) === plain(facts);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, sorted(part)]));
}

const orderExists = () =>
  new Refusal('order-exists', 'Order numbers are unique, and this one is taken.', {
    errors: [{ path: '/number', code: 'order-exists', detail: 'This number is taken.' }],
  });
