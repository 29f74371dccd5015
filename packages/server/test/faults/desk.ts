import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { createClient } from '@numberdesk/core';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { inject } from 'vitest';
import { openDatabase } from '../../src/lib/db/open-database.ts';
import { hashToken, newToken } from '../../src/lib/http/credential.ts';
import { type RunningProcess, serveInProcess } from '../command-line.ts';
import { copyDataFolder } from '../database-copies.ts';
import { type ThrowawayPostgres, startPostgres } from '../throwaway-postgres.ts';
import { type CuttingProxy, startCuttingProxy } from './cutting-proxy.ts';
import { type Stored, inspectionSql } from './inspection.ts';

/** A server process that can be killed, the network before it, and the database behind it. */
export interface Desk {
  proxy: CuttingProxy;
  key: string;
  server: RunningProcess;
  /** `kill -9` of the server; whoever is connected is cut off. */
  kill(): Promise<void>;
  /** Starts the server again, on what the killed one has left. */
  revive(): Promise<void>;
  /** Looks at the database itself; on PGlite, only while no server runs. */
  inspect(): Promise<Stored>;
  close(): Promise<void>;
}

/** A desk on PostgreSQL, which can be killed as well. */
export interface PostgresDesk extends Desk {
  postgres: ThrowawayPostgres;
}

const owner = { name: 'Grace Hopper', email: 'grace@acme.test' };

async function newTenant(place: { url?: string; dataDir?: string }): Promise<string> {
  const database = await openDatabase({ ...place, clock: Date.now, ids: () => uuidv7() });
  const tenant = await database.crossTenant.createTenant({ name: 'Acme Telecom' });
  const key = newToken('key', tenant);
  await database.crossTenant.createApiKey({ tenant, secretHash: hashToken(key) });
  await database.close();
  return key;
}

async function openDesk(
  env: NodeJS.ProcessEnv,
  place: { url?: string; dataDir?: string },
): Promise<Omit<Desk, 'inspect'>> {
  const key = await newTenant(place);
  const proxy = await startCuttingProxy(null);
  const desk: Omit<Desk, 'inspect'> = {
    proxy,
    key,
    server: await serveInProcess(env),
    async kill() {
      proxy.target = null;
      await desk.server.end('SIGKILL');
    },
    async revive() {
      desk.server = await serveInProcess(env);
      proxy.target = desk.server.url;
    },
    async close() {
      await proxy.close();
      await desk.server.end('SIGKILL');
    },
  };
  proxy.target = desk.server.url;
  const { access } = createClient({ baseUrl: proxy.url, secretKey: key });
  await access.putAccount({ id: 'acme', name: 'Acme', level: 'business', owner });
  return desk;
}

/** Opens a desk on the embedded database. */
export async function openPgliteDesk(): Promise<Desk> {
  const dataDir = mkdtempSync(join(tmpdir(), 'numberdesk-faults-'));
  await copyDataFolder(inject('pgliteCopies'), dataDir);
  const desk = await openDesk({ NUMBERDESK_DATA: dataDir }, { dataDir });
  return Object.assign(desk, {
    async inspect() {
      const pglite = await PGlite.create(join(dataDir, 'database'));
      const { rows } = await pglite.query<{ stored: Stored }>(inspectionSql);
      await pglite.close();
      return rows[0]!.stored;
    },
    close: async () => {
      await desk.proxy.close();
      await desk.server.end('SIGKILL');
      rmSync(dataDir, { recursive: true, force: true });
    },
  });
}

/** Opens a desk on a PostgreSQL of its own; `env` is for the server. */
export async function openPostgresDesk(env: NodeJS.ProcessEnv = {}): Promise<PostgresDesk> {
  const postgres = await startPostgres({ durable: true });
  const desk = await openDesk({ ...env, DATABASE_URL: postgres.url }, { url: postgres.url });
  return Object.assign(desk, {
    postgres,
    async inspect() {
      const client = new pg.Client(postgres.url);
      await client.connect();
      const { rows } = await client.query<{ stored: Stored }>(inspectionSql);
      await client.end();
      return rows[0]!.stored;
    },
    close: async () => {
      await desk.proxy.close();
      await desk.server.end('SIGKILL');
      await postgres.stop();
    },
  });
}
