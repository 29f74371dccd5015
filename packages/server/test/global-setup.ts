import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import type { TestProject } from 'vitest/node';
import { connectPostgres } from '../src/lib/db/connection.ts';
import { databaseOver } from '../src/lib/db/open-database.ts';
import { openQueue } from '../src/lib/jobs/queue.ts';
import { type PgliteCopies, writePgliteCopies } from './database-copies.ts';
import { type ThrowawayPostgres, startPostgres } from './throwaway-postgres.ts';

/** Databases to copy from, and what stops and removes them. */
interface Databases {
  postgresUrl: string | null;
  pgliteCopies: PgliteCopies;
  stop(): Promise<void>;
}

const postgresTemplate = 'numberdesk_template';

/** Where PostgreSQL cannot be had, its half of the tests is left out on a laptop, and is an error elsewhere. */
async function postgres(): Promise<Pick<ThrowawayPostgres, 'url' | 'stop'> | null> {
  const url = process.env.TEST_POSTGRES_URL;
  if (url) return { url, stop: async () => undefined };
  try {
    return await startPostgres();
  } catch (error) {
    if (process.env.CI) throw error;
    console.warn(`The tests on PostgreSQL are left out: ${(error as Error).message}`);
    return null;
  }
}

/** Makes the database that the others are copies of anew. */
async function makeTemplate(url: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(`drop database if exists ${postgresTemplate}`);
  await client.query(`create database ${postgresTemplate}`);
  await client.end();
  const place = new URL(url);
  place.pathname = `/${postgresTemplate}`;
  const connections = connectPostgres(place.href, () => undefined);
  const database = await databaseOver(connections, { clock: Date.now, ids: () => uuidv7() });
  await (await openQueue(database, (error) => Promise.reject(error))).stop(0);
  await database.close();
}

async function makeDatabases(): Promise<Databases> {
  const folder = mkdtempSync(join(tmpdir(), 'numberdesk-test-'));
  const [server, pgliteCopies] = await Promise.all([postgres(), writePgliteCopies(folder)]);
  if (server) await makeTemplate(server.url);
  return {
    postgresUrl: server?.url ?? null,
    pgliteCopies,
    async stop() {
      await server?.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Several projects of one run need them, and each loads this file for itself: what they share is kept here. */
const shared = globalThis as typeof globalThis & {
  numberdeskDatabases?: { users: number; made: Promise<Databases> } | undefined;
};

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const databases = (shared.numberdeskDatabases ??= { users: 0, made: makeDatabases() });
  databases.users++;
  const { postgresUrl, pgliteCopies, stop } = await databases.made;
  project.provide('postgresUrl', postgresUrl);
  project.provide('postgresTemplate', postgresTemplate);
  project.provide('pgliteCopies', pgliteCopies);
  return async () => {
    if (--databases.users > 0) return;
    shared.numberdeskDatabases = undefined;
    await stop();
  };
}
