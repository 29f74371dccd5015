import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect as openSocket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@numberdesk/core';
import { createSession } from '@numberdesk/core/backend';
import { toMillis } from '@numberdesk/core/time';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningProcess, run, serveInProcess } from '../../../test/command-line.ts';
import { createPostgresDatabase, databaseKinds } from '../../../test/test-database.ts';
import { order } from '../../../test/test-server.ts';

const owner = { name: 'Grace Hopper', email: 'grace@acme.test' };

describe('numberdesk, on a data folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'numberdesk-command-'));
  const env = { NUMBERDESK_DATA: join(folder, 'data') };
  let tenant: string;
  let key: string;
  let keyId: string;
  let server: RunningProcess;
  beforeAll(async () => {
    tenant = (await run(['tenant', 'create', '--name', 'Acme Telecom'], env)).stdout.trim();
    const created = await run(['key', 'create', '--tenant', tenant], env);
    key = created.stdout.trim();
    keyId = /Its id is ([0-9a-f-]{36})\./.exec(created.stderr)?.[1] ?? '';
    server = await serveInProcess(env);
  }, 60_000);
  afterAll(async () => {
    await server.end('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  const client = (secretKey = key) => createClient({ baseUrl: server.url, secretKey, retries: 0 });
  const refused = (secretKey: string) =>
    client(secretKey)
      .access.getPolicy()
      .then(
        () => null,
        (error: { code?: string }) => error.code,
      );

  it('leads from a tenant to a key, a session and an order', async () => {
    expect(tenant).toMatch(/^[0-9a-f-]{36}$/);
    expect(key).toMatch(/^sk_[0-9a-f]{32}_[\w-]{43}$/);
    await client().access.putAccount({ id: 'acme', name: 'Acme', level: 'business', owner });
    const session = await createSession({
      baseUrl: server.url,
      secretKey: key,
      account: 'acme',
      user: { id: 'u-1', name: 'Ada Byron' },
      permissionSet: 'member',
      origins: ['https://portal.test'],
    });
    const page = createClient({ baseUrl: server.url, fetchSession: async () => session });
    const placed = await page.orders.place(order({ number: 'A-1' }));
    expect((await page.orders.list()).data).toEqual([placed]);
  });

  it('says at the start what the embedded database does not promise', () => {
    expect(server.log()[0]).toMatchObject({ level: 'warn', message: expect.stringContaining('power fails') });
  });

  it('lets no second process at the folder, and says what to do', async () => {
    const attempts = await Promise.all([
      run(['serve'], env),
      run(['key', 'create', '--tenant', tenant], env),
    ]);
    for (const { code, stdout, stderr } of attempts) {
      expect([code, stdout]).toEqual([1, '']);
      expect(stderr).toContain(`is in use by process ${server.pid}`);
      expect(stderr).toContain('stop the other one');
      expect(stderr).not.toMatch(/\n\s+at /);
    }
    expect((await client().orders.get({ number: 'A-1' })).number).toBe('A-1');
  });

  it('refuses the key of the demonstration', async () => {
    expect(await refused('sk_demo')).toBe('unauthenticated');
  });

  it('answers 11 MB with 413 and lives on', async () => {
    const send = (length: number) =>
      fetch(`${server.url}/v1/orders`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${key}`,
          'content-type': 'application/json',
          'idempotency-key': randomUUID(),
        },
        body: ' '.repeat(length),
      });
    expect((await send(11_000_000)).status).toBe(413);
    expect((await send(10)).status).toBe(400);
  });

  it('answers what is no HTTP by a 400 and lives on', async () => {
    const { port } = new URL(server.url);
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = openSocket(Number(port), '127.0.0.1', () => socket.write('\0\xff nonsense\r\n\r\n'));
      let text = '';
      socket
        .on('data', (data) => (text += String(data)))
        .on('close', () => resolve(text))
        .on('error', reject);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  });

  it('pushes an event over a real socket as soon as it is committed', async () => {
    const stop = new AbortController();
    const events = client().events({ after: null, signal: stop.signal });
    const next = events.next();
    let isThere = false;
    void next.then(() => (isThere = true));
    while (!isThere) await client().orders.place(order());
    expect((await next).value).toMatchObject({ type: 'order.changed' });
    stop.abort();
  });

  it('stops on SIGTERM: streams end, requests are answered', async () => {
    const response = await fetch(`${server.url}/v1/events`, { headers: { authorization: `Bearer ${key}` } });
    const stream = response.text();
    const silent = openSocket(Number(new URL(server.url).port), '127.0.0.1');
    await once(silent, 'connect');
    silent.on('error', () => undefined); // its end may come as a reset
    expect(await server.end('SIGTERM')).toBe(0);
    expect(await stream).toContain('event: ready');
    const [stopping, stopped] = server.log().slice(-2);
    expect([stopping?.['message'], stopped?.['message']]).toEqual(['Stopping on SIGTERM.', 'Stopped.']);
    // Nobody had to be cut off: not the stream, which ended, nor the connection that never asked anything.
    expect(toMillis(String(stopped?.['time'])) - toMillis(String(stopping?.['time']))).toBeLessThan(2_900);
    expect(server.log().filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('leaves the folder free for a new key and the end of the old one; sk_demo opens demo mode alone', async () => {
    const second = (await run(['key', 'create', '--tenant', tenant], env)).stdout.trim();
    expect((await run(['key', 'revoke', '--tenant', tenant, '--key', keyId], env)).code).toBe(0);
    server = await serveInProcess({ ...env, NUMBERDESK_DEMO: 'true' });
    expect([await refused('sk_demo'), await refused(key), await refused(second)]).toEqual([
      null,
      'unauthenticated',
      null,
    ]);
    key = second;
    expect(await server.end('SIGINT')).toBe(0);
    server = await serveInProcess(env);
    expect(await refused('sk_demo')).toBe('unauthenticated');
  }, 60_000);

  it.each<[RegExp, NodeJS.ProcessEnv]>([
    [/^numberdesk: The settings are not right\. PORT: /, { PORT: 'x' }],
    [
      /^numberdesk: The database cannot be reached \(/,
      { DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none' },
    ],
    [/^numberdesk: The data folder cannot be used \(/, { NUMBERDESK_DATA: import.meta.filename }],
  ])('says in a sentence what is wrong: %s', async (sentence, wrong) => {
    const { code, stderr } = await run(['serve'], { ...env, ...wrong });
    expect([code, stderr.trim().split('\n').length]).toEqual([1, 1]);
    expect(stderr).toMatch(sentence);
  });
});

describe.runIf(databaseKinds.includes('postgres'))('numberdesk, on PostgreSQL', () => {
  it('makes and ends keys beside a running server', async () => {
    const { url, drop } = await createPostgresDatabase();
    const env = { DATABASE_URL: url };
    const server = await serveInProcess(env);
    const missing = await run(['key', 'create', '--tenant', randomUUID()], env);
    expect([missing.code, missing.stderr]).toEqual([
      1,
      expect.stringMatching(/^numberdesk: There is no tenant "/),
    ]);
    const tenant = (await run(['tenant', 'create', '--name', 'Acme Telecom'], env)).stdout.trim();
    const key = (await run(['key', 'create', '--tenant', tenant], env)).stdout.trim();
    const ask = async () =>
      (await fetch(`${server.url}/v1/policy`, { headers: { authorization: `Bearer ${key}` } })).status;
    expect(await ask()).toBe(200);
    expect((await run(['key', 'revoke', '--tenant', tenant, '--key', key], env)).code).toBe(0);
    expect(await ask()).toBe(401);
    const again = await run(['key', 'revoke', '--tenant', tenant, '--key', key], env);
    expect([again.code, again.stderr]).toEqual([
      1,
      'numberdesk: This tenant has no such key, or it has been revoked already.\n',
    ]);
    const taken = await run(['serve'], { ...env, PORT: new URL(server.url).port });
    expect([taken.code, taken.stderr]).toEqual([
      1,
      expect.stringMatching(/^numberdesk: Cannot listen on .*\n$/),
    ]);
    expect(await server.end('SIGTERM')).toBe(0);
    await drop();
  }, 60_000);
});
