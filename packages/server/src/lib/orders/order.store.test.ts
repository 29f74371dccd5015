import type { OrderLine } from '@numberdesk/core/orders';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccount, createTree, noon, someLine, someOrder } from '../../../test/samples.ts';
import { type TestDatabase, databaseKinds, openTestDatabase } from '../../../test/test-database.ts';
import { scopeOf } from '../access/account-chain.ts';
import type { TenantId, TenantTransaction } from '../db/database.ts';
import type { OrderRecord } from './order-columns.ts';
import { type StoredOrder, orderStore } from './order.store.ts';

const retentionDays = 7;
const options = { retentionDays, at: noon };
const at = '2026-11-22T12:00:00.000Z';

async function place(tx: TenantTransaction, order: OrderRecord): Promise<StoredOrder> {
  return (await orderStore(tx).insert(order, options))!;
}

describe.each(databaseKinds)('orders on %s', (kind) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
  });
  afterAll(() => database.close());

  const look = (tenant: TenantId, number = '1001') =>
    database.read(tenant, (tx) => orderStore(tx).get({ number, scope: null, retentionDays }));

  it('ORD-2: are read as they were placed', async () => {
    const tenant = await database.newTenant();
    const lines: OrderLine[] = [
      someLine({ id: 'b', quantity: 2, status: 'pending-docs' }),
      someLine({
        id: 'a',
        type: 'satellite',
        location: { country: 'GB' },
        supply: 'in-stock',
        leadTime: null,
        estimated: null,
      }),
      someLine({
        id: 'c',
        status: 'completed',
        numbers: ['+15183334444'],
        statusChangedAt: '2026-11-21T10:11:12.345Z',
      }),
    ];
    const stored = await database.write(tenant, async (tx) => {
      const { sales } = await createTree(tx);
      const order = await place(tx, someOrder(sales, { lines, confirmedAt: '2026-11-20T13:00:00.001Z' }));
      expect(order).toMatchObject({ accountId: sales.id, chain: sales.chain });
      return order;
    });
    expect(stored.body).toEqual({
      number: '1001',
      account: 'acme-west-sales',
      placedAt: '2026-11-20T12:00:00.000Z',
      confirmedAt: '2026-11-20T13:00:00.001Z',
      placedBy: { name: 'Ada Byron', email: 'ada@example.com' },
      quantity: 4,
      status: 'pending-docs',
      action: 'action-required',
      leavesAt: null,
      version: 1,
      lines,
    });
    expect(await look(tenant)).toEqual(stored);
  });

  it('have a number that is unique in the tenant, whoever comes first', async () => {
    const [tenant, other] = [await database.newTenant(), await database.newTenant()];
    const [acme, elsewhere] = await Promise.all(
      [tenant, other].map((of) => database.write(of, (tx) => createAccount(tx, 'acme'))),
    );
    const insert = (of: TenantId, account = acme!) =>
      database.write(of, (tx) => orderStore(tx).insert(someOrder(account), options));
    const placed = await Promise.all([insert(tenant), insert(tenant), insert(tenant)]);
    expect(placed.filter((order) => order !== null).length).toBe(1);
    expect(await insert(other, elsewhere)).not.toBeNull();
  });

  it('ACC-1: exist for those who act in their account or above', async () => {
    const tenant = await database.newTenant();
    await database.write(tenant, async (tx) => {
      const { acme, west, sales, other } = await createTree(tx);
      await place(tx, someOrder(west));
      const seenBy = async (account: typeof acme | null) => {
        const request = { number: '1001', scope: scopeOf(account), retentionDays };
        const [read, locked] = [await orderStore(tx).get(request), await orderStore(tx).forUpdate(request)];
        expect(locked).toEqual(read);
        return read !== null;
      };
      expect([await seenBy(null), await seenBy(acme), await seenBy(west)]).toEqual([true, true, true]);
      expect([await seenBy(sales), await seenBy(other)]).toEqual([false, false]);
    });
  });

  it('ORD-3, ORD-6, ORD-7, ORD-8: follow a line that moves', async () => {
    const tenant = await database.newTenant();
    const numbers = ['+15183334444'];
    const moved = await database.write(tenant, async (tx) => {
      const acme = await createAccount(tx, 'acme');
      const lines = [someLine({ id: 'a', status: 'canceled' }), someLine({ id: 'b' })];
      const order = await place(tx, someOrder(acme, { lines }));
      return orderStore(tx).moveLine(order, { line: 'b', status: 'completed', numbers }, options);
    });
    expect(moved?.body).toMatchObject({
      status: 'completed',
      version: 2,
      leavesAt: '2026-11-29T12:00:00.000Z',
    });
    expect(moved?.body.lines[1]).toEqual(
      someLine({ id: 'b', status: 'completed', statusChangedAt: at, numbers }),
    );
    expect(await look(tenant)).toEqual(moved);
    const [row] = await database.asOwner(
      'select status, ended_at, ended_day from orders where tenant_id = $1',
      [tenant],
    );
    expect(row).toEqual({
      status: 'completed',
      ended_at: new Date(noon),
      ended_day: Math.floor(noon / 86_400_000),
    });
  });

  it('are replaced by other facts as a whole', async () => {
    const tenant = await database.newTenant();
    const replaced = await database.write(tenant, async (tx) => {
      const acme = await createAccount(tx, 'acme');
      const order = await place(
        tx,
        someOrder(acme, { lines: [someLine({ id: 'a' }), someLine({ id: 'b' })] }),
      );
      const facts = someOrder(acme, {
        placedAt: '2026-11-01T00:00:00.000Z',
        placedBy: { name: 'Grace Hopper' },
        lines: [someLine({ id: 'b', status: 'canceled' })],
      });
      return orderStore(tx).replace(order, facts, options);
    });
    expect(replaced?.body).toMatchObject({
      placedBy: { name: 'Grace Hopper' },
      status: 'canceled',
      version: 2,
    });
    expect(await look(tenant)).toEqual(replaced);
    const found = (q: string) =>
      database.read(tenant, async (tx) => {
        const request = {
          scope: null,
          view: 'active',
          status: [],
          sort: 'number',
          limit: 5,
          now: noon,
        } as const;
        const page = await orderStore(tx).list({ ...request, status: [], retentionDays, q });
        return page.ok && page.data.length;
      });
    expect([await found('ada'), await found('hopper'), await found('1001')]).toEqual([0, 1, 1]);
  });

  it('change only in the version that was read', async () => {
    const tenant = await database.newTenant();
    await database.write(tenant, async (tx) => {
      const acme = await createAccount(tx, 'acme');
      const order = await place(tx, someOrder(acme));
      const move = { line: '1', status: 'pending-docs', numbers: [] };
      const store = orderStore(tx);
      const moved = await store.moveLine(order, move, options);
      expect(await store.moveLine(order, { ...move, status: 'canceled' }, options)).toBeNull();
      expect(
        await store.replace(order, someOrder(acme, { lines: [someLine({ id: 'z' })] }), options),
      ).toBeNull();
      expect(await store.get({ number: '1001', scope: null, retentionDays })).toEqual(moved);
    });
  });

  it('are moved one after the other by those who come at once, and nobody’s move is lost', async () => {
    const tenant = await database.newTenant();
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    await database.write(tenant, async (tx) => {
      const acme = await createAccount(tx, 'acme');
      await place(tx, someOrder(acme, { lines: ids.map((id) => someLine({ id })) }));
    });
    const move = (line: string) =>
      database.write(tenant, async (tx) => {
        const store = orderStore(tx);
        const order = await store.forUpdate({ number: '1001', scope: null, retentionDays });
        return store.moveLine(order!, { line, status: 'canceled', numbers: [] }, options);
      });
    const moved = await Promise.all(ids.map(move));
    expect(moved.map((order) => order?.body.version).sort()).toEqual([2, 3, 4, 5, 6, 7]);
    const order = await look(tenant);
    expect(order?.body).toMatchObject({ status: 'canceled', version: 7 });
    expect(order?.body.lines.map((line) => line.status)).toEqual(ids.map(() => 'canceled'));
    expect(order?.body).toEqual(moved.find((answer) => answer?.body.version === 7)?.body);
  });

  it('keep odd text and odd years as they are', async () => {
    const tenant = await database.newTenant();
    const odd = {
      number: `"'\\ ; %_ 👩‍👩‍👧 ʼ`,
      placedAt: '0000-01-01T00:00:00.000Z',
      placedBy: { name: '__proto__' },
    };
    const lines = [someLine({ id: '𝒪𝒹𝒹', statusChangedAt: '0000-03-01T00:00:00.001Z', status: 'canceled' })];
    const stored = await database.write(tenant, async (tx) =>
      place(tx, someOrder(await createAccount(tx, 'acme'), { ...odd, lines })),
    );
    expect(stored.body).toMatchObject({ ...odd, lines });
    expect(await look(tenant, odd.number)).toEqual(stored);
  });
});
