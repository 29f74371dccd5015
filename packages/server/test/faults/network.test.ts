import { randomUUID } from 'node:crypto';
import { createClient, isPortalError } from '@numberdesk/core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { listen } from '../listen.ts';
import { databaseKinds } from '../test-database.ts';
import { type TestServer, openTestServer, order } from '../test-server.ts';
import { type CuttingProxy, type Fault, faults, startCuttingProxy } from './cutting-proxy.ts';
import { type Stored, compare, inspectionSql } from './inspection.ts';
import { Ledger } from './ledger.ts';
import { seed, seededRandom } from './seeded-random.ts';
import { patientClient, startWriters } from './writers.ts';

/** What a client notices at once, and so mends by itself. */
const noticed = faults.filter((fault) => !fault.startsWith('stalled') && fault !== 'short-answer');
/** What the server has done by then, though nobody knows. */
const done: readonly Fault[] = ['lost-answer', 'half-answer', 'short-answer', 'stalled-answer', 'twice'];

describe.each(databaseKinds)('a network that fails, before a server on %s', (kind) => {
  let server: TestServer;
  let proxy: CuttingProxy;
  let key: string;
  let stop: () => Promise<void>;
  const ledger = new Ledger();
  beforeAll(async () => {
    server = await openTestServer(kind);
    const socket = await listen(server);
    ({ stop } = socket);
    proxy = await startCuttingProxy(socket.url);
    ({ key } = await server.newTenantWithAccounts());
  });
  afterAll(async () => {
    await proxy.close();
    await stop();
    await server.close();
  });
  afterEach(() => {
    proxy.fate = () => null;
  });

  const client = (totalTimeout?: number) =>
    createClient({
      baseUrl: proxy.url,
      secretKey: key,
      random: () => 0,
      ...(totalTimeout === undefined ? {} : { totalTimeout }),
    });
  /** The next request meets this fate, those after it none. */
  const once = (fate: Fault) => {
    const fates: (Fault | null)[] = [fate];
    proxy.fate = () => fates.shift() ?? null;
  };
  const codeOf = (act: Promise<unknown>) =>
    act.then(
      (answered) => answered,
      (error: unknown) => (isPortalError(error) ? error.code : error),
    );
  const place = (number: string, idempotencyKey: string, { orders } = client()) =>
    orders.place(order({ number }), { idempotencyKey }).then((placed) => {
      ledger.acknowledge(placed);
      return placed;
    });
  const stored = async () => (await server.database.asOwner<{ stored: Stored }>(inspectionSql))[0]!.stored;
  const isSound = async () => {
    const { log } = server;
    expect(log.filter(({ status }) => Number(status) >= 500)).toEqual([]);
    expect(compare(await stored(), ledger, ledger), `seed ${seed}`).toEqual({ lost: [], doubled: [] });
  };

  it.each(noticed)(
    '%s: an order is placed once and its line moved once, and the client says so',
    async (fate) => {
      once(fate);
      const placed = await place(`P-${fate}`, randomUUID());
      once(fate);
      const move = { number: placed.number, id: '1', status: 'pending-docs' as const };
      const moved = await client().orders.moveLine(move, { ifMatch: placed.version });
      expect(moved).toMatchObject({ version: 2, status: 'pending-docs' });
      ledger.acknowledge(moved);
      await isSound();
    },
  );

  it.each(faults)(
    '%s, again and again: a clear error, and once the network is back it is done once',
    async (fate) => {
      const number = `A-${fate}`;
      const idempotencyKey = randomUUID();
      const isStalled = fate.startsWith('stalled');
      proxy.fate = () => fate;
      const answered = await codeOf(place(number, idempotencyKey, client(isStalled ? 1_000 : undefined)));
      if (fate === 'twice') expect(answered).toMatchObject({ number, version: 1 });
      else if (fate === 'short-answer') expect(answered).toBe('unreadable-answer');
      else expect(answered).toBe(isStalled ? 'timed-out' : 'unreachable');
      const isThere = async () => (await stored()).orders.some((known) => known.number === number);
      await expect.poll(isThere, { timeout: 10_000 }).toBe(done.includes(fate));

      proxy.fate = () => null;
      expect(await place(number, idempotencyKey)).toMatchObject({ number, version: 1 });
      await isSound();
    },
  );

  it('at random, under several clients: each act is done once', async () => {
    const random = seededRandom(`network on ${kind}`);
    proxy.fate = () => (random() < 0.5 ? random.pick(noticed) : null);
    const writers = startWriters(patientClient(proxy.url, key), ledger, { count: 6, random });
    await Promise.race([ledger.more(80), writers.failed]);
    await writers.stop();
    await isSound();
  });
});
