import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { writePgliteSnapshot } from './pglite-snapshot.ts';
import { type ThrowawayPostgres, startPostgres } from './throwaway-postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A PostgreSQL to make databases in; `null` where there is none. */
    postgresUrl: string | null;
    /** A file with an empty, migrated PGlite: loading it takes a tenth of the time of making one. */
    pgliteSnapshot: string;
  }
}

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

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'numberdesk-test-'));
  const snapshot = join(folder, 'pglite.tar');
  const [server] = await Promise.all([postgres(), writePgliteSnapshot(snapshot)]);
  project.provide('postgresUrl', server?.url ?? null);
  project.provide('pgliteSnapshot', snapshot);
  return async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
