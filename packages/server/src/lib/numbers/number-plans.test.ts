import { callPurposes, numberSorts } from '@numberdesk/core/numbers';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTree, noon } from '../../../test/samples.ts';
import { type TestDatabase, databaseKinds, openTestDatabase } from '../../../test/test-database.ts';
import { type Scope, scopeOf } from '../access/account-chain.ts';
import type { StoredAccount } from '../access/account.store.ts';
import type { Database, TenantId, TenantTransaction } from '../db/database.ts';
import type { NumberPlace } from './number-cursor.ts';
import { type NumberListRequest, numberPageQuery, numberPlanMode } from './number-page.store.ts';

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: PlanNode[];
}

const count = 10_000;
const second = 1_000;
const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];
const tn = (n: number) => `+1501${2_000_000 + n}`;

/** Nearly all are approved and for customers; of the rest there are few, some of them only just approved by themselves. */
async function fill(database: TestDatabase, tenant: TenantId, { chain, id }: StoredAccount) {
  // What is inserted is right: looking at each row's account, order and number would cost more than all the rest.
  const client = await database.pool.connect();
  await client.query('set session_replication_role = replica');
  await client.query(
    `insert into active_numbers (tenant_id, id, number, account_id, business_id, unit_id, program_id, added_at,
       purpose, status, status_changed_at, approves_at, version, updated_at)
     select $1::uuid, md5($1::uuid::text || n)::uuid, '+1501' || (2000000 + n), $2, $3, $4, $5,
       $6::timestamptz - (${count} - n) * interval '1 second',
       case n % 1000 when 1 then 'survey' when 2 then null else 'customer-service' end,
       case when n % 1000 < 3 then 'rejected' when n % 1000 < 7 then 'pending' else 'approved' end, $6,
       case n % 1000 when 3 then $6::timestamptz - interval '1 second' when 4 then $6::timestamptz + interval '1 hour' end,
       1, $6
     from generate_series(1, ${count}) as n`,
    [tenant, id, chain.businessId, chain.unitId, chain.programId, new Date(noon)],
  );
  await client.query(
    `insert into number_suffixes
     select tenant_id, substr(number, at), id from active_numbers, generate_series(3, 9) as at where tenant_id = $1`,
    [tenant],
  );
  await client.query('reset session_replication_role');
  client.release();
}

const request: NumberListRequest = {
  scope: null,
  status: [],
  purpose: [],
  sort: '-addedAt',
  limit: 50,
  now: noon,
};

const literal = (value: unknown) =>
  value instanceof Date
    ? `'${value.toISOString()}'`
    : Array.isArray(value)
      ? `'{${value.join()}}'`
      : `'${String(value).replaceAll("'", "''")}'`;

/** How a page is read, planned as the server has it planned. */
async function planOf(
  tx: TenantTransaction,
  wanted: NumberListRequest,
  after?: NumberPlace,
): Promise<PlanNode> {
  const { sql: text, parameters } = numberPageQuery(tx, wanted, after).compile();
  const run = (statement: string) => sql.raw(statement).execute(tx.db);
  await run(`set local plan_cache_mode = ${numberPlanMode(wanted)}`);
  await run(`prepare page as ${text}`);
  const given = parameters.map(literal).join(', ');
  const { rows } = await run(`explain (analyze, format json) execute page (${given})`);
  await run('deallocate page');
  return (rows as [{ 'QUERY PLAN': [{ Plan: PlanNode }] }])[0]['QUERY PLAN'][0].Plan;
}

/** Rows that were touched, by table; a table that was read from end to end counts as endless. */
function rowsRead(plan: PlanNode): Record<string, number> {
  const rows: Record<string, number> = {};
  for (const node of nodesOf(plan)) {
    const table = node['Relation Name'];
    if (table === undefined) continue;
    const each = node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0);
    const isWhole = node['Node Type'] === 'Seq Scan' && table.includes('number') && node['Actual Loops'] > 0;
    rows[table] = (rows[table] ?? 0) + (isWhole ? Infinity : each * node['Actual Loops']);
  }
  return rows;
}

