import { randomBytes } from 'node:crypto';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import {
  type TestDatabase,
  createPostgresDatabase,
  databaseKinds,
  openTestDatabase,
} from '../../../test/test-database.ts';
import { ensureAppRole } from './app-role.ts';
import { connectPostgres } from './connection.ts';
import { migrate } from './migrate.ts';
import { databaseOver } from './open-database.ts';

const ports = { clock: () => 0, ids: () => '' };
const ignore = () => undefined;

const over = (pool: pg.Pool) => new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });

describe.each(databaseKinds)('another start on %s', (kind) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
  });
  afterAll(() => database.close());

  it('leaves a schema as it is that is up to date', async () => {
    const schema = () =>
      database.asOwner(`
        select table_name, column_name, data_type from information_schema.columns
          where table_schema = current_schema()
        union all select tablename, indexname, indexdef from pg_indexes where schemaname = current_schema()
        union all select tablename, policyname, qual from pg_policies where schemaname = current_schema()
        union all select name, timestamp, '' from kysely_migration order by 1, 2, 3`);
    const before = await schema();
    await ensureAppRole(over(database.pool));
    await migrate(over(database.pool));
    expect(await schema()).toEqual(before);
    expect(before.length).toBeGreaterThan(50);
  });

  it('refuses a role that would get around row-level security', async ({ skip }) => {
    skip(kind === 'postgres', 'its roles are shared with the tests that run beside this one');
    await database.asOwner('alter role numberdesk_app bypassrls');
    await expect(ensureAppRole(over(database.pool))).rejects.toThrow(
      /alter role numberdesk_app nosuperuser nobypassrls/,
    );
    await database.asOwner('alter role numberdesk_app nobypassrls');
    await ensureAppRole(over(database.pool));
  });
});

describe.skipIf(inject('postgresUrl') === null)('the first start on an empty PostgreSQL', () => {
  let url: string;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    ({ url, drop } = await createPostgresDatabase());
  });
  afterAll(() => drop());

  it('may happen in several processes at once', async () => {
    const starts = Array.from({ length: 4 }, () => databaseOver(connectPostgres(url, ignore), ports));
    const databases = await Promise.all(starts);
    expect(await Promise.all(databases.map((database) => database.isReady()))).toEqual(Array(4).fill(true));
    await Promise.all(databases.map((database) => database.close()));
  });

  it('says which SQL to run where its user may not create roles, and goes on once that was done', async () => {
    const { url: fresh, drop: dropFresh } = await createPostgresDatabase();
    const user = `plain_${randomBytes(4).toString('hex')}`;
    const admin = new pg.Client(fresh);
    await admin.connect();
    await admin.query(`create role ${user} login; grant all on schema public to ${user}`);
    const asUser = new URL(fresh);
    asUser.username = user;
    const start = () => databaseOver(connectPostgres(asUser.href, ignore), ports);

    await expect(start()).rejects.toThrow(/Let an administrator run.* grant numberdesk_app to current_user/);
    await admin.query(`grant numberdesk_app to ${user}`);
    const database = await start();
    expect(await database.isReady()).toBe(true);

    await database.close();
    await admin.query(`drop owned by ${user}; drop role ${user}`);
    await admin.end();
    await dropFresh();
  });

  it('fails with the reason when a table is in the way', async () => {
    const { url: taken, drop: dropTaken } = await createPostgresDatabase();
    const db = over(connectPostgres(taken, ignore).pool);
    await ensureAppRole(db);
    await sql`create table accounts (a integer)`.execute(db);
    await db.destroy();
    const start = databaseOver(connectPostgres(taken, ignore), ports);
    await expect(start).rejects.toThrow(/"accounts" already exists/);
    await dropTaken();
  });

  it('fails with the reason when nobody is there', async () => {
    const nowhere = databaseOver(connectPostgres('postgres://postgres@127.0.0.1:1/nowhere', ignore), ports);
    await expect(nowhere).rejects.toThrow(/ECONNREFUSED/);
  });
});
