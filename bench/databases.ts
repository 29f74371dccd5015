// The databases that are measured: PGlite in a folder of its own, and a PostgreSQL started for the purpose.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import pg from 'pg';
import { startPostgres } from '../packages/server/test/throwaway-postgres.ts';

/** A database that the server and a bare handler can open, one after the other. */
export interface MeasuredDatabase {
  name: string;
  /** What createServer takes. */
  options: { dataDir?: string; databaseUrl?: string };
  /** A pool for a handler that talks to it directly. */
  openPool(): Promise<{ pool: pg.Pool; close(): Promise<void> }>;
  remove(): Promise<void>;
}

/** PGlite with its data in a temporary folder. */
export async function pgliteDatabase(): Promise<MeasuredDatabase> {
  const dataDir = await mkdtemp(join(tmpdir(), 'numberdesk-bench-'));
  return {
    name: 'PGlite',
    options: { dataDir },
    async openPool() {
      const pglite = await PGlite.create(join(dataDir, 'database'));
      const pool = new pg.Pool({ ...(createPgConfig(pglite) as unknown as pg.PoolConfig), max: 1 });
      return { pool, close: async () => (await pool.end(), pglite.close()) };
    },
    remove: () => rm(dataDir, { recursive: true, force: true }),
  };
}

/** A PostgreSQL on this machine. */
export async function postgresDatabase(): Promise<MeasuredDatabase> {
  const server = await startPostgres();
  return {
    name: 'PostgreSQL',
    options: { databaseUrl: server.url },
    async openPool() {
      const pool = new pg.Pool({ connectionString: server.url, max: 10 });
      // A connection may still be on its way out when the server ends.
      pool.on('error', () => undefined);
      return { pool, close: () => pool.end() };
    },
    remove: () => server.stop(),
  };
}
