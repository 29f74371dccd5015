import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { webhookErrors, webhookEventTypes, webhookRetryDelays } from '@numberdesk/core/webhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from './eventually.ts';
import { type TestServer, type TestTenant, openTestServer } from './test-server.ts';

const packageFolder = fileURLToPath(new URL('..', import.meta.url));
const guide = readFileSync(join(packageFolder, '../../docs/guides/receive-webhooks.md'), 'utf8');
const code = /```js\n(.*?)```/s.exec(guide)?.[1] ?? '';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

describe('the receiver in the guide', () => {
  // Below the package, so that it finds what it imports.
  const folder = mkdtempSync(join(packageFolder, 'node_modules', '.receiver-'));
  let server: TestServer;
  let tenant: TestTenant;
  let port: number;
  let receiver: ChildProcess | undefined;
  let said = '';

  const ask = async <Body>(method: string, path: string, body?: unknown) => {
    const headers = { 'idempotency-key': randomUUID() };
    return (await server.send<Body>(method, `/v1/webhooks${path}`, { as: tenant.key, body, headers })).body;
  };
  const isThere = () =>
    fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: '{}' }).then(
      ({ status }) => status,
      () => null,
    );

  beforeAll(async () => {
    writeFileSync(join(folder, 'receiver.mjs'), code);
    server = await openTestServer('pglite', { loopbackWebhooks: true });
    server.clock.now = Date.now();
    tenant = await server.newTenantWithAccounts();
    port = await freePort();
  });
  afterAll(async () => {
    receiver?.kill();
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('takes what is signed for it, once, and nothing else', async () => {
    const { id, secret } = await ask<{ id: string; secret: string }>('POST', '', {
      url: `http://127.0.0.1:${port}/`,
    });
    receiver = spawn(process.execPath, [join(folder, 'receiver.mjs')], {
      env: { ...process.env, WEBHOOK_SECRET: secret, PORT: String(port) },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    receiver.stdout?.on('data', (data) => (said += String(data)));
    await eventually(isThere).toBe(401);

    const delivered = async () =>
      (await ask<{ data: { type: string; status: string }[] }>('GET', `/${id}/deliveries`)).data.map(
        ({ type, status }) => `${type} ${status}`,
      );
    await ask('POST', `/${id}/test`);
    await eventually(delivered).toEqual(['ping delivered']);
    await server.place(tenant.key, { number: 'PO-1001' });
    await eventually(delivered).toEqual(['order.changed delivered', 'ping delivered']);
    await eventually(() => said).toBe('PO-1001 processing\n');

    await ask('POST', `/${id}/replay`, { event: 1 });
    await eventually(delivered).toEqual(['order.changed delivered', 'ping delivered']);
    await ask('POST', `/${id}/rotate`);
    await server.place(tenant.key, { number: 'PO-1002' });
    await eventually(() => said).toBe('PO-1001 processing\nPO-1002 processing\n');
  });

  it('is short', () => {
    expect(code.trim().split('\n').length).toBeLessThanOrEqual(30);
    expect(code).toContain('verify(');
  });
});

describe('the tables in the guide', () => {
  const cells = (head: string) => {
    const rows = guide.slice(guide.indexOf(head)).split('\n\n')[0]!.split('\n').slice(2);
    return rows.map((row) => row.split('|').map((cell) => cell.trim().replaceAll('`', '')));
  };

  it('tell every wait', () => {
    const inWords = (millis: number) =>
      millis < 60_000
        ? `${millis / 1000} s`
        : millis < 3_600_000
          ? `${millis / 60_000} min`
          : `${millis / 3_600_000} h`;
    const waits = cells('| after attempt').map(([, attempt, wait]) => [attempt, wait]);
    expect(waits).toEqual(webhookRetryDelays.map((millis, index) => [String(index + 1), inWords(millis)]));
  });

  it('tell every type and every error', () => {
    expect(cells('| type ').map(([, type]) => type)).toEqual([...webhookEventTypes, 'ping']);
    expect(
      cells('| `error`')
        .map(([, error]) => error)
        .sort(),
    ).toEqual([...webhookErrors].sort());
  });
});
