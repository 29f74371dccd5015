import { isDeepStrictEqual } from 'node:util';
import { type Policy, isInScope } from '@numberdesk/core/access';
import type { FieldProblem } from '@numberdesk/core/http';
import { operationInputs } from '@numberdesk/core/inputs';
import {
  type Order,
  carriedNumbersProblems,
  completeLines,
  keepFrozen,
  lineMoveProblem,
  numbersFieldProblem,
  orderApi,
} from '@numberdesk/core/orders';
import { toInstant } from '@numberdesk/core/time';
import { scopeOf } from '../access/account-chain.ts';
import { type StoredAccount, accountStore } from '../access/account.store.ts';
import { tenantStore } from '../access/tenant.store.ts';
import type { TenantTransaction } from '../db/database.ts';
import { eventStore } from '../events/event.store.ts';
import { type Caller, actingIn, holds, scopeOfCaller } from '../http/caller.ts';
import { requireMatch } from '../http/if-match.ts';
import { Refusal, badCursor, invalid, notFound } from '../http/refusal.ts';
import { handlersFor } from '../http/route.ts';
import { changed, provision } from './order-change.ts';
import { orderHistory } from './order-history.store.ts';
import { orderStore } from './order.store.ts';

/** Number orders. An order that the caller must not see does not exist for them (ACC-1). */
export const orderHandlers = handlersFor('orders', orderApi, operationInputs.orders, {
  async list({ tx, caller, query, now }) {
    const { policy, ordersSyncedAt } = await tenantStore(tx).get();
    const { retentionDays } = policy;
    const { account } = query;
    const scope =
      account === undefined ? scopeOfCaller(caller) : scopeOf(await visibleAccount(tx, caller, account));
    const page = await orderStore(tx).list({ ...query, scope, now, retentionDays });
    if (!page.ok) throw badCursor();
    const feed = await eventStore(tx).position();
    return { data: page.data, next: page.next, syncedAt: ordersSyncedAt, feed };
  },

  async get({ tx, caller, params: { number } }) {
    const { retentionDays } = (await tenantStore(tx).get()).policy;
    const order = await orderStore(tx).get({ number, scope: scopeOfCaller(caller), retentionDays });
    if (!order) throw notFound('order');
    return order.body;
  },

  async history({ tx, caller, params: { number }, query }) {
    const { retentionDays } = (await tenantStore(tx).get()).policy;
    const order = await orderStore(tx).get({ number, scope: scopeOfCaller(caller), retentionDays });
    if (!order) throw notFound('order');
    const { id, name, path } = await accountOf(tx, order.body);
    const request = { ...query, order: order.body, actingIn: actingIn(caller), path };
    const page = await orderHistory(tx, request);
    if (!page.ok) throw badCursor();
    const feed = await eventStore(tx).position();
    return { data: page.data, next: page.next, order: order.body, account: { id, name }, feed };
  },

  async place(request) {
    const { tx, caller, body, now } = request;
    requireUpstreamWord(caller, body);
    const account = await visibleAccount(tx, caller, body.account);
    const { policy } = await tenantStore(tx).get();
    const placedAt = toInstant(body.placedAt ?? now);
    const confirmedAt = body.confirmedAt && toInstant(body.confirmedAt);
    const lines = completeLines(body.lines, placedAt, calendarOf(account, policy));
    const facts = { number: body.number, account, placedAt, confirmedAt, placedBy: body.placedBy, lines };
    const order = await orderStore(tx).insert(facts, { retentionDays: policy.retentionDays, at: now });
    if (!order) throw orderExists();
    return changed(request, 'order.placed', null, order);
  },

  async backfill(request) {
    const { tx, caller, params, body, ifMatch, now } = request;
    const { policy } = await tenantStore(tx).get();
    const { retentionDays } = policy;
    const which = { number: params.number, scope: scopeOfCaller(caller), retentionDays };
    const known = await orderStore(tx).forUpdate(which);
    requireMatch(ifMatch, known?.body ?? null);
    const account = await visibleAccount(tx, caller, body.account);
    if (known && known.accountId !== account.id) {
      throw invalid([{ path: '/account', code: 'account-fixed', detail: 'An order stays in its account.' }]);
    }
    const placedAt = toInstant(body.placedAt);
    const given = completeLines(body.lines, placedAt, calendarOf(account, policy));
    const lines = known ? keepFrozen(given, known.body, placedAt) : given;
    const problems = carriedNumbersProblems(lines);
    if (problems.length > 0) throw invalid(problems);
    const confirmedAt = body.confirmedAt && toInstant(body.confirmedAt);
    const facts = { number: params.number, account, placedAt, confirmedAt, placedBy: body.placedBy, lines };
    if (known && isDeepStrictEqual(factsOf(known.body), { ...facts, account: account.externalId })) {
      return known.body;
    }
    const options = { retentionDays, at: now };
    const order = known
      ? await orderStore(tx).replace(known, facts, options)
      : await orderStore(tx).insert(facts, options);
    if (!order && known) throw outrun(known.body);
    if (!order) throw (await orderStore(tx).get(which)) ? madeMeanwhile() : notFound('order');
    await provision(request, order, known);
    return changed(request, known ? 'order.replaced' : 'order.backfilled', known, order);
  },

  async moveLine(request) {
    const { tx, caller, params, body, ifMatch, now } = request;
    const { retentionDays } = (await tenantStore(tx).get()).policy;
    const known = await orderStore(tx).forUpdate({
      number: params.number,
      scope: scopeOfCaller(caller),
      retentionDays,
    });
    const line = known?.body.lines.find(({ id }) => id === params.id);
    if (!known) throw notFound('order');
    if (!line) throw notFound('line in this order');
    requireMatch(ifMatch, known.body);
    const problem = lineMoveProblem(line, body.status, body.numbers);
    if (problem?.code === 'transition-not-allowed') throw noSuchMove(problem);
    if (problem) throw invalid([numbersFieldProblem(problem, body.numbers)]);
    const order = await orderStore(tx).moveLine(
      known,
      { line: line.id, status: body.status, numbers: body.numbers },
      { retentionDays, at: now },
    );
    if (!order) throw outrun(known.body);
    await provision(request, order, known, (_, index) => `/numbers/${index}`);
    return changed(request, 'order.line-moved', known, order);
  },

  async recordSync({ tx, body, audit }) {
    const store = tenantStore(tx);
    const { ordersSyncedAt } = await store.get();
    const at = toInstant(body.at);
    await store.setOrdersSyncedAt(at);
    await audit({
      action: 'orders.synced',
      subject: 'orders',
      before: { at: ordersSyncedAt },
      after: { at },
    });
    return { at };
  },
});

