import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { databaseKinds, openTestDatabase } from '../../../test/test-database.ts';
import { startMaintenance } from './maintenance.ts';

describe('the upkeep', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('runs first after a while, then an interval after the end of each run, until it is stopped', async () => {
    const maintain = vi.fn(async () => undefined);
    const upkeep = startMaintenance({ maintain }, { firstAfter: 10, every: 100, onFailure: () => undefined });
    const runsAfter = async (millis: number) => {
      await vi.advanceTimersByTimeAsync(millis);
      return maintain.mock.calls.length;
    };
    expect([await runsAfter(9), await runsAfter(1), await runsAfter(99), await runsAfter(1)]).toEqual([
      0, 1, 1, 2,
    ]);
    await upkeep.stop();
    expect(await runsAfter(1000)).toBe(2);
  });

  it('tells of a failure and goes on', async () => {
    const failure = new Error('disk full');
    const maintain = vi.fn(async () => undefined).mockRejectedValueOnce(failure);
    const onFailure = vi.fn();
    const upkeep = startMaintenance({ maintain }, { firstAfter: 1, every: 1, onFailure });
    await vi.advanceTimersByTimeAsync(2);
    expect(onFailure.mock.calls).toEqual([[failure]]);
    expect(maintain).toHaveBeenCalledTimes(2);
    await upkeep.stop();
  });

  it('is stopped once the run under way has ended', async () => {
    let end: () => void = () => undefined;
    const maintain = () => new Promise<void>((resolve) => (end = resolve));
    const upkeep = startMaintenance({ maintain }, { firstAfter: 1, every: 1, onFailure: () => undefined });
    await vi.advanceTimersByTimeAsync(1);
    const stopped = vi.fn();
    const stopping = upkeep.stop().then(stopped);
    await vi.advanceTimersByTimeAsync(5);
    expect(stopped).not.toHaveBeenCalled();
    end();
    await stopping;
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe.each(databaseKinds)('the upkeep of %s', (kind) => {
  it('purges, and does what no background process does there', async () => {
    const database = await openTestDatabase(kind);
    const tenant = await database.newTenant();
    const old = new Date(database.clock.now - 8 * 86_400_000);
    await database.asOwner(
      `insert into idempotency_keys (tenant_id, subject, operation, key, request_hash, created_at)
       values ($1, 's', 'o', 'k', 'h', $2)`,
      [tenant, old],
    );
    await database.maintain();
    const [row] = await database.asOwner<{ keys: string; known: number }>(
      `select count(*) as keys, (select reltuples from pg_class where relname = 'tenants') as known
       from idempotency_keys`,
    );
    expect(row?.keys).toBe('0');
    if (kind === 'pglite') expect(row?.known).toBe(1);
    await database.close();
  });

  it('keeps a table that is always changed from growing', async ({ skip }) => {
    skip(kind === 'postgres', 'it has autovacuum');
    const database = await openTestDatabase(kind);
    await database.newTenant();
    const sizeAfterChanges = async () => {
      await database.asOwner(
        `do $$ begin for i in 1..400 loop update tenants set name = repeat('x', 500) || i; end loop; end $$`,
      );
      await database.maintain();
      const [row] = await database.asOwner<{ size: string }>(`select pg_relation_size('tenants') as size`);
      return Number(row?.size);
    };
    const first = await sizeAfterChanges();
    for (let round = 0; round < 3; round++) await sizeAfterChanges();
    expect(await sizeAfterChanges()).toBeLessThanOrEqual(first);
    await database.close();
  });
});
