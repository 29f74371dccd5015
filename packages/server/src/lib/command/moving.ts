import { sql } from 'kysely';
import { openBackupFile, writeBackupFile } from '../backup/backup-file.ts';
import type { BackupHeader } from '../backup/backup.ts';
import { restoreBackup } from '../backup/restore.ts';
import { withSnapshot } from '../backup/snapshot.ts';
import type { Config } from '../config.ts';
import { type DatabasePlace, isPgliteFolder, openConnections } from '../db/connection.ts';
import { type GuardedDatabase, guardedDatabase } from '../db/guarded-database.ts';

type Where = Pick<Config, 'databaseUrl' | 'dataDir'>;

/** Writes all data into a new file; the answer says how much it is. */
export function backup(where: Where, file: string): Promise<string> {
  return withSource(where, (source) =>
    withSnapshot(source, async (taken) => {
      await writeBackupFile(file, taken);
      return amountOf(taken.header);
    }),
  );
}

/** Puts a backup where there is no data yet; the answer says how much it was. */
export async function restore(where: Where, file: string): Promise<string> {
  const taken = await openBackupFile(file);
  await withOpen(await open(placeOf(where)), (target) => restoreBackup(target, taken));
  return amountOf(taken.header);
}

/** Copies all data to `postgres://…` or a folder; the source stays as it is. The answer says how much it was. */
export function move(where: Where, to: string): Promise<string> {
  const place = parsePlace(to);
  return withSource(where, (source) =>
    withSnapshot(source, async (taken) => {
      await withOpen(await openDestination(place), (target) => restoreBackup(target, taken));
      return amountOf(taken.header);
    }),
  );
}

const placeOf = ({ databaseUrl, dataDir }: Where): DatabasePlace => ({ url: databaseUrl, dataDir });
const open = async (place: DatabasePlace) =>
  guardedDatabase(await openConnections(place, undefined, endAtOnce));

/** For when another process has taken the folder: whatever were written now would destroy its data. */
function endAtOnce(error: Error): never {
  process.stderr.write(`numberdesk: ${error.message}\n`);
  process.exit(1);
}

/** Never repeats what it was given: that may hold a password. */
function parsePlace(text: string): DatabasePlace {
  if (/^postgres(ql)?:\/\//.test(text) && URL.canParse(text)) return { url: text };
  if (text.includes('://') || text.trim() === '') {
    throw new Error(
      '--to takes the address of a PostgreSQL server, "postgres://…", or a folder; in a password, characters such ' +
        'as # and / are written %23 and %2F.',
    );
  }
  return { dataDir: text };
}

async function withSource<T>(where: Where, work: (source: GuardedDatabase) => Promise<T>): Promise<T> {
  const place = placeOf(where);
  if (!place.url && !isPgliteFolder(where.dataDir)) {
    throw new Error(
      `There is no data in the folder ${where.dataDir}: look at NUMBERDESK_DATA or DATABASE_URL.`,
    );
  }
  return withOpen(await open(place), work);
}

async function withOpen<T>(
  database: GuardedDatabase,
  work: (database: GuardedDatabase) => Promise<T>,
): Promise<T> {
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

async function openDestination(place: DatabasePlace): Promise<GuardedDatabase> {
  try {
    const target = await open(place);
    await sql`select`
      .execute(target.db)
      .catch((error: unknown) => target.close().then(() => Promise.reject(error)));
    return target;
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    const said = (message || code || 'no reason given').replace(/\.$/, '');
    throw new Error(`The place to move to cannot be opened (${said}): look at --to.`, { cause: error });
  }
}

function amountOf({ tables }: BackupHeader): string {
  const count = (found: BackupHeader['tables']) => found.reduce((sum, { rows }) => sum + rows, 0);
  const of = (name: string) => count(tables.filter((table) => table.name === name)).toLocaleString('en');
  return `tenants: ${of('tenants')}, orders: ${of('orders')}, rows in all: ${count(tables).toLocaleString('en')}`;
}
