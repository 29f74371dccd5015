import { defaultPolicy } from '@numberdesk/core/access';
import { toInstant } from '@numberdesk/core/time';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noon } from '../../../test/samples.ts';
import { type TestDatabase, databaseKinds, openTestDatabase } from '../../../test/test-database.ts';
import { auditStore } from './audit.store.ts';
import { tenantStore } from './tenant.store.ts';

describe.each(databaseKinds)('a tenant on %s', (kind) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
  });
  afterAll(() => database.close());

  it('has the default policy but for what it set itself', async () => {
    const id = await database.crossTenant.createTenant({ name: 'Reseller' });
    const get = () => database.read(id, (tx) => tenantStore(tx).get());
    const set = (policy: object) => database.write(id, (tx) => tenantStore(tx).setPolicy(policy));
    expect(await get()).toEqual({ id, name: 'Reseller', policy: defaultPolicy, ordersSyncedAt: null });
    const policy = { ...defaultPolicy, retentionDays: 30 };
    expect(await set({ retentionDays: 30 })).toEqual(policy);
    expect((await get()).policy).toEqual(policy);
    await set({ holidays: ['2026-12-24'] });
    expect((await get()).policy).toEqual({ ...defaultPolicy, holidays: ['2026-12-24'] });
  });

  it('ORD-9: knows when the orders were last read in', async () => {
    const [id, other] = [await database.newTenant(), await database.newTenant()];
    await database.write(id, (tx) => tenantStore(tx).setOrdersSyncedAt(noon));
    const syncedAt = (of: typeof id) =>
      database.read(of, async (tx) => (await tenantStore(tx).get()).ordersSyncedAt);
    expect([await syncedAt(id), await syncedAt(other)]).toEqual([toInstant(noon), null]);
  });

  it('ACC-5: has a log of who did what, what it was before and after, and when', async () => {
    const id = await database.newTenant();
    await database.write(id, async (tx) => {
      const entry = { at: noon, actor: { user: 'u-1' }, action: 'order.line-moved', subject: 'order:1001' };
      await auditStore(tx).append({
        ...entry,
        before: { version: 1 },
        after: { version: 2 },
        requestId: 'r-1',
      });
      await auditStore(tx).append({ ...entry, action: 'order.looked-at' });
    });
    const columns = 'at, actor, action, subject, before, after, request_id';
    const rows = await database.asOwner(`select ${columns} from audit_log where tenant_id = $1 order by id`, [
      id,
    ]);
    const same = { at: new Date(noon), actor: { user: 'u-1' }, subject: 'order:1001' };
    expect(rows).toEqual([
      {
        ...same,
        action: 'order.line-moved',
        before: { version: 1 },
        after: { version: 2 },
        request_id: 'r-1',
      },
      { ...same, action: 'order.looked-at', before: null, after: null, request_id: null },
    ]);
  });
});
