import { setTimeout as wait } from 'node:timers/promises';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@numberdesk/core';
import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { serveInProcess } from '../../../test/command-line.ts';
import { eventually } from '../../../test/eventually.ts';
import { openMailServer } from '../../../test/mail-server.ts';
import { portOut } from '../../../test/portout-desk.ts';
import { createPostgresDatabase, databaseKinds } from '../../../test/test-database.ts';

/** A place for data, a mail server that can be told to fail, and processes that know both unless told otherwise. */
async function open(place: NodeJS.ProcessEnv) {
  const mails = await openMailServer();
  const env = {
    ...place,
    NUMBERDESK_SMTP_HOST: '127.0.0.1',
    NUMBERDESK_SMTP_PORT: String(mails.port),
    NUMBERDESK_SMTP_TLS: 'none',
    NUMBERDESK_MAIL_FROM: 'desk@kit.example',
    NUMBERDESK_DEMO: 'true',
  };
  const serve = async (other: NodeJS.ProcessEnv = {}) => {
    const process = await serveInProcess({ ...env, ...other });
    onTestFinished(() => void process.end('SIGKILL'));
    return { ...process, client: createClient({ baseUrl: process.url, secretKey: 'sk_demo', retries: 0 }) };
  };
  onTestFinished(() => mails.close());
  const taken = () => mails.taken.map(({ messageId }) => messageId);
  return { mails, env, serve, taken };
}

async function folder(): Promise<NodeJS.ProcessEnv> {
  const dataDir = await mkdtemp(join(tmpdir(), 'numberdesk-mail-'));
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  return { NUMBERDESK_DATA: dataDir };
}

const owner = { name: 'Grace Hopper', email: 'grace@acme.test' };
const account = { id: 'acme', name: 'Acme', level: 'business' as const, owner };

describe('mail of a process that is killed', () => {
  it('POR-1: between the commit and the mail, is sent by the next process, once', async () => {
    const { serve, taken } = await open(await folder());
    // It cannot have sent any: it knows no mail server.
    const first = await serve({ NUMBERDESK_SMTP_HOST: '', NUMBERDESK_MAIL_FROM: '' });
    expect(first.log()).toContainEqual(
      expect.objectContaining({ level: 'warn', message: expect.stringContaining('No mail server is set') }),
    );
    await first.client.access.putAccount(account);
    const { id } = await first.client.portouts.record(portOut());
    const unsent = await first.client.portouts.evidence({ id });
    expect(unsent.mails).toMatchObject([{ kind: 'received', sentAt: null, problem: null }]);
    await first.end('SIGKILL');
    const second = await serve();
    await eventually(() => taken().length).toBe(1);
    const sentAt = async () => (await second.client.portouts.evidence({ id })).mails[0]?.sentAt ?? null;
    await eventually(sentAt).not.toBeNull();
    await wait(500);
    expect(taken()).toHaveLength(1);
    expect(await second.end('SIGTERM')).toBe(0);
  }, 120_000);
});

describe.runIf(databaseKinds.includes('postgres'))('mail of two processes on one PostgreSQL', () => {
  it('POR-1: is sent once each, and that which a killed process had under way once more under its Message-ID', async () => {
    const database = await createPostgresDatabase();
    onTestFinished(() => database.drop());
    const { mails, serve, taken } = await open({ DATABASE_URL: database.url });
    const both = [await serve(), await serve()];
    await both[0]!.client.access.putAccount(account);
    for (let count = 0; count < 10; count++)
      await Promise.all(both.map(({ client }) => client.portouts.record(portOut())));
    await eventually(() => taken().length).toBe(20);
    expect(new Set(taken()).size).toBe(20);

    // The mail server takes one and says nothing: whoever sent it is killed before it knows.
    mails.conduct = () => 'silent';
    const before = mails.connections;
    await both[0]!.client.portouts.record(portOut());
    await eventually(() => mails.connections).toBe(before + 1);
    await Promise.all(both.map((process) => process.end('SIGKILL')));
    mails.conduct = () => 'take';
    const ask = new pg.Client(database.url);
    await ask.connect();
    // When its lease has ended.
    await ask.query(`update mails set next_attempt_at = now() where status = 'waiting'`);
    const { rows } = await ask.query(`select message_id from mails where status = 'waiting'`);
    await ask.end();
    await serve();
    await eventually(() => taken().length).toBe(21);
    expect(taken().at(-1)).toBe((rows[0] as { message_id: string }).message_id);
  }, 120_000);
});
