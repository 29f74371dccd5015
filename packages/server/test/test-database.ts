import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { inject } from 'vitest';
import { type DatabaseConnections, connectPglite, connectPostgres } from '../src/lib/db/connection.ts';
import type { Database, TenantId } from '../src/lib/db/database.ts';
import { type GuardedDatabase, guardedDatabase } from '../src/lib/db/guarded-database.ts';
import { databaseOver } from '../src/lib/db/open-database.ts';
import { takePglite } from './reused-pglite.ts';

const postgresUrl = inject('postgresUrl');

/** The databases that everything has to work on; for `describe.each`. */
export const databaseKinds: readonly Database['kind'][] =
  postgresUrl === null ? ['pglite'] : ['pglite', 'postgres'];

/** A database of a test's own, with a clock that stands still until it is set. */
export interface TestDatabase extends Database {
  clock: { now: number };
  /** Asks as the owner of the tables, whom row-level security does not hold. */
  asOwner<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
  pool: pg.Pool;
  /** Each test works in a tenant of its own, so that a file can share one database. */
  newTenant(): Promise<TenantId>;
}

/** A database on the PostgreSQL of the tests: without anything, or a copy of another one. */
export async function createPostgresDatabase(
  template = 'template1',
): Promise<{ url: string; drop(): Promise<void> }> {
  if (postgresUrl === null) throw new Error('There is no PostgreSQL for tests on this machine.');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const ask = async (statement: string) => {
    const client = new pg.Client(postgresUrl);
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await ask(`create database ${name} template ${template}`);
  const url = new URL(postgresUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => ask(`drop database ${name} with (force)`) };
}

async function connect(kind: Database['kind']): Promise<DatabaseConnections> {
  if (kind === 'pglite') {
    const { pglite, leave } = await takePglite(inject('pgliteCopies').migrated);
    return { ...connectPglite(pglite), close: leave };
  }
  const { url, drop } = await createPostgresDatabase(inject('postgresTemplate'));
  const connections = connectPostgres(url, () => undefined);
  return { ...connections, close: drop };
}

/** Opens a database of its own for a test file; close it in the end. */
export async function openTestDatabase(kind: Database['kind'], lost?: AbortSignal): Promise<TestDatabase> {
  const clock = { now: Date.parse('2026-11-22T12:00:00.000Z') };
  const opened = await connect(kind);
  const connections = { ...opened, lost: lost ?? opened.lost };
  const database = await databaseOver(connections, { clock: () => clock.now, ids: () => uuidv7() });
  let tenants = 0;
  return {
    ...database,
    clock,
    asOwner: async (text, values) => (await connections.pool.query(text, values)).rows,
    pool: connections.pool,
    newTenant: () => database.crossTenant.createTenant({ name: `Tenant ${++tenants}` }),
  };
}

/** The same database as the owner of its tables sees it; closed with the other. */
export function ownerView({ kind, pool }: TestDatabase): GuardedDatabase {
  return guardedDatabase({ kind, pool, lost: new AbortController().signal, close: async () => undefined });
}
