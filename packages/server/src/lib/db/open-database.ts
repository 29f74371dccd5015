import { ensureAppRole } from './app-role.ts';
import { type DatabaseConnections, type DatabasePlace, openConnections } from './connection.ts';
import { createCrossTenant } from './cross-tenant.ts';
import { type Database, type TenantId, type TenantTransaction, parseTenantId } from './database.ts';
import { guardedDatabase } from './guarded-database.ts';
import { vacuum } from './maintenance.ts';
import { isMigrated, migrate } from './migrate.ts';

/** What the database takes from outside. */
export interface DatabasePorts {
  /** Milliseconds since 1970. */
  clock: () => number;
  /** Makes a fresh UUIDv7. */
  ids: () => string;
}

/** Where the data is, and what the database takes from outside. */
export interface OpenDatabaseOptions extends DatabasePorts, DatabasePlace {
  /** Told when an idle connection fails; the pool replaces it. */
  onConnectionError?: (error: Error) => void;
  /** Told when another process has taken the data folder: stop at once. No new transaction begins after it. */
  onFolderLost?: (error: Error) => void;
}

const begin = {
  read: 'start transaction isolation level repeatable read read only',
  write: 'start transaction isolation level read committed',
};

/** To be logged at the start of a server that keeps its data in PGlite. */
export const pgliteNotice =
  'The embedded database keeps committed data when the process is killed, but not when the power fails: ' +
  'it never waits for the disk. Set DATABASE_URL to a PostgreSQL server where that matters.';

/** Makes a database of open connections, with its schema up to date. */
export async function databaseOver(
  connections: DatabaseConnections,
  { clock, ids }: DatabasePorts,
): Promise<Database> {
  const { kind, db, transaction, ask, close } = guardedDatabase(connections);
  try {
    await ensureAppRole(db);
    await migrate(db);
  } catch (error) {
    await close();
    throw error;
  }

  const run = async <T>(
    mode: keyof typeof begin,
    tenant: TenantId,
    work: (tx: TenantTransaction) => Promise<T>,
  ): Promise<T> => {
    // The id is written into the statement, so what it is made of is looked at once more.
    if (parseTenantId(tenant) === null) throw new TypeError('Not the id of a tenant.');
    const start = `${begin[mode]}; set local role numberdesk_app; set local app.tenant = '${tenant}'`;
    return transaction(start, (trx) => work({ tenant, db: trx, newId: ids }));
  };

  const crossTenant = createCrossTenant(db, { clock, ids });
  return {
    kind,
    crossTenant,
    ask,
    read: (tenant, work) => run('read', tenant, work),
    write: (tenant, work) => run('write', tenant, work),
    isReady: () => isMigrated(db).catch(() => false),
    maintain: async () => {
      await crossTenant.purge();
      if (kind === 'pglite') await vacuum(db);
    },
    close,
  };
}

/**
 * Opens the database and brings its schema up to date.
 *
 * @throws Error when it cannot be reached, when its user may not do what is needed, or when another process is
 * using the data folder; the message says what to do.
 */
export async function openDatabase(options: OpenDatabaseOptions): Promise<Database> {
  const { onConnectionError, onFolderLost } = options;
  return databaseOver(await openConnections(options, onConnectionError, onFolderLost), options);
}
