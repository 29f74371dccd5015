import { createClient } from '@numberdesk/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, type PostgresDesk, openPgliteDesk, openPostgresDesk } from './desk.ts';
import { type CutImport, expectWhole, surviveImport } from './importers.ts';
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

async function endureImport(desk: Desk, cut: CutImport): Promise<void> {
  await createClient({ baseUrl: desk.proxy.url, secretKey: desk.key }).access.putPolicy({
    batchMaxRows: cut.rows,
  });
  const survived = await surviveImport(desk, cut).catch((cause: unknown) => {
    throw new Error(`seed ${seed}`, { cause });
  });
  expectWhole(survived, cut);
  tolls.push([
    cut.name,
    { kills: survived.kills, acknowledged: cut.rows / cut.piece, lost: [], doubled: [] },
  ]);
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

  it('NUM-7: killed while numbers are imported, goes on where it was, and has none twice', async () => {
    await desk.kill();
    await desk.revive();
    await endureImport(desk, {
      name: 'an import, on PGlite',
      exchange: 320,
      rows: 5_000,
      piece: 250,
      kills: 8,
    });
  });
});

describe('numberdesk serve on PostgreSQL', () => {
  let desk: PostgresDesk;
  beforeAll(async () => void (desk = await openPostgresDesk()));
  afterAll(() => desk.close());

  it('killed again and again, has all that it acknowledged, once', async () => {
    await endure(desk, { name: 'the server, on PostgreSQL', kills: 10, strike: strikeServer(desk) });
  });

  it('NUM-7: killed while numbers are imported, goes on where it was, and has none twice', async () => {
    await desk.kill();
    await desk.revive();
    await endureImport(desk, {
      name: 'an import, on PostgreSQL',
      exchange: 320,
      rows: 5_000,
      piece: 250,
      kills: 8,
    });
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
