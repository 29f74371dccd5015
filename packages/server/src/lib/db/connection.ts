import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import pg from 'pg';
import { lockFolder } from './folder-lock.ts';
import { PreparingClient } from './preparing-client.ts';

/** Where the data is. */
export interface DatabasePlace {
  /** `postgres://…`; without it, PGlite. */
  url?: string | undefined;
  /** The folder for PGlite; `null` keeps everything in memory. */
  dataDir?: string | null | undefined;
}

/** A pool, and what lies below it. */
export interface DatabaseConnections {
  kind: 'pglite' | 'postgres';
  pool: pg.Pool;
  /** Aborted when nothing may be written any more. */
  lost: AbortSignal;
  /** After the pool has ended. */
  close(): Promise<void>;
}

/** A request that has waited as long for a connection is refused rather than left hanging. */
const connectionTimeoutMillis = 15_000;

/** A pool of connections to a PostgreSQL server. */
export function connectPostgres(url: string, onError: (error: Error) => void): DatabaseConnections {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis,
    Client: PreparingClient,
  });
  pool.on('error', onError);
  // A connection that breaks while it is in use tells its user so; without a listener it would end the process.
  pool.on('connect', (client) => void client.on('error', () => undefined));
  return { kind: 'postgres', pool, lost: new AbortController().signal, close: async () => undefined };
}

/** A pool over PGlite: of one connection, for PGlite has one session, and nothing may go round it. */
export function connectPglite(
  pglite: PGlite,
  lost: AbortSignal = new AbortController().signal,
): DatabaseConnections {
  const config = createPgConfig(pglite) as unknown as pg.PoolConfig;
  const pool = new pg.Pool({
    ...config,
    max: 1,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis,
    Client: PreparingClient,
  });
  return { kind: 'pglite', pool, lost, close: () => pglite.close() };
}

const folderOf = (dataDir: string) => join(dataDir, 'database');

/** Whether a folder has an embedded database in it, which opening would make. */
export function isPgliteFolder(dataDir: string): boolean {
  return existsSync(join(folderOf(dataDir), 'PG_VERSION'));
}

/** Opens PGlite in a folder that no other process uses meanwhile, or in memory. */
export async function openPglite(
  dataDir: string | null,
  onFolderLost: (error: Error) => void,
): Promise<DatabaseConnections> {
  if (dataDir === null) return connectPglite(await PGlite.create('memory://'));
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const lost = new AbortController();
  const onLost = (error: Error) => {
    lost.abort(error);
    onFolderLost(error);
  };
  const lock = await lockFolder(dataDir, { onLost });
  try {
    const pglite = await PGlite.create(folderOf(dataDir));
    const connections = connectPglite(pglite, lost.signal);
    return { ...connections, close: () => connections.close().finally(() => lock.release()) };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Opens a place, whichever of the two it is. */
export async function openConnections(
  { url, dataDir = null }: DatabasePlace,
  onConnectionError: (error: Error) => void = () => undefined,
  onFolderLost: (error: Error) => void = () => undefined,
): Promise<DatabaseConnections> {
  return url ? connectPostgres(url, onConnectionError) : openPglite(dataDir, onFolderLost);
}
