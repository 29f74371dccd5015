import { type Order, compareOrders, matchesOrderQuery, orderSorts } from '@numberdesk/core/orders';
import { dayWindowEnd, toInstant, toMillis } from '@numberdesk/core/time';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccount, createTree, noon, someLine, someOrder } from '../../../test/samples.ts';
import { type TestDatabase, databaseKinds, openTestDatabase } from '../../../test/test-database.ts';
import { type Scope, scopeOf } from '../access/account-chain.ts';
import type { TenantId, TenantTransaction } from '../db/database.ts';
import type { OrderListRequest } from './order-page.store.ts';
import { orderStore } from './order.store.ts';

const retentionDays = 7;
const everything: OrderListRequest = {
  scope: null,
  view: 'active',
  status: [],
  sort: '-number',
  limit: 50,
  now: noon,
  retentionDays,
};

async function pages(tx: TenantTransaction, request: OrderListRequest): Promise<Order[][]> {
  const all: Order[][] = [];
  for (let cursor: string | undefined; ;) {
    const page = await orderStore(tx).list({ ...request, cursor });
    if (!page.ok) throw new Error(page.code);
    all.push(page.data);
    if (page.next === null) return all;
    cursor = page.next;
  }
}

/** Orders that are alike in much: numbers by value and by letter, moments, names, statuses. */
const someOrders = fc.uniqueArray(
  fc.record({
    number: fc.stringMatching(/^[aAb]?-?(0?[1-9]|9{2,4}|10{1,4})[aB]?$/),
    placedAt: fc.integer({ min: 0, max: 5 }).map((days) => dayWindowEnd(noon, -days)),
    name: fc.constantFrom('Ada Byron', 'ada lovelace', 'Grace Hopper', 'Élan Ümit', 'ﬁona 10'),
    account: fc.constantFrom('acme', 'west', 'sales', 'other'),
    lines: fc.array(
      fc.record({
        status: fc.constantFrom(
          'processing',
          'pending-docs',
          'completed',
          'canceled',
          'completed',
          'canceled',
        ),
        statusChangedAt: fc.integer({ min: -1, max: 10 }).map((days) => dayWindowEnd(noon, -days)),
      }),
      { minLength: 1, maxLength: 2 },
    ),
  }),
  { selector: (order) => order.number, minLength: 150, maxLength: 150 },
);

