import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import pg from 'pg';
import { PreparingClient } from './preparing-client.ts';

const url = inject('postgresUrl');

describe.skipIf(!url)('a connection that prepares', () => {
  let client: PreparingClient;

  beforeAll(async () => {
    client = new PreparingClient(url ?? undefined);
    await client.connect();
    await client.query('create temporary table things (id integer)');
  });
  afterAll(() => client.end());

  it('prepares a statement once, and each on its own', async () => {
    for (const id of [1, 2, 3]) await client.query('insert into things values ($1)', [id]);
    const { rows } = await client.query<{ count: string }>('select count(*) from things where id > $1', [1]);
    expect(Number(rows[0]?.count)).toBe(2);
    const prepared = await client.query<{ statement: string }>(
      'select statement from pg_prepared_statements',
    );
    expect(prepared.rows.filter(({ statement }) => statement.startsWith('insert into things'))).toHaveLength(
      1,
    );
  });

  it('fails once after the schema has changed, and then goes on', async () => {
    const read = () => client.query('select * from things where id = $1', [1]);
    await read();
    await client.query('alter table things add column name text');
    await expect(read()).rejects.toThrow(pg.DatabaseError);
    expect((await read()).rows).toEqual([{ id: 1, name: null }]);
  });
});