/** A database with the numbers of two tenants, and the plans by which the role of requests reads pages of them. */
async function openFilled(kind: Database['kind']) {
  const database = await openTestDatabase(kind);
  const other = await database.newTenant();
  await fill(database, other, (await database.write(other, createTree)).sales);
  const tenant = await database.newTenant();
  const { acme, west, sales } = await database.write(tenant, createTree);
  await fill(database, tenant, sales);
  await database.asOwner('vacuum (analyze)');
  const scopes: Scope[] = [null, scopeOf(acme), scopeOf(west), scopeOf(sales)];
  /** The most that any way to the page reads, from every place somebody may act in. */
  async function mostRead(change: Partial<NumberListRequest>, after?: NumberPlace) {
    const read: Record<string, number>[] = [];
    for (const scope of scopes) {
      const plan = await database.read(tenant, (tx) => planOf(tx, { ...request, ...change, scope }, after));
      read.push(rowsRead(plan));
    }
    const most = (table: string) => Math.max(...read.map((rows) => rows[table] ?? 0));
    return { numbers: most('active_numbers'), suffixes: most('number_suffixes') };
  }
  return { mostRead, close: () => database.close() };
}

/** The page, and a row of each part that is read like one. */
const parts = 3 * (callPurposes.length + 1);
const page = request.limit + 1 + parts;
const at = (n: number): NumberPlace => ({ addedAt: noon - (count - n) * second, number: tn(n) });

describe.each(databaseKinds)('the way to a page of numbers on %s', (kind) => {
  let numbers: Awaited<ReturnType<typeof openFilled>>;
  beforeAll(async () => void (numbers = await openFilled(kind)), 60_000);
  afterAll(() => numbers?.close());

  it.each(numberSorts)('NUM-8: reads hardly more than the page, first and deep, by %s', async (sort) => {
    for (const after of [undefined, at(5_000)]) {
      const { numbers: read } = await numbers.mostRead({ sort }, after);
      expect(read, after?.number).toBeLessThanOrEqual(page);
    }
  });

  it.each(numberSorts)('NUM-9: goes straight to a status, be it of few or of many, by %s', async (sort) => {
    for (const status of [['approved'], ['pending'], ['rejected'], ['pending', 'rejected']] as const) {
      const { numbers: read } = await numbers.mostRead({ sort, status: [...status] }, at(6_000));
      // Ten have been approved by themselves, and are passed over or taken along.
      expect(read, status.join()).toBeLessThanOrEqual(page + 2 * 10);
    }
  });

  it('NUM-5: goes straight to purposes, be they of few or of many', async () => {
    for (const purpose of [['customer-service'], ['survey'], ['survey', 'prison']] as const) {
      const { numbers: read } = await numbers.mostRead({ purpose: [...purpose] }, at(9_000));
      expect(read, purpose.join()).toBeLessThanOrEqual(page);
    }
    const both = await numbers.mostRead({ purpose: ['survey'], status: ['rejected'] });
    expect(both.numbers).toBeLessThanOrEqual(10);
  });

  it('NUM-8: finds the few that a search means by a range of an index', async () => {
    for (const q of [tn(1_234), '5012001234', '200-1234']) {
      const { numbers: read, suffixes } = await numbers.mostRead({ q });
      expect(read, q).toBeLessThanOrEqual(2 * 1);
      expect(suffixes, q).toBeLessThanOrEqual(1);
    }
    const { numbers: read, suffixes } = await numbers.mostRead({ q: '1234' });
    expect([suffixes <= 20, read <= 2 * 20]).toEqual([true, true]);
    const { numbers: hundred } = await numbers.mostRead({ q: '+1 501 200 12' });
    expect(hundred).toBeLessThanOrEqual(100);
  });

  it('does not read all that the start of a number means where that is many', async () => {
    for (const sort of numberSorts) {
      for (const q of ['501', '+1501200']) {
        const { numbers: read } = await numbers.mostRead({ q, sort });
        expect(read, `${sort} ${q}`).toBeLessThanOrEqual(page);
      }
    }
  });

  it('finds nothing by what has no digits, without looking', async () => {
    expect(await numbers.mostRead({ q: 'none' })).toEqual({ numbers: 0, suffixes: 0 });
  });
});
