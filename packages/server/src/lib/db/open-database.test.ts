import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createPostgresDatabase } from '../../../test/test-database.ts';
import { openDatabase } from './open-database.ts';

const ports = { clock: Date.now, ids: () => uuidv7() };

describe('a data folder', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'numberdesk-data-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('keeps what was written, and takes one process at a time', async () => {
    const dataDir = join(folder, 'not', 'there', 'yet');
    const first = await openDatabase({ dataDir, ...ports });
    const tenant = await first.crossTenant.createTenant({ name: 'Kept' });
    await expect(openDatabase({ dataDir, ...ports })).rejects.toThrow(/is in use by process/);

    const module = fileURLToPath(new URL('./open-database.ts', import.meta.url));
    const script = `
      import { openDatabase } from ${JSON.stringify(module)};
      await openDatabase({ dataDir: ${JSON.stringify(dataDir)}, clock: Date.now, ids: () => '' });`;
    const other = promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script]);
    await expect(other).rejects.toThrow(`${dataDir} is in use by process ${process.pid}`);

    await first.close();
    const second = await openDatabase({ dataDir, ...ports });
    expect(await second.crossTenant.tenants()).toEqual([{ id: tenant, name: 'Kept' }]);
    await second.close();
  });
});

describe.skipIf(inject('postgresUrl') === null)('a PostgreSQL server', () => {
  it('is opened by its address; a connection that breaks is told of and replaced', async () => {
    const { url, drop } = await createPostgresDatabase();
    const broken: Error[] = [];
    const onConnectionError = (error: Error) => void broken.push(error);
    const database = await openDatabase({ url, ...ports, onConnectionError });
    expect(database.kind).toBe('postgres');
    const tenant = await database.crossTenant.createTenant({ name: 'Over there' });

    const inUse = database.read(tenant, async ({ db }) => {
      const { sql } = await import('kysely');
      await sql`select pg_terminate_backend(pg_backend_pid())`.execute(db);
    });
    await expect(inUse).rejects.toThrow();
    expect(await database.crossTenant.tenantExists(tenant)).toBe(true);
    await database.close();
    await drop();
  });
});
