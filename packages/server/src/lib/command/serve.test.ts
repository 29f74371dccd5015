import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { serveInProcess } from '../../../test/command-line.ts';
import { copyDataFolder } from '../../../test/database-copies.ts';

it('a process counts by the address of the connection, behind a proxy by the one that the proxy saw', async ({
  onTestFinished,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'numberdesk-serve-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await copyDataFolder(inject('pgliteCopies'), folder);
  /** What so many requests are answered whose senders say that they come from there. */
  async function answered(settings: Record<string, string>, ...forwardedFor: string[]) {
    const env = { NUMBERDESK_DATA: folder, NUMBERDESK_REQUESTS_PER_ADDRESS: '2', ...settings };
    const process = await serveInProcess(env);
    const seen: number[] = [];
    for (const address of forwardedFor) {
      const headers = { 'x-forwarded-for': address };
      seen.push((await fetch(`${process.url}/v1/openapi.json`, { headers })).status);
    }
    await process.end('SIGTERM');
    return seen;
  }
  expect(await answered({}, '192.0.2.1', '192.0.2.2', '192.0.2.3')).toEqual([200, 200, 429]);
  const behindOne = { NUMBERDESK_PROXIES: '1' };
  expect(
    await answered(behindOne, '192.0.2.1', '192.0.2.2', '192.0.2.9, 192.0.2.1', '192.0.2.9, 192.0.2.1'),
  ).toEqual([200, 200, 200, 429]);
}, 60_000);
