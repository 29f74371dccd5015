import type { Permission } from '@numberdesk/core/access';
import { toInstant } from '@numberdesk/core/time';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTree, noon } from '../../../test/samples.ts';
import { type TestDatabase, databaseKinds, openTestDatabase } from '../../../test/test-database.ts';
import { type AccountChain, scopeOf } from '../access/account-chain.ts';
import type { TenantId } from '../db/database.ts';
import { type FeedRequest, eventStore } from './event.store.ts';

describe.each(databaseKinds)('the event feed on %s', (kind) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
  });
  afterAll(() => database.close());

  const start = async () => {
    const tenant = await database.newTenant();
    return { tenant, ...(await database.write(tenant, createTree)) };
  };
  const tell = (tenant: TenantId, chain: AccountChain, permission: Permission = 'orders:view', data = {}) =>
    database.write(tenant, (tx) =>
      eventStore(tx).append({ type: 'order.changed', at: noon, permission, chain, data }),
    );
  const after = (tenant: TenantId, position: number, request: Partial<FeedRequest> = {}) =>
    database.read(tenant, (tx) =>
      eventStore(tx).after({ position, scope: null, permissions: ['orders:view'], limit: 100, ...request }),
    );

  it('numbers the events of each tenant from 1', async () => {
    const { tenant, acme } = await start();
    const other = await start();
    const positions = [
      await tell(tenant, acme.chain),
      await tell(other.tenant, other.acme.chain),
      await tell(tenant, acme.chain),
    ];
    expect(positions).toEqual([{ position: 1 }, { position: 1 }, { position: 2 }]);
    const position = await database.read(tenant, (tx) => eventStore(tx).position());
    expect(position).toBe(2);
  });

  it('tells what happened after a position, with all that was said', async () => {
    const { tenant, sales } = await start();
    await tell(tenant, sales.chain);
    await tell(tenant, sales.chain, 'orders:view', { order: { number: '1' } });
    expect(await after(tenant, 1)).toEqual({
      reset: false,
      position: 2,
      events: [
        {
          position: 2,
          type: 'order.changed',
          at: toInstant(noon),
          permission: 'orders:view',
          chain: sales.chain,
          data: { order: { number: '1' } },
        },
      ],
    });
    expect(await after(tenant, 2)).toEqual({ reset: false, position: 2, events: [] });
  });

  it('ACC-1: tells an account of itself and what lies below', async () => {
    const { tenant, acme, west, sales, other } = await start();
    for (const { chain } of [acme, west, sales, other]) await tell(tenant, chain);
    const seenBy = async (account: typeof acme | null) =>
      (await after(tenant, 0, { scope: scopeOf(account) })).events.map((event) => event.position);
    expect(await seenBy(acme)).toEqual([1, 2, 3]);
    expect(await seenBy(west)).toEqual([2, 3]);
    expect(await seenBy(sales)).toEqual([3]);
    expect(await seenBy(other)).toEqual([4]);
    expect(await seenBy(null)).toEqual([1, 2, 3, 4]);
  });

  it('ACC-2: tells nobody what they may not view, but how far they have read', async () => {
    const { tenant, acme } = await start();
    await tell(tenant, acme.chain, 'orders:view');
    await tell(tenant, acme.chain, 'numbers:view');
    const seenWith = async (...permissions: Permission[]) => {
      const { events, position } = await after(tenant, 0, { permissions });
      return [events.map((event) => event.position), position];
    };
    expect(await seenWith('orders:view')).toEqual([[1], 2]);
    expect(await seenWith('numbers:view', 'orders:view')).toEqual([[1, 2], 2]);
    expect(await seenWith()).toEqual([[], 2]);
  });

  it('is read piece by piece', async () => {
    const { tenant, acme } = await start();
    for (let count = 0; count < 5; count++) await tell(tenant, acme.chain);
    const piece = await after(tenant, 1, { limit: 2 });
    expect(piece).toMatchObject({ position: 3, events: [{ position: 2 }, { position: 3 }] });
    expect(await after(tenant, piece.position, { limit: 2 })).toMatchObject({ position: 5 });
  });

  it('says where it cannot tell: before what was purged, and beyond its end', async () => {
    const { tenant, acme } = await start();
    for (let count = 0; count < 3; count++) await tell(tenant, acme.chain);
    await database.asOwner('update event_counters set purged = 2 where tenant_id = $1', [tenant]);
    expect(await after(tenant, 1)).toEqual({ reset: true, events: [], position: 3 });
    expect(await after(tenant, 2)).toMatchObject({ reset: false, events: [{ position: 3 }] });
    expect(await after(tenant, 4)).toEqual({ reset: true, events: [], position: 3 });
  });

  it('leaves no hole for what was undone', async () => {
    const { tenant, acme } = await start();
    const undone = database.write(tenant, async (tx) => {
      await eventStore(tx).append({
        type: 't',
        at: noon,
        permission: 'orders:view',
        chain: acme.chain,
        data: {},
      });
      throw new Error('no');
    });
    await expect(undone).rejects.toThrow('no');
    expect(await tell(tenant, acme.chain)).toEqual({ position: 1 });
  });

  it('shows a reader who polls all that many writers tell, in the order of their commits', async () => {
    const { tenant, acme } = await start();
    const writers = 8;
    const each = 20;
    let writing = writers;
    const write = async (writer: number) => {
      for (let count = 0; count < each; count++) {
        await database.write(tenant, async (tx) => {
          const data = { by: `${writer}/${count}` };
          const event = { type: 't', at: noon, permission: 'orders:view' as const, chain: acme.chain, data };
          const { position } = await eventStore(tx).append(event);
          // Between the number and the commit others would come through, if they could.
          if (position % 3 === 0)
            await tx.db.selectFrom('tenants').select('name').where('tenant_id', '=', tenant).execute();
        });
      }
      writing--;
    };
    const seen: { position: number; by: unknown }[] = [];
    const read = async () => {
      let position = 0;
      for (let isLast = false; ; isLast = writing === 0) {
        const piece = await after(tenant, position);
        seen.push(...piece.events.map((event) => ({ position: event.position, by: event.data.by })));
        position = piece.position;
        if (isLast && piece.events.length === 0) return;
      }
    };
    await Promise.all([...Array.from({ length: writers }, (_, writer) => write(writer)), read()]);
    const total = writers * each;
    expect(seen.map((event) => event.position)).toEqual(
      Array.from({ length: total }, (_, index) => index + 1),
    );
    expect(new Set(seen.map((event) => event.by)).size).toBe(total);
  });
});
