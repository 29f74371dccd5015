import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, type PostgresDesk, openPgliteDesk, openPostgresDesk } from './desk.ts';
import { type Killing, type Toll, strikePostgres, strikeServer, survive } from './kills.ts';
import { seed } from './seeded-random.ts';

const tolls: [string, Toll][] = [];

async function endure(desk: Desk, killing: Killing): Promise<void> {
  const broken = () => desk.server.log().filter(({ status }) => status === 500);
  const toll = await survive(desk, killing).catch((cause: unknown) => {
    throw new Error(`seed ${seed}: ${JSON.stringify(broken())}`, { cause });
  });
  tolls.push([killing.name, toll]);
  expect(toll).toMatchObject({ kills: killing.kills, lost: [], doubled: [] });
  expect(broken()).toEqual([]);
}

afterAll(() => {
  const row = (...cells: (string | number)[]) =>
    cells.map((cell, at) => (at === 0 ? String(cell).padEnd(30) : String(cell).padStart(13))).join('');
  const rows = tolls.map(([name, { kills, acknowledged, lost, doubled }]) => [
    name,
    kills,
    acknowledged,
    lost.length,
    doubled.length,
  ]) as [string, number, number, number, number][];
  const sum = (at: 1 | 2 | 3 | 4) => rows.reduce((total, cells) => total + cells[at], 0);
  console.log(
    [
      `\nkill -9 under twelve writers, seed ${seed} (the same choices again: FAULTS_SEED=${seed} npm run test:faults)`,
      row('', 'kills', 'acknowledged', 'lost', 'doubled'),
      ...rows.map((cells) => row(...cells)),
      row('in all', sum(1), sum(2), sum(3), sum(4)),
    ].join('\n'),
  );
});

describe('numberdesk serve on the embedded database', () => {
  let desk: Desk;
  beforeAll(async () => void (desk = await openPgliteDesk()));
  afterAll(() => desk.close());

  it('killed again and again, has all that it acknowledged, once', async () => {
    await endure(desk, { name: 'the server, on PGlite', kills: 16, strike: strikeServer(desk) });
  });
});

describe('numberdesk serve on PostgreSQL', () => {
  let desk: PostgresDesk;
  beforeAll(async () => void (desk = await openPostgresDesk()));
  afterAll(() => desk.close());

  it('killed again and again, has all that it acknowledged, once', async () => {
    await endure(desk, { name: 'the server, on PostgreSQL', kills: 10, strike: strikeServer(desk) });
  });
});

describe('PostgreSQL under numberdesk serve', () => {
  let desk: PostgresDesk;
  beforeAll(async () => void (desk = await openPostgresDesk()));
  afterAll(() => desk.close());

  it('killed again and again, is found again by a server that stays up, and nothing is lost or doubled', async () => {
    const { pid } = desk.server;
    await endure(desk, { name: 'PostgreSQL itself', kills: 6, strike: strikePostgres(desk) });
    expect(desk.server.pid).toBe(pid);
  });
});
