import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databaseKinds } from '../test-database.ts';
import { type Desk, type PostgresDesk, openPgliteDesk, openPostgresDesk } from './desk.ts';
import { expectWhole, surviveImport } from './importers.ts';
import { strikePostgres, strikeServer, survive } from './kills.ts';

// The same many times over is `npm run test:faults`.
const writers = 6;

describe('kill -9 under several writers, on the embedded database', () => {
  let desk: Desk;
  beforeAll(async () => void (desk = await openPgliteDesk()));
  afterAll(() => desk.close());

  it('loses nothing that was acknowledged, and doubles nothing that was tried again', async () => {
    const toll = await survive(desk, { name: 'PGlite', kills: 2, writers, strike: strikeServer(desk) });
    expect(toll).toMatchObject({ kills: 2, lost: [], doubled: [] });
  }, 120_000);

  it('NUM-7: an import goes on where it was, and no number comes twice', async () => {
    await desk.kill();
    await desk.revive();
    const cut = { name: 'import on PGlite', exchange: 320, rows: 500, piece: 50, kills: 1 };
    expectWhole(await surviveImport(desk, cut), cut);
  }, 120_000);
});

describe.runIf(databaseKinds.includes('postgres'))('kill -9 under several writers, on PostgreSQL', () => {
  let desk: PostgresDesk;
  beforeAll(async () => void (desk = await openPostgresDesk()));
  afterAll(() => desk.close());

  it('of the database: the server answers 503, stays, and comes back by itself', async () => {
    const toll = await survive(desk, { name: 'PostgreSQL', kills: 1, writers, strike: strikePostgres(desk) });
    expect(toll).toMatchObject({ kills: 1, lost: [], doubled: [] });
    const statuses = new Set(desk.server.log().map(({ status }) => status));
    expect([statuses.has(503), statuses.has(500)]).toEqual([true, false]);
  }, 120_000);
});
