import { createClient } from '@numberdesk/core';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../../../test/eventually.ts';
import { type RunningProcess, run, serveInProcess } from '../../../test/command-line.ts';
import { type Receiver, openReceiver, status } from '../../../test/receiver.ts';
import { createPostgresDatabase, databaseKinds } from '../../../test/test-database.ts';
import { order } from '../../../test/test-server.ts';

describe.runIf(databaseKinds.includes('postgres'))('webhooks of two processes on one PostgreSQL', () => {
  let database: Awaited<ReturnType<typeof createPostgresDatabase>>;
  let processes: RunningProcess[] = [];
  let receiver: Receiver;
  let key: string;

  beforeAll(async () => {
    database = await createPostgresDatabase();
    receiver = await openReceiver();
    const env = { DATABASE_URL: database.url, NUMBERDESK_LOOPBACK_WEBHOOKS: 'true' };
    const tenant = (await run(['tenant', 'create', '--name', 'Acme Telecom'], env)).stdout.trim();
    key = (await run(['key', 'create', '--tenant', tenant], env)).stdout.trim();
    processes = await Promise.all([serveInProcess(env), serveInProcess(env)]);
    const owner = { name: 'Grace Hopper', email: 'grace@acme.test' };
    await client(0).access.putAccount({ id: 'acme', name: 'Acme', level: 'business', owner });
    await client(0).webhooks.create({ url: receiver.url });
  }, 60_000);
  afterAll(async () => {
    await Promise.all(processes.map((process) => process.end('SIGKILL')));
    await receiver?.close();
    await database?.drop();
  });

  const client = (index: number) =>
    createClient({ baseUrl: processes[index]!.url, secretKey: key, retries: 0 });
  const place = (index: number) => client(index).orders.place(order());
  const received = () =>
    receiver.received.map(({ headers, body }) => ({
      id: headers['webhook-id'],
      event: (JSON.parse(body) as { data: { id: number } }).data.id,
    }));

  it('reach the receiver once each, in order, whichever process has committed the event', async () => {
    for (let count = 0; count < 20; count++) await Promise.all([place(0), place(1)]);
    await eventually(() => received().length).toBeGreaterThanOrEqual(40);
    expect(received().map(({ event }) => event)).toEqual(Array.from({ length: 40 }, (_, at) => at + 1));
  });

  it('are sent again under the same id when the process that sent one was killed before it knew', async () => {
    const before = receiver.received.length;
    receiver.answer = () => undefined;
    await place(0);
    await eventually(() => receiver.received.length).toBe(before + 1);
    const ask = new pg.Client(database.url);
    await ask.connect();
    // Which of the two it is, nobody knows: both go, one comes back.
    await Promise.all(processes.map((process) => process.end('SIGKILL')));
    const again = { DATABASE_URL: database.url, NUMBERDESK_LOOPBACK_WEBHOOKS: 'true' };
    processes = [await serveInProcess(again)];
    receiver.answer = status(204);
    // A minute later.
    await ask.query(`update webhook_endpoints set leased_until = now() - interval '1 second'`);
    await ask.end();
    await eventually(() => receiver.received.length).toBe(before + 2);
    const [first, second] = received().slice(before);
    expect(second).toEqual(first);
    await place(0);
    await eventually(() => received().at(-1)?.event).toBe(42);
    expect(receiver.received).toHaveLength(before + 3);
  });
});
