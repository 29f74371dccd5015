import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTree, noon, someOrder } from '../../../test/samples.ts';
import { type TestDatabase, databaseKinds, openTestDatabase } from '../../../test/test-database.ts';
import type { TenantId, TenantTransaction } from '../db/database.ts';
import { orderStore } from '../orders/order.store.ts';
import { activeNumberStore } from './active-number.store.ts';

/** Three numbers of each test alone, in their order. */
let [one, two, three] = ['', '', ''] as [string, string, string];
let round = 0;
beforeEach(() => {
  round++;
  [one, two, three] = [1, 2, 3].map((last) => `+1518333${round}44${last}`) as [string, string, string];
});

async function createOrders(tx: TenantTransaction) {
  const { acme, other } = await createTree(tx);
  const place = async (number: string, account: typeof acme) =>
    (await orderStore(tx).insert(someOrder(account, { number }), { retentionDays: 7, at: noon }))!;
  const first = await place('1', acme);
  const second = await place('2', other);
  return {
    acme: { accountId: acme.id, orderId: first.id, at: noon },
    other: { accountId: other.id, orderId: second.id, at: noon },
  };
}

describe.each(databaseKinds)('the inventory on %s', (kind) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
  });
  afterAll(() => database.close());

  const held = (tenant: TenantId) =>
    database.asOwner<{ number: string; account_id: string }>(
      'select number, account_id from active_numbers where tenant_id = $1 order by number',
      [tenant],
    );

  it('ORD-7: has what an order was provisioned with in its account', async () => {
    const tenant = await database.newTenant();
    const { acme } = await database.write(tenant, async (tx) => {
      const orders = await createOrders(tx);
      const add = (numbers: string[]) => activeNumberStore(tx).addProvisioned({ ...orders.acme, numbers });
      expect(await add([two, one])).toEqual({ ok: true });
      expect(await add([two, three]), 'the account’s own are no obstacle').toEqual({ ok: true });
      expect(await add([])).toEqual({ ok: true });
      return orders;
    });
    expect(await held(tenant)).toEqual(
      [one, two, three].map((number) => ({ number, account_id: acme.accountId })),
    );
  });

  it('NUM-8: holds a number in one account only, and says which are held elsewhere', async () => {
    const tenant = await database.newTenant();
    await database.write(tenant, async (tx) => {
      const { acme, other } = await createOrders(tx);
      await activeNumberStore(tx).addProvisioned({ ...acme, numbers: [one, three] });
      const answer = await activeNumberStore(tx).addProvisioned({ ...other, numbers: [three, two, one] });
      expect(answer).toEqual({ ok: false, code: 'held-elsewhere', numbers: [one, three] });
    });
  });

  it('NUM-8: holds a number in one tenant only, as long as that has it', async () => {
    const [first, second] = [await database.newTenant(), await database.newTenant()];
    const add = (tenant: TenantId, { acme }: Awaited<ReturnType<typeof createOrders>>, numbers: string[]) =>
      database.write(tenant, (tx) => activeNumberStore(tx).addProvisioned({ ...acme, numbers }));
    const orders = [
      await database.write(first, createOrders),
      await database.write(second, createOrders),
    ] as const;
    expect(await add(first, orders[0], [one, two])).toEqual({ ok: true });
    const refused = { ok: false, code: 'held-elsewhere', numbers: [two] };
    expect(await add(second, orders[1], [two, three])).toEqual(refused);
    const { orderId } = orders[0].acme;
    await database.write(first, (tx) => activeNumberStore(tx).removeProvisioned({ orderId, numbers: [two] }));
    expect(await add(second, orders[1], [two])).toEqual({ ok: true });
    expect(await add(first, orders[0], [two])).toEqual({ ...refused, numbers: [two] });
  });

  it('NUM-8: goes to one of two that are provisioned with the same numbers at once', async () => {
    const tenant = await database.newTenant();
    const { acme, other } = await database.write(tenant, createOrders);
    const provision = (order: typeof acme, numbers: string[]) =>
      database
        .write(tenant, async (tx) => {
          const answer = await activeNumberStore(tx).addProvisioned({ ...order, numbers });
          if (!answer.ok) throw new Error(answer.code);
        })
        .then(
          () => order.accountId,
          (error: Error) => error.message,
        );
    const results = await Promise.all([provision(acme, [one, two]), provision(other, [two, one])]);
    const winner = results.find((result) => result !== 'held-elsewhere');
    expect(results).toContain('held-elsewhere');
    expect(await held(tenant)).toEqual([one, two].map((number) => ({ number, account_id: winner })));
  });

  it('gives back what a correction takes from an order, and nothing else', async () => {
    const tenant = await database.newTenant();
    await database.write(tenant, async (tx) => {
      const { acme, other } = await createOrders(tx);
      const store = activeNumberStore(tx);
      await store.addProvisioned({ ...acme, numbers: [one, two] });
      await store.addProvisioned({ ...other, numbers: [three] });
      await store.removeProvisioned({ orderId: acme.orderId, numbers: [one, three] });
    });
    expect((await held(tenant)).map((row) => row.number)).toEqual([two, three]);
  });

  it('takes as many numbers as an order may bring', async () => {
    const tenant = await database.newTenant();
    const numbers = Array.from({ length: 10_000 }, (_, index) => `+1518${3_000_000 + index}`);
    await database.write(tenant, async (tx) => {
      const { acme } = await createOrders(tx);
      await activeNumberStore(tx).addProvisioned({ ...acme, numbers });
    });
    expect((await held(tenant)).map((row) => row.number)).toEqual(numbers);
  });
});
