import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createTree, noon } from '../../../test/samples.ts';
import {
  type TestDatabase,
  createPostgresDatabase,
  databaseKinds,
  openTestDatabase,
} from '../../../test/test-database.ts';
import type { Database, TenantId } from '../db/database.ts';
import { openDatabase } from '../db/open-database.ts';
import { eventStore } from '../events/event.store.ts';
import { numberAddingStore } from './number-adding.store.ts';
import { approveDueNumbers, startApprovals } from './number.jobs.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const onEvents = () => undefined;

let tenants = 0;

/** A tenant with so many numbers that are approved by themselves at a moment. */
async function fill(
  database: Database,
  tenant: TenantId,
  { count, approvesAt }: { count: number; approvesAt: number | null },
): Promise<void> {
  const exchange = 333 + 2 * tenants++;
  await database.write(tenant, async (tx) => {
    const { acme, sales } = await createTree(tx);
    for (const [at, account] of [acme, sales].entries()) {
      const fresh = Array.from({ length: count }, (_, line) => ({
        id: tx.newId(),
        number: `+1501${exchange + at}${1000 + line}`,
        purpose: 'survey',
        status: 'pending',
        approvesAt: approvesAt === null ? null : new Date(approvesAt).toISOString(),
        warning: null,
      }));
      await numberAddingStore(tx).insert(account, fresh, new Date(noon));
    }
  });
}

/** What has been told of numbers, one line for each. */
async function toldOf(database: Database, tenant: TenantId) {
  const permissions = ['numbers:view'];
  const { events } = await database.read(tenant, (tx) =>
    eventStore(tx).after({ position: 0, scope: null, permissions, limit: 1_000 }),
  );
  return events.flatMap(({ data }) =>
    (data['numbers'] as { number: string; status: string; version: number; statusChangedAt: string }[]).map(
      ({ number, status, version, statusChangedAt }) => `${number} ${status} ${version} ${statusChangedAt}`,
    ),
  );
}

describe.each(databaseKinds)('numbers that are approved by themselves, on %s', (kind) => {
  let database: TestDatabase;
  beforeAll(async () => void (database = await openTestDatabase(kind)));
  afterAll(() => database.close());
  const approve = (now: number) => approveDueNumbers({ database, clock: () => now, onEvents });

  it('NUM-9: are written down and told once, the moment as it was, also after days in which nobody looked', async () => {
    const tenant = await database.newTenant();
    const approvesAt = noon + 5 * minute;
    await fill(database, tenant, { count: 120, approvesAt });
    expect(await approve(approvesAt - 1)).toBe(0);
    expect(await approve(approvesAt + 3 * day)).toBe(240);
    expect(await approve(approvesAt + 3 * day)).toBe(0);
    const told = await toldOf(database, tenant);
    expect(told).toHaveLength(240);
    expect(new Set(told).size).toBe(240);
    expect(told.every((line) => line.endsWith(' approved 2 2026-11-22T12:05:00.000Z'))).toBe(true);
    const log = await database.asOwner<{ subject: string; count: number }>(
      `select subject, jsonb_array_length(after->'numbers') as count from audit_log
       where tenant_id = $1 and action = 'numbers.approved' order by 1`,
      [tenant],
    );
    expect(log).toEqual([
      { subject: 'account:acme', count: 120 },
      { subject: 'account:acme-west-sales', count: 120 },
    ]);
  });

  it('NUM-9: are left alone where they wait for staff', async () => {
    const tenant = await database.newTenant();
    await fill(database, tenant, { count: 3, approvesAt: null });
    expect(await approve(noon + 30 * day)).toBe(0);
    expect(await toldOf(database, tenant)).toEqual([]);
  });

  it('NUM-9: are looked for from time to time, until it is told to stop', async () => {
    const tenant = await database.newTenant();
    await fill(database, tenant, { count: 1, approvesAt: noon });
    const heard = vi.fn();
    const failed = vi.fn();
    const ports = { database, clock: () => noon, onEvents: heard, onFailure: failed };
    const approvals = startApprovals({ ...ports, every: 1 });
    await vi.waitFor(() => expect(heard).toHaveBeenCalledWith(tenant));
    await approvals.stop();
    expect(heard).toHaveBeenCalledTimes(1);
    expect(failed).not.toHaveBeenCalled();
    expect(await toldOf(database, tenant)).toHaveLength(2);
  });
});

describe.runIf(databaseKinds.includes('postgres'))('two processes on one PostgreSQL', () => {
  it('NUM-9: approve each number once between them', async ({ onTestFinished }) => {
    const { url, drop } = await createPostgresDatabase();
    const open = () => openDatabase({ url, clock: () => noon, ids: () => uuidv7() });
    const both = [await open(), await open()];
    onTestFinished(async () => {
      await Promise.all(both.map((database) => database.close()));
      await drop();
    });
    const tenant = await both[0]!.crossTenant.createTenant({ name: 'Two' });
    await fill(both[0]!, tenant, { count: 400, approvesAt: noon });
    const looks = both.flatMap((database) =>
      [1, 2].map(() => approveDueNumbers({ database, clock: () => noon, onEvents })),
    );
    const approved = await Promise.all(looks);
    expect(approved.reduce((sum, count) => sum + count, 0)).toBe(800);
    const told = await toldOf(both[1]!, tenant);
    expect([told.length, new Set(told).size]).toEqual([800, 800]);
  });
});
