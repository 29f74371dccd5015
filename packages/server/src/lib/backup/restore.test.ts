import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type TestDatabase,
  databaseKinds,
  openTestDatabase,
  ownerView,
} from '../../../test/test-database.ts';
import { migrations } from '../db/migrations.ts';
import { createTenantTable } from '../db/tenant-table.ts';
import { type Backup, type BackupHeader, batchLength } from './backup.ts';
import { restoreBackup } from './restore.ts';
import { withSnapshot } from './snapshot.ts';

const tenant = '00000000-0000-7000-8000-00000000d300';

/** One of each type that a table may come to use, with what a careless copy would lose. */
const odd = {
  name: 'odd_values',
  grants: 'select',
  columns: `
    tenant_id uuid not null references tenants,
    id integer not null,
    words text, big bigint, exact numeric, single real, double double precision, flag boolean,
    moment timestamptz, plain timestamp, day date, span interval,
    json jsonb, bytes bytea, list text[], "from" text collate "C",
    derived integer generated always as (id * 2) stored,
    primary key (tenant_id, id)`,
};
const oddRows = [
  `1, e'a\\nb\\r\\t\\u2028\\\\"{NULL}\\x01 李🙂', 9223372036854775807, 1.10, 'NaN', 'Infinity', true, 'infinity',
    '-infinity', '0044-03-15 BC', '1 year 2 mons -3 days 04:05:06.789', '{"a": 1.10, "b": 1e30, "c": "\\u00e9 \\\\n", "d": [null]}',
    '\\x00ff5c', array['a,b', null, '"', '{}', ''], 'NULL'`,
  `2, '', -9223372036854775808, 12345678901234567890.123456789, 0.1, 0.1, false, '2026-11-22 12:00:00.123456+00',
    '2026-11-22 12:00:00.000001', 'infinity', '00:00:00', '"\\\\u2028"', '', '{}', ''`,
  `3, null, null, null, null, null, null, '-infinity', null, null, null, 'null', null, null, null`,
];

