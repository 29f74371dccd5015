import { setTimeout as pause } from 'node:timers/promises';
import { expect, vi } from 'vitest';
import type { Desk, PostgresDesk } from './desk.ts';
import { type Findings, compare } from './inspection.ts';
import { Ledger } from './ledger.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';
import { patientClient, startWriters } from './writers.ts';

/** What came of a number of kills. */
export interface Toll extends Findings {
  kills: number;
  acknowledged: number;
}

/** How often what is killed; `strike` kills it, looks and brings it back. */
export interface Killing {
  name: string;
  kills: number;
  strike(look: () => Promise<void>): Promise<void>;
  writers?: number;
}

/**
 * Lets clients write, strikes at moments that chance chooses, and holds the database against what the clients know:
 * after each strike, and in the end, when nothing is on its way any more.
 */
export async function survive(
  desk: Desk,
  { name, kills, strike, writers: count = 12 }: Killing,
): Promise<Toll> {
  const random: SeededRandom = seededRandom(name);
  const ledger = new Ledger();
  const toll: Toll = { kills: 0, acknowledged: 0, lost: [], doubled: [] };
  const look = async () => {
    const before = ledger.copy();
    const stored = await desk.inspect();
    const { lost, doubled } = compare(stored, before, ledger.copy());
    toll.lost.push(...lost);
    toll.doubled.push(...doubled);
  };
  const writers = startWriters(patientClient(desk.proxy.url, desk.key), ledger, { count, random });
  const working = async () => {
    for (; toll.kills < kills; toll.kills++) {
      await ledger.more(random.between(count, 10 * count));
      await pause(random.between(0, 30)); // a moment inside of an act, rather than at its end
      await strike(look);
    }
    await ledger.more(count);
  };
  await Promise.race([working(), writers.failed]);
  await writers.stop();
  await desk.kill();
  await look();
  toll.acknowledged = ledger.acts;
  return toll;
}

/** `kill -9` of the server, a look at what it left, and another start. */
export const strikeServer = (desk: Desk) => async (look: () => Promise<void>) => {
  await desk.kill();
  await look();
  await desk.revive();
};

const readiness = (desk: Desk, status: number) =>
  vi.waitFor(async () => expect((await fetch(`${desk.server.url}/readyz`)).status).toBe(status), {
    timeout: 60_000,
  });

/** `kill -9` of PostgreSQL; the server says so, stays, and comes back by itself. */
export const strikePostgres = (desk: PostgresDesk) => async (look: () => Promise<void>) => {
  await desk.postgres.kill();
  await readiness(desk, 503);
  await desk.postgres.revive();
  await readiness(desk, 200);
  await look();
};