describe.each(databaseKinds)('the orders list on %s', (kind) => {
  let database: TestDatabase;
  let tenant: TenantId;
  let scopes: Record<string, Scope>;
  let orders: Order[];
  let paths: Map<string, string[]>;

  beforeAll(async () => {
    database = await openTestDatabase(kind);
    tenant = await database.newTenant();
    const foreign = await database.newTenant();
    await database.write(tenant, async (tx) => {
      const tree = await createTree(tx);
      const accounts = Object.values(tree);
      scopes = {
        all: null,
        ...Object.fromEntries(accounts.map((account) => [account.externalId, scopeOf(account)])),
      };
      paths = new Map(accounts.map((account) => [account.externalId, [...account.path, 'all']]));
      orders = [];
      for (const { account, name, lines, ...facts } of fc.sample(someOrders, { numRuns: 1, seed: 4 })[0] ??
        []) {
        const given = lines.map((line, index) => someLine({ id: String(index), ...line }));
        const order = someOrder(tree[account as keyof typeof tree], {
          ...facts,
          placedBy: { name },
          lines: given,
        });
        orders.push((await orderStore(tx).insert(order, { retentionDays, at: noon }))!.body);
      }
    });
    await database.write(foreign, async (tx) => {
      const account = await createAccount(tx, 'acme');
      for (const { number } of orders) {
        await orderStore(tx).insert(someOrder(account, { number }), { retentionDays, at: noon });
      }
    });
  });
  afterAll(() => database.close());

  const list = (request: Partial<OrderListRequest>) =>
    database.read(tenant, async (tx) => (await pages(tx, { ...everything, ...request })).flat());
  const numbersOf = (list: readonly Order[]) => list.map((order) => order.number);

  it('ORD-1: has the newest number first, by the value of its digits', async () => {
    expect(numbersOf(await list({}))).toEqual(
      numbersOf(orders.filter((order) => matchesOrderQuery(order, {}, noon)).sort(compareOrders())),
    );
  });

  it('ORD-1, ORD-6, ACC-1: is what core says, under every sort, page by page without gap or double', async () => {
    const instants = [noon, ...orders.flatMap((order) => order.leavesAt ?? []).map(toMillis)];
    const someDay = fc.integer({ min: -1, max: 6 }).map((days) => dayWindowEnd(noon, -days));
    const request = fc.record({
      account: fc.constantFrom('all', 'acme', 'acme-west', 'acme-west-sales', 'other'),
      view: fc.constantFrom('active' as const, 'history' as const),
      status: fc.subarray(['processing', 'pending-docs', 'completed', 'canceled'] as const),
      sort: fc.constantFrom(...orderSorts),
      q: fc.option(fc.constantFrom('a', 'A', 'b', '1', '10', '9', 'ad', 'by', 'él', 'fi', 'FIO', 'x', '%'), {
        nil: undefined,
      }),
      limit: fc.integer({ min: 1, max: 60 }),
      placedFrom: fc.option(someDay, { nil: undefined }),
      placedBefore: fc.option(someDay, { nil: undefined }),
      now: fc.tuple(fc.constantFrom(...instants), fc.integer({ min: -1, max: 1 })).map(([at, by]) => at + by),
    });
    await fc.assert(
      fc.asyncProperty(request, async ({ account, ...wanted }) => {
        const expected = orders
          .filter((order) => paths.get(order.account)?.includes(account))
          .filter((order) => matchesOrderQuery(order, wanted, wanted.now))
          .sort(compareOrders(wanted.sort));
        const shown = await database.read(tenant, (tx) =>
          pages(tx, { ...everything, ...wanted, status: [...wanted.status], scope: scopes[account] ?? null }),
        );
        expect(shown.flat()).toEqual(expected);
        const full = shown.slice(0, -1).map((page) => page.length);
        expect(full).toEqual(full.map(() => wanted.limit));
      }),
      { numRuns: 60 },
    );
  });

  it('ORD-6, TIM-2: lets an order leave at the very instant its window ends, without any sweep', async () => {
    const order = orders.find((each) => each.leavesAt !== null)!;
    const end = toMillis(order.leavesAt!);
    const isIn = async (view: 'active' | 'history', now: number) =>
      numbersOf(await list({ view, now })).includes(order.number);
    expect([await isIn('active', end - 1), await isIn('history', end - 1)]).toEqual([true, false]);
    expect([await isIn('active', end), await isIn('history', end)]).toEqual([false, true]);
  });

  it('ORD-6: follows the policy that holds now', async () => {
    const ended = orders.filter((order) => order.leavesAt !== null);
    const kept = await list({ retentionDays: 365 });
    const leaving = kept.filter((order) => order.leavesAt !== null);
    expect(leaving.length).toBe(ended.length);
    const known = ended.find((order) => order.number === leaving[0]?.number)!;
    expect(leaving[0]?.leavesAt).toBe(dayWindowEnd(toInstant(known.leavesAt!), 358));
  });

  it('finds a word of a name and the start of a number, in any case', async () => {
    const placers = async (q: string) => new Set((await list({ q })).map((order) => order.placedBy.name));
    expect(await placers('LOVE')).toEqual(new Set(['ada lovelace']));
    expect(await placers('É')).toEqual(new Set(['Élan Ümit']));
    expect(await placers('_')).toEqual(new Set());
  });

  it('refuses a cursor of another sort, and one that is none', async () => {
    const refused = { ok: false, code: 'bad-cursor' };
    await database.read(tenant, async (tx) => {
      const store = orderStore(tx);
      const page = await store.list({ ...everything, limit: 1 });
      const cursor = page.ok ? page.next! : '';
      expect(await store.list({ ...everything, cursor })).toMatchObject({ ok: true });
      expect(await store.list({ ...everything, cursor, sort: 'placedAt' })).toEqual(refused);
      expect(await store.list({ ...everything, cursor: 'nonsense' })).toEqual(refused);
    });
  });
});
