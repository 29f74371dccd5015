import { type Transaction, sql } from 'kysely';
import type { GuardedDatabase } from '../db/guarded-database.ts';
import { stepsTaken } from '../db/migrate.ts';
import { migrations } from '../db/migrations.ts';
import type { Tables } from '../db/tables.ts';
import { type Backup, type BackupBatch, backupFormat, batchLength } from './backup.ts';
import { type StoredTable, readTables } from './table-catalogue.ts';
import { wholeText } from './whole-text.ts';

/**
 * Hands over all that a database holds at one moment; others may go on writing meanwhile, and nothing is changed.
 *
 * @throws Error in one sentence when there is no data of ours, or it is a newer version's.
 */
export function withSnapshot<T>(source: GuardedDatabase, work: (backup: Backup) => Promise<T>): Promise<T> {
  const begin = `start transaction isolation level repeatable read read only; ${wholeText}`;
  return source.transaction(begin, async (trx) => {
    const steps = await stepsTaken(trx);
    if (steps.length === 0)
      throw new Error('There is no data of Numberdesk to take: the database has no tables.');
    const strange = steps.filter((step) => !(step in migrations));
    if (strange.length > 0) {
      throw new Error(
        `The data was written by a newer version of Numberdesk (${strange[0]}): use that version.`,
      );
    }
    const tables = await readTables(trx);
    const header: Backup['header'] = {
      numberdesk: 'backup',
      format: backupFormat,
      migrations: steps,
      tables: [],
    };
    for (const table of tables) {
      const columns = table.columns.map(({ name }) => name);
      header.tables.push({ name: table.name, columns, rows: await countRows(trx, table.name) });
    }
    return work({ header, batches: () => readBatches(trx, tables) });
  });
}

async function countRows(trx: Transaction<Tables>, table: string): Promise<number> {
  const { rows } = await sql<{ count: string }>`select count(*) from ${sql.id(table)}`.execute(trx);
  return Number(rows[0]?.count);
}

async function* readBatches(
  trx: Transaction<Tables>,
  tables: readonly StoredTable[],
): AsyncGenerator<BackupBatch> {
  for (const { name, columns } of tables) {
    const texts = columns.map((column) => sql`${sql.id(column.name)}::text`);
    await sql`
      declare rows no scroll cursor for
      select json_build_array(${sql.join(texts)})::text as row from ${sql.id(name)}`.execute(trx);
    for (let size = 10; ;) {
      const { rows: found } = await sql.raw<{ row: string }>(`fetch ${size} from rows`).execute(trx);
      if (found.length === 0) break;
      const rows = found.map(({ row }) => row);
      yield { table: name, rows };
      const length = rows.reduce((sum, row) => sum + row.length, 0);
      const fitting = Math.floor((found.length * batchLength) / length);
      size = Math.max(1, Math.min(fitting, size * 4, 5_000));
    }
    await sql`close rows`.execute(trx);
  }
}
