import { type Transaction, sql } from 'kysely';
import type { Tables } from '../db/tables.ts';
import type { Backup, BackupHeader } from './backup.ts';
import type { StoredTable } from './table-catalogue.ts';

/**
 * Inserts all rows of a backup.
 *
 * @throws Error when they are not those that its header names, or the backup turns out not whole.
 */
export async function insertRows(
  trx: Transaction<Tables>,
  tables: readonly StoredTable[],
  { header, batches }: Backup,
): Promise<void> {
  const inserted = new Map(header.tables.map(({ name }) => [name, 0]));
  const targets = new Map(header.tables.map((described) => [described.name, inOrder(described, tables)]));
  for await (const { table, rows } of batches()) {
    const target = targets.get(table);
    if (!target) throw new Error(`The backup does not say what the table ${table} is.`);
    await insertBatch(trx, target, rows);
    inserted.set(table, (inserted.get(table) ?? 0) + rows.length);
  }
  const wrong = header.tables.find(({ name, rows }) => inserted.get(name) !== rows);
  if (wrong)
    throw new Error(`The table ${wrong.name} does not have the ${wrong.rows} rows that it should have.`);
}

/** The columns in the backup's order, with the types of the target. */
function inOrder(
  { name, columns }: BackupHeader['tables'][number],
  tables: readonly StoredTable[],
): StoredTable {
  const there = tables.find((table) => table.name === name)?.columns ?? [];
  return { name, columns: columns.flatMap((column) => there.find((it) => it.name === column) ?? []) };
}

/** One statement for a batch: an array of texts for each column, which the database turns into its type. */
async function insertBatch(
  trx: Transaction<Tables>,
  { name, columns }: StoredTable,
  rows: readonly string[],
): Promise<void> {
  const texts = columns.map((): unknown[] => []);
  for (const row of rows) {
    const cells: unknown = JSON.parse(row);
    if (!Array.isArray(cells) || cells.length !== columns.length) {
      throw new Error(`A row of the table ${name} does not have its ${columns.length} columns.`);
    }
    cells.forEach((cell, index) => texts[index]?.push(cell));
  }
  const names = sql.join(columns.map((column) => sql.id(column.name)));
  const arrays = sql.join(texts.map((values) => sql`${values}::text[]`));
  const typed = sql.join(columns.map((column) => sql`${sql.id('r', column.name)}::${sql.raw(column.type)}`));
  await sql`
    insert into ${sql.id(name)} (${names}) select ${typed} from unnest(${arrays}) as r (${names})`.execute(
    trx,
  );
}
