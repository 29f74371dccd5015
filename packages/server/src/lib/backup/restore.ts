import { type Kysely, sql } from 'kysely';
import { ensureAppRole } from '../db/app-role.ts';
import type { GuardedDatabase } from '../db/guarded-database.ts';
import { migrate, stepsTaken } from '../db/migrate.ts';
import { migrations } from '../db/migrations.ts';
import type { Tables } from '../db/tables.ts';
import type { Backup, BackupHeader } from './backup.ts';
import { insertRows } from './insert-rows.ts';
import { type StoredTable, readTables } from './table-catalogue.ts';
import { wholeText } from './whole-text.ts';

/**
 * Puts a backup into a database that holds no data yet: all of it or, where anything fails, none. A backup of an
 * older version comes into that version's tables, which are then brought up to date.
 *
 * @throws Error in one sentence when the database holds data, or tables that do not fit.
 */
export async function restoreBackup(
  target: GuardedDatabase,
  backup: Backup,
  known = migrations,
): Promise<void> {
  const { db } = target;
  const steps = backup.header.migrations;
  refuseUnknownSteps(steps, known);
  refuseOtherSteps(await stepsTaken(db), steps);
  await refuseUnlessEmpty(db, await readTables(db));
  await ensureAppRole(db);
  await migrate(db, steps.at(-1), known);
  await target.transaction(`start transaction; ${wholeText}`, async (trx) => {
    const tables = await readTables(trx);
    refuseOtherTables(tables, backup.header);
    // Whoever else restores, or makes a tenant, comes after.
    const names = sql.join(tables.map(({ name }) => sql.id(name)));
    await sql`lock table ${names} in share row exclusive mode`.execute(trx);
    await refuseUnlessEmpty(trx, tables);
    await insertRows(trx, tables, backup);
    await sql`analyze ${names}`.execute(trx);
  });
  await migrate(db, undefined, known);
}

function refuseUnknownSteps(steps: readonly string[], known: object): void {
  const unknown = steps.find((step) => !(step in known));
  if (unknown === undefined) return;
  throw new Error(
    `The backup was made by a newer version of Numberdesk, whose tables have ${unknown}: restore it with that version.`,
  );
}

function refuseOtherSteps(taken: readonly string[], steps: readonly string[]): void {
  const further = taken.find((step) => !steps.includes(step));
  if (further === undefined) return;
  throw new Error(
    `The tables of the target are newer than the backup: they have ${further}. Nothing was changed; take a ` +
      'database or a folder in which there are no tables yet, and they are made and brought up to date.',
  );
}

async function refuseUnlessEmpty(db: Kysely<Tables>, tables: readonly StoredTable[]): Promise<void> {
  for (const { name } of tables) {
    const { rows } = await sql`select from ${sql.id(name)} limit 1`.execute(db);
    if (rows.length === 0) continue;
    throw new Error(
      'The target is not empty: it has tenants of its own. Nothing was changed; take an empty database or a new folder.',
    );
  }
}

function refuseOtherTables(tables: readonly StoredTable[], { tables: described }: BackupHeader): void {
  const texts = (all: readonly { name: string; columns: readonly string[] }[]) =>
    all.map(({ name, columns }) => `${name} (${[...columns].sort().join(', ')})`);
  const here = texts(tables.map(({ name, columns }) => ({ name, columns: columns.map((it) => it.name) })));
  const there = texts(described);
  const other = there.find((it) => !here.includes(it)) ?? here.find((it) => !there.includes(it));
  if (other !== undefined)
    throw new Error(`The target and the backup do not have the same tables: ${other}.`);
}
