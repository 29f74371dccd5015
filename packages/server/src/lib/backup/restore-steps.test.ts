import { type Kysely, sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type TestDatabase,
  createPostgresDatabase,
  databaseKinds,
  openTestDatabase,
  ownerView,
} from '../../../test/test-database.ts';
import { ensureAppRole } from '../db/app-role.ts';
import { connectPostgres } from '../db/connection.ts';
import { type GuardedDatabase, guardedDatabase } from '../db/guarded-database.ts';
import { migrate, stepsTaken } from '../db/migrate.ts';
import { migrations } from '../db/migrations.ts';
import { restoreBackup } from './restore.ts';
import { withSnapshot } from './snapshot.ts';

describe.runIf(databaseKinds.includes('postgres'))('a database without tables', () => {
  let source: TestDatabase;
  let url: string;
  let drop: () => Promise<void>;
  let targets: GuardedDatabase[];
  beforeAll(async () => {
    source = await openTestDatabase('postgres');
    await source.crossTenant.createTenant({ name: 'Acme' });
  });
  afterAll(() => source.close());
  beforeEach(async () => {
    ({ url, drop } = await createPostgresDatabase());
    targets = [1, 2].map(() => guardedDatabase(connectPostgres(url, () => undefined)));
  });
  afterEach(async () => {
    await Promise.all(targets.map((target) => target.close()));
    await drop();
  });

  const later = {
    ...migrations,
    '9998_later': {
      async up(db: Kysely<never>) {
        await sql`alter table tenants add column motto text`.execute(db);
        await sql`update tenants set motto = name || '!'`.execute(db);
      },
    },
  };
  const restore = (target: GuardedDatabase | undefined, known = migrations) =>
    withSnapshot(ownerView(source), (backup) => restoreBackup(target!, backup, known));
  const tenantsOf = async (target: GuardedDatabase | undefined) =>
    (await sql<{ name: string; motto?: string }>`select * from tenants`.execute(target!.db)).rows;

  it('takes the tables of an older backup first, then its rows, then the steps that came later', async () => {
    await restore(targets[0], later);
    expect(await stepsTaken(targets[0]!.db)).toEqual(Object.keys(later));
    expect(await tenantsOf(targets[0])).toMatchObject([{ name: 'Acme', motto: 'Acme!' }]);
  });

  it('takes no backup that is older than the tables that it has', async () => {
    await ensureAppRole(targets[0]!.db);
    await migrate(targets[0]!.db, undefined, later);
    await expect(restore(targets[0], later)).rejects.toThrow(/newer than the backup: they have 9998_later/);
    expect(await tenantsOf(targets[0])).toEqual([]);
  });

  it('takes one of two that come at once', async () => {
    const { header, all } = await withSnapshot(ownerView(source), async (backup) => ({
      header: backup.header,
      all: await Array.fromAsync(backup.batches()),
    }));
    const backup = {
      header,
      batches: async function* () {
        yield* all;
      },
    };
    const results = await Promise.allSettled(targets.map((target) => restoreBackup(target, backup)));
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = results.find((result) => result.status === 'rejected');
    expect(String(refused?.reason)).toContain('The target is not empty');
    expect(await tenantsOf(targets[0])).toHaveLength(1);
  });
});