describe.each(databaseKinds)('a backup that is restored on %s', (kind) => {
  let source: TestDatabase;
  /** One for all, in this order: it stays empty until a restore succeeds, and is full from then on. */
  let target: TestDatabase;
  beforeAll(async () => {
    target = await openTestDatabase(kind);
    await addOddTable(target);
    source = await openTestDatabase(kind);
    await source.crossTenant.createTenant({ name: 'Odd', id: tenant as never });
    await addOddTable(source);
    for (const row of oddRows) {
      await source.asOwner(`insert into odd_values values ('${tenant}', ${row})`);
    }
  });
  afterAll(async () => {
    await source.close();
    await target.close();
  });

  const addOddTable = (database: TestDatabase) => createTenantTable(ownerView(database).db as never, odd);
  const textsOf = (database: TestDatabase) =>
    database.asOwner(`select t::text from odd_values t union all select t::text from tenants t order by 1`);
  const snapshot = <T>(work: (backup: Backup) => Promise<T>) => withSnapshot(ownerView(source), work);
  const held = () =>
    snapshot(async ({ header, batches }) => ({ header, all: await Array.fromAsync(batches()) }));
  const backupOf = async (change: Partial<BackupHeader> = {}): Promise<Backup> => {
    const { header, all } = await held();
    return {
      header: { ...header, ...change },
      batches: async function* () {
        yield* all;
      },
    };
  };
  const isEmpty = async () => (await target.crossTenant.tenants()).length === 0;

  it('is refused when a newer version made it, or its tables are others', async () => {
    const newer = await backupOf({ migrations: [...Object.keys(migrations), '9999_later'] });
    await expect(restoreBackup(ownerView(target), newer)).rejects.toThrow(
      /made by a newer version of Numberdesk, whose tables have 9999_later/,
    );
    const { header } = await held();
    const fewer = await backupOf({ tables: header.tables.filter(({ name }) => name !== 'odd_values') });
    await expect(restoreBackup(ownerView(target), fewer)).rejects.toThrow(/same tables: odd_values \(/);
    const other = header.tables.map((it) => ({
      ...it,
      columns: it.columns.map((name) => name.replace('flag', 'x')),
    }));
    await expect(restoreBackup(ownerView(target), await backupOf({ tables: other }))).rejects.toThrow(
      /same tables: odd_values \(/,
    );
    expect(await isEmpty()).toBe(true);
  });

  it('is not taken of a newer version, nor of what is no database of ours', async () => {
    await target.asOwner(`insert into kysely_migration values ('9999_later', now())`);
    const take = () => withSnapshot(ownerView(target), async () => null);
    await expect(take()).rejects.toThrow(/written by a newer version of Numberdesk \(9999_later\)/);
    await target.asOwner(`delete from kysely_migration where name = '9999_later'`);
    await target.asOwner('alter table kysely_migration rename to elsewhere');
    await expect(take()).rejects.toThrow(/no data of Numberdesk/);
    await target.asOwner('alter table elsewhere rename to kysely_migration');
  });

  it('comes whole or not at all', async () => {
    const backup = await backupOf();
    const failures: [Backup, RegExp][] = [
      [
        {
          ...backup,
          async *batches() {
            yield* backup.batches();
            throw new Error('cut off');
          },
        },
        /cut off/,
      ],
      [
        {
          ...backup,
          async *batches() {
            for await (const batch of backup.batches()) if (batch.table !== 'odd_values') yield batch;
          },
        },
        /odd_values does not have the 3 rows/,
      ],
      [
        {
          ...backup,
          async *batches() {
            yield* backup.batches();
            yield { table: 'odd_values', rows: ['["x"]'] };
          },
        },
        /odd_values does not have its 16 columns/,
      ],
      [
        {
          ...backup,
          async *batches() {
            yield* backup.batches();
            yield { table: 'strange', rows: ['[]'] };
          },
        },
        /does not say what the table strange is/,
      ],
    ];
    for (const [failing, reason] of failures) {
      await expect(restoreBackup(ownerView(target), failing)).rejects.toThrow(reason);
      expect(await isEmpty()).toBe(true);
    }
    await restoreBackup(ownerView(target), backup);
    expect(await isEmpty()).toBe(false);
  });

  it('has every value as it was', async () => {
    expect(await textsOf(target)).toEqual(await textsOf(source));
    expect((await textsOf(target)).length).toBe(4);
  });

  it('is refused where there is data, which stays as it was', async () => {
    const before = await textsOf(target);
    await expect(restoreBackup(ownerView(target), await backupOf())).rejects.toThrow(
      /The target is not empty/,
    );
    expect(await textsOf(target)).toEqual(before);
  });

  it('has every table of the schema, one of a later step too, and no stranger', async () => {
    await source.asOwner('create table stranger (id integer)');
    const { header } = await held();
    const tables = await source.asOwner<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = current_schema()
       and tablename not like 'kysely%' and tablename <> 'stranger' order by 1`,
    );
    await source.asOwner('drop table stranger');
    expect(header.tables.map(({ name }) => name).sort()).toEqual(tables.map(({ name }) => name));
    expect(header.tables.map(({ name }) => name)).toContain('odd_values');
    expect(header.tables.length).toBeGreaterThan(12);
  });

  it('is read in batches that fit into memory, whatever a row weighs', async () => {
    const heavy = `insert into odd_values (tenant_id, id, words) select $1, i, repeat('x', 200000) from generate_series(10, 49) i`;
    await source.asOwner(heavy, [tenant]);
    const { all } = await held();
    await source.asOwner('delete from odd_values where id >= 10');
    const lengths = all.map(({ rows }) => rows.join('').length);
    expect(Math.max(...lengths)).toBeLessThan(2.5 * batchLength);
    expect(lengths.reduce((sum, length) => sum + length)).toBeGreaterThan(8 * batchLength);
  });

  it('shows one moment, while others write, and changes nothing', async ({ skip }) => {
    skip(kind === 'pglite', 'its one session belongs to whoever asks first');
    const before = await textsOf(source);
    const names = await snapshot(async ({ batches }) => {
      await source.asOwner(`update tenants set name = 'Later'`);
      const all = await Array.fromAsync(batches());
      return all.filter(({ table }) => table === 'tenants').map(({ rows }) => rows.join());
    });
    expect(names.join()).toContain('Odd');
    await source.asOwner(`update tenants set name = 'Odd'`);
    expect(await textsOf(source)).toEqual(before);
  });
});
