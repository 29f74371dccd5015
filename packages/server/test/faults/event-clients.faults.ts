import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { line, order } from '../test-server.ts';
import { type Desk, openPgliteDesk, openPostgresDesk } from './desk.ts';
import { followAll, whole } from './event-clients.ts';
import { seed, seededRandom } from './seeded-random.ts';
import { patientClient } from './writers.ts';

const changes = 300;

/** Memory that a process holds, in MiB; 0 where the system does not tell. */
function memoryOf(pid: number): number {
  const file = `/proc/${pid}/status`;
  if (!existsSync(file)) return 0;
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(file, 'utf8'))?.[1] ?? 0) / 1024;
}

const kinds: [string, () => Promise<Desk>][] = [
  ['PGlite', openPgliteDesk],
  ['PostgreSQL', () => openPostgresDesk()],
];

describe.each(kinds)('clients of events, before numberdesk serve on %s', (kind, open) => {
  let desk: Desk;
  beforeAll(async () => void (desk = await open()));
  afterAll(() => desk.close());

  it('two hundred, cut at random, have each event once and in order', async () => {
    const count = 200;
    const random = seededRandom(`events on ${kind}`);
    const { orders } = patientClient(desk.server.url, desk.key);
    const clients = followAll(desk.proxy, desk.key, { count, random, everyMs: 20 });
    await expect.poll(() => desk.proxy.streams.size, { timeout: 60_000 }).toBe(count);
    clients.cutAtRandom();
    let placed = 0;
    while (placed < changes || clients.cuts() <= count)
      await orders.place(order({ number: `E-${++placed}` }));
    await clients.settle(placed);
    expect(clients.seen, `seed ${seed}`).toEqual(clients.seen.map(() => whole(placed)));
    await clients.stop();
    await expect.poll(() => desk.proxy.streams.size, { timeout: 60_000 }).toBe(0);
    console.log(
      `\n${count} event clients on ${kind}: ${placed} changes, ${clients.cuts()} cuts, ` +
        `each event once and in order at each (seed ${seed})`,
    );
  });
});

describe('clients that do not read', () => {
  let desk: Desk;
  beforeAll(async () => {
    // A small heap, so that what the process holds is what it needs, not what nobody has swept up yet.
    desk = await openPostgresDesk({ NODE_OPTIONS: '--max-old-space-size=96 --max-semi-space-size=4' });
  });
  afterAll(() => desk.close());

  it('are kept little for, and have each event once and in order when they read at last', async () => {
    const count = 40;
    const { proxy, key, server } = desk;
    /** Much more in all than the system keeps for a connection on which nobody reads. */
    const lines = Array.from({ length: 100 }, () => line);
    const { orders } = patientClient(server.url, key);
    let bytes = 0;
    let most = 0;
    const place = async (first: number, last: number) => {
      for (let at = first; at <= last; at++) {
        bytes += JSON.stringify(await orders.place(order({ number: `E-${at}`, lines }))).length;
        most = Math.max(most, memoryOf(server.pid));
      }
    };
    await place(1, changes / 2); // what it takes to place them is no matter here
    const before = most;
    const random = seededRandom('idle');
    const clients = followAll(proxy, key, { count, idle: count, random, everyMs: 1_000 });
    await expect.poll(() => proxy.streams.size, { timeout: 60_000 }).toBe(count);
    await place(changes / 2 + 1, changes);
    const unread = (count * bytes) / 2 ** 20;
    await clients.settle(changes);
    expect(clients.seen, `seed ${seed}`).toEqual(clients.seen.map(() => whole(changes)));
    await clients.stop();
    console.log(
      `\n${count} event clients that leave ${Math.round(unread)} MiB unread: ` +
        `the server grew from ${Math.round(before)} to ${Math.round(most)} MiB at most`,
    );
    expect(most - before).toBeLessThan(unread / 3);
  });
});
