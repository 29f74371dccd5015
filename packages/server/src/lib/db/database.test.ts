import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, databaseKinds, openTestDatabase } from '../../../test/test-database.ts';
import { type TenantId, parseTenantId } from './database.ts';

const beside = /asked beside a transaction that is still open/;

describe.each(databaseKinds)('a database on %s', (kind) => {
  let database: TestDatabase;
  let tenant: TenantId;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
    tenant = await database.newTenant();
  });
  afterAll(() => database.close());

  const rename = (name: string) =>
    database.asOwner('update tenants set name = $1 where tenant_id = $2', [name, tenant]);
  const syncedAt = async () => {
    const [row] = await database.asOwner<{ at: Date | null }>(
      'select orders_synced_at as at from tenants where tenant_id = $1',
      [tenant],
    );
    return row?.at?.getUTCFullYear() ?? null;
  };

  it('is ready once its schema is up to date', async () => {
    expect(await database.isReady()).toBe(true);
    await database.asOwner('alter table kysely_migration rename to elsewhere');
    expect(await database.isReady()).toBe(false);
    await database.asOwner('alter table elsewhere rename to kysely_migration');
  });

  it.each(['read', 'write'] as const)(
    '%ss as the role that owns nothing, bound to the tenant',
    async (mode) => {
      const { rows } = await database[mode](tenant, ({ db }) =>
        sql<{
          role: string;
          bound: string;
        }>`select current_user as role, current_setting('app.tenant') as bound`.execute(db),
      );
      expect(rows).toEqual([{ role: 'numberdesk_app', bound: tenant }]);
    },
  );

  it('leaves neither role nor tenant behind on the connection', async () => {
    await database.write(tenant, async () => undefined);
    await database.read(tenant, async () => Promise.reject(new Error('no'))).catch(() => undefined);
    const [row] = await database.asOwner<{ role: string; bound: string | null }>(
      `select current_user as role, nullif(current_setting('app.tenant', true), '') as bound`,
    );
    expect(row).toEqual({ role: 'postgres', bound: null });
  });

  it('writes nothing in a read', async () => {
    const write = database.read(tenant, ({ db }) =>
      db
        .updateTable('tenants')
        .set({ orders_synced_at: new Date() })
        .where('tenant_id', '=', tenant)
        .execute(),
    );
    await expect(write).rejects.toThrow(/read-only/);
  });

  it('shows one moment throughout a read', async ({ skip }) => {
    skip(kind === 'pglite', 'one session: nothing can happen meanwhile');
    const name = ({ db }: { db: Parameters<Parameters<typeof database.read>[1]>[0]['db'] }) =>
      db.selectFrom('tenants').select('name').where('tenant_id', '=', tenant).executeTakeFirstOrThrow();
    await rename('before');
    const seen = await database.read(tenant, async (tx) => {
      const first = await name(tx);
      await rename('after');
      return [first, await name(tx)];
    });
    expect(seen).toEqual([{ name: 'before' }, { name: 'before' }]);
  });

  it('undoes what a failed write did, and nothing of what ran beside it', async () => {
    const write = (year: number, then: () => void) =>
      database.write(tenant, async ({ db }) => {
        const at = new Date(Date.UTC(year, 5));
        await db
          .updateTable('tenants')
          .set({ orders_synced_at: at })
          .where('tenant_id', '=', tenant)
          .execute();
        then();
      });
    const results = await Promise.allSettled([
      write(2001, () => {
        throw new Error('changed my mind');
      }),
      write(2002, () => undefined),
      write(2003, () => {
        throw new Error('changed my mind');
      }),
    ]);
    expect(results.map((result) => result.status)).toEqual(['rejected', 'fulfilled', 'rejected']);
    expect(await syncedAt()).toBe(2002);
  });

  it('commits nothing after a statement that failed, even when the work goes on as if nothing was', async () => {
    const write = database.write(tenant, async ({ db }) => {
      const at = new Date(Date.UTC(1999, 5));
      await db.updateTable('tenants').set({ orders_synced_at: at }).where('tenant_id', '=', tenant).execute();
      await sql`select from nothing_of_the_kind`.execute(db).catch(() => undefined);
    });
    await expect(write).rejects.toThrow();
    expect(await syncedAt()).not.toBe(1999);
  });

  it.each(['read', 'write'] as const)('refuses at once what is asked beside an open %s', async (mode) => {
    await database[mode](tenant, async () => {
      await expect(database.read(tenant, async () => 1)).rejects.toThrow(beside);
      await expect(database.write(tenant, async () => 1)).rejects.toThrow(beside);
      await expect(database.crossTenant.tenants()).rejects.toThrow(beside);
      await expect(database.maintain()).rejects.toThrow(beside);
    });
  });

  it('takes up again what was begun inside a transaction, once that is over', async () => {
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    const { later } = await database.write(tenant, async () => ({
      later: released.then(() => database.read(tenant, async () => 'fine')),
    }));
    release();
    expect(await later).toBe('fine');
  });

  it('takes no tenant that is not a UUID', async () => {
    const strange = `' ; drop table tenants; --` as TenantId;
    expect(parseTenantId(strange)).toBeNull();
    await expect(database.read(strange, async () => 1)).rejects.toThrow(/id of a tenant/);
  });
});

describe.each(databaseKinds)('a database on %s that ends', (kind) => {
  it('finishes what was asked before, and refuses what is asked after', async () => {
    const database = await openTestDatabase(kind);
    const tenant = await database.newTenant();
    const asked = Array.from({ length: 12 }, (_, index) => database.read(tenant, async () => index));
    const closed = database.close();
    await expect(database.read(tenant, async () => 1)).rejects.toThrow('The database is closed.');
    await closed;
    expect(await Promise.all(asked)).toEqual(Array.from({ length: 12 }, (_, index) => index));
    expect(await database.isReady()).toBe(false);
  });

  it('refuses everything once its folder belongs to somebody else', async () => {
    const lost = new AbortController();
    const database = await openTestDatabase(kind, lost.signal);
    const tenant = await database.newTenant();
    lost.abort(new Error('The lock was taken.'));
    await expect(database.write(tenant, async () => 1)).rejects.toThrow('The lock was taken.');
    await database.close();
  });
});