const calendarOf = ({ timeZone }: StoredAccount, { holidays }: Policy) => ({ timeZone, holidays });

async function accountOf(tx: TenantTransaction, { account: id }: Order) {
  const account = await accountStore(tx).find(id);
  return { id, name: account?.name ?? id, path: account?.path ?? [] };
}

/** The account in which something is to be done; one beside or above the caller's does not exist for them. */
async function visibleAccount(tx: TenantTransaction, caller: Caller, id: string): Promise<StoredAccount> {
  const account = await accountStore(tx).find(id);
  if (account && isInScope(actingIn(caller), account.path)) return account;
  throw notFound('account', [{ path: '/account', code: 'not-found', detail: 'There is no such account.' }]);
}

/**
 * When an order was placed and whether the carrier has confirmed it is the provider's to say; a customer's own
 * order is placed now, and not yet confirmed (ORD-9).
 */
function requireUpstreamWord(
  caller: Caller,
  order: { placedAt?: string | undefined; confirmedAt: string | null },
) {
  if (holds(caller, 'orders:manage')) return;
  const errors: FieldProblem[] = (['placedAt', 'confirmedAt'] as const)
    .filter((name) => order[name] !== undefined && order[name] !== null)
    .map((name) => ({ path: `/${name}`, code: 'forbidden', detail: 'Only the provider says this.' }));
  if (errors.length === 0) return;
  throw new Refusal('forbidden', 'Leave out placedAt and confirmedAt: only the provider says these.', {
    permission: 'orders:manage',
    errors,
  });
}

function factsOf({ number, account, placedAt, confirmedAt, placedBy, lines }: Order) {
  return { number, account, placedAt, confirmedAt, placedBy, lines };
}

const orderExists = () =>
  new Refusal('order-exists', 'Order numbers are unique, and this one is taken.', {
    errors: [{ path: '/number', code: 'order-exists', detail: 'This number is taken.' }],
  });

const madeMeanwhile = () =>
  new Refusal('in-progress', 'The same order is just being recorded by another request: send it again.', {
    retryAfter: 1,
  });

const outrun = (current: Order) =>
  new Refusal('stale', 'Somebody else has just changed the order: look again.', { current });

function noSuchMove({
  from,
  to,
  allowed,
}: {
  from: string;
  to: string;
  allowed: readonly string[];
}): Refusal {
  const ways = allowed.length > 0 ? `can become ${allowed.join(' or ')}` : 'stays as it is';
  const detail = `A line that is ${from} cannot become ${to}: it ${ways}.`;
  return new Refusal('transition-not-allowed', detail, {
    errors: [{ path: '/status', code: 'transition-not-allowed', detail }],
  });
}
