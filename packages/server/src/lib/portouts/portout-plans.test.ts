import { portOutSearch, portOutSorts, portOutStatuses } from '@numberdesk/core/portouts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTree, noon } from '../../../test/samples.ts';
import { type TestDatabase, databaseKinds, openTestDatabase } from '../../../test/test-database.ts';
import { type Scope, scopeOf } from '../access/account-chain.ts';
import type { StoredAccount } from '../access/account.store.ts';
import type { Database, TenantId, TenantTransaction } from '../db/database.ts';
import type { PortOutPlace } from './portout-cursor.ts';
import { type PortOutListRequest, portOutPageQuery, portOutPlanMode } from './portout-page.store.ts';
import { searchFindsMany } from './portout-search.store.ts';

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: PlanNode[];
}

const count = 4_000;
const each = 2;
const second = 1_000;
const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

/**
 * Nearly all are ported long ago; of the rest there are few, among them some that silence has only just authorized. Each
 * has two numbers.
 */
async function fill(database: TestDatabase, tenant: TenantId, { chain, id }: StoredAccount) {
  const status = `case n % 1000 when 1 then 'authorized' when 2 then 'rejection-in-review' when 3 then 'rejected'
    when 4 then 'canceled' when 5 then 'On Hold' when 6 then 'pending' when 7 then 'pending' else 'ported-out' end`;
  await database.asOwner(
    `insert into portouts (tenant_id, id, request, request_key, account_id, business_id, unit_id, program_id, status,
       known_status, received_at, port_type, requested_foc_date, quantity, port_due_at, silence_at, due_at, submitted,
       version, created_at, updated_at)
     select $1::uuid, md5($1::uuid::text || n)::uuid, 'PO_' || 600000 + n, 'po_' || 600000 + n, $2, $3, $4, $5, status,
       case status when 'On Hold' then 'other' else status end, $6::timestamptz - (${count} - n) * interval '1 second',
       'simple', '2026-12-04', 2, $6::timestamptz + n * interval '1 minute',
       case n % 1000 when 6 then $6::timestamptz - interval '1 second' when 7 then $6::timestamptz + interval '1 hour' end,
       case when status in ('pending', 'authorized') then $6::timestamptz + n * interval '1 minute' else 'infinity' end,
       '{}', 1, $6, $6
     from (select n, ${status} as status from generate_series(1, ${count}) as n) as given`,
    [tenant, id, chain.businessId, chain.unitId, chain.programId, new Date(noon)],
  );
  await database.asOwner(
    `insert into portout_numbers (tenant_id, portout_id, number, position, status)
     select $1::uuid, md5($1::uuid::text || n)::uuid, '+1501' || (2000000 + ${each} * n + line), line, 'ported-out'
     from generate_series(1, ${count}) as n, generate_series(0, ${each - 1}) as line`,
    [tenant],
  );
  await database.asOwner(
    `insert into portout_suffixes
     select distinct tenant_id, substr(number, at), portout_id from portout_numbers, generate_series(3, 9) as at
     where tenant_id = $1`,
    [tenant],
  );
}

const request: PortOutListRequest = {
  scope: null,
  filter: 'all',
  status: [],
  sort: '-receivedAt',
  limit: 50,
  now: noon,
};

const literal = (value: unknown) =>
  value instanceof Date
    ? `'${value.toISOString()}'`
    : Array.isArray(value)
      ? `'{${value.map((each) => `"${each}"`).join()}}'`
      : `'${String(value).replaceAll("'", "''")}'`;

/** How a page is read, planned as the server has it planned. */
async function planOf(
  tx: TenantTransaction,
  wanted: PortOutListRequest,
  after?: PortOutPlace,
): Promise<PlanNode> {
  const { sql: text, parameters } = portOutPageQuery(tx, wanted, after).compile();
  const run = (statement: string) => sql.raw(statement).execute(tx.db);
  await run(`set local plan_cache_mode = ${portOutPlanMode(wanted)}`);
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
    const touched = node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0);
    const isWhole = node['Node Type'] === 'Seq Scan' && table.includes('portout') && node['Actual Loops'] > 0;
    rows[table] = (rows[table] ?? 0) + (isWhole ? Infinity : touched * node['Actual Loops']);
  }
  return rows;
}

/** A database with the requests of two tenants, and the plans by which the role of requests reads pages of them. */
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
  async function mostRead(change: Partial<PortOutListRequest>, after?: PortOutPlace) {
    const read: Record<string, number>[] = [];
    for (const scope of scopes) {
      const plan = await database.read(tenant, (tx) => planOf(tx, { ...request, ...change, scope }, after));
      read.push(rowsRead(plan));
    }
    const most = (table: string) => Math.max(...read.map((rows) => rows[table] ?? 0));
    return {
      portouts: most('portouts'),
      numbers: most('portout_numbers'),
      suffixes: most('portout_suffixes'),
    };
  }
  const findsMany = (q: string) => database.read(tenant, (tx) => searchFindsMany(tx, portOutSearch(q)));
  return { mostRead, findsMany, close: () => database.close() };
}

/** The page, and a row of each part that is read like one. */
const parts = portOutStatuses.length + 2;
const page = request.limit + 1 + parts;
/** Of those that silence has authorized, and of those that wait still, there are as many. */
const few = count / 1000;
const deep: PortOutPlace = { at: noon - (count / 2) * second, id: '019ab000-0000-7000-8000-000000000000' };

describe.each(databaseKinds)('the way to a page of port-out requests on %s', (kind) => {
  let requests: Awaited<ReturnType<typeof openFilled>>;
  beforeAll(async () => void (requests = await openFilled(kind)), 60_000);
  afterAll(() => requests?.close());

  it.each(portOutSorts)('POR-2: reads hardly more than the page, first and deep, by %s', async (sort) => {
    for (const after of [undefined, deep]) {
      const { portouts } = await requests.mostRead({ sort }, after);
      // Those that silence has authorized stand among the pending, and are passed over and sorted apart.
      expect(portouts, JSON.stringify(after)).toBeLessThanOrEqual(page + 3 * few);
    }
  });

  it.each(portOutSorts)(
    'POR-6: goes straight to a status or a group, be it of few or of many, by %s',
    async (sort) => {
      for (const status of [
        ['ported-out'],
        ['pending'],
        ['authorized'],
        ['On Hold'],
        ['rejected', 'canceled'],
      ]) {
        const { portouts } = await requests.mostRead({ sort, status });
        expect(portouts, status.join()).toBeLessThanOrEqual(page + 3 * few);
      }
      for (const filter of ['incomplete', 'complete'] as const) {
        const { portouts } = await requests.mostRead({ sort, filter }, deep);
        expect(portouts, filter).toBeLessThanOrEqual(page + 3 * few);
      }
    },
  );

  it('POR-9: goes straight to what is due', async () => {
    const dueBefore = new Date(noon + 1_500 * 60_000).toISOString();
    for (const sort of portOutSorts) {
      const { portouts } = await requests.mostRead({ sort, dueBefore });
      expect(portouts, sort).toBeLessThanOrEqual(6 * few);
    }
  });

  it('POR-2: finds the few that a search means by ranges of indexes', async () => {
    for (const [q, found] of [
      ['(501) 200-1234', 1],
      ['5012001234', 1],
      ['2001234', 1],
      ['po_601234', 1],
      ['PO_60123', 10],
    ] as const) {
      const read = await requests.mostRead({ q });
      expect(read.portouts, q).toBeLessThanOrEqual(2 * parts * found);
      expect(read.numbers + read.suffixes, q).toBeLessThanOrEqual(2);
    }
    const none = await requests.mostRead({ q: '502' });
    expect(none, 'an area code that nobody has').toEqual({ portouts: 0, numbers: 0, suffixes: 0 });
    const { portouts, numbers, suffixes } = await requests.mostRead({ q: '1234' });
    expect([suffixes <= 30, numbers <= 30, portouts <= 2 * 30]).toEqual([true, true, true]);
  });

  it('POR-2: reads hardly more than the page where nearly all numbers are what a search means', async () => {
    for (const q of ['501', '5012', '1501']) {
      expect(await requests.findsMany(q), q).toBe(true);
      for (const sort of portOutSorts) {
        const read = await requests.mostRead({ q, sort, findsMany: true });
        expect(read.portouts, `${q} by ${sort}`).toBeLessThanOrEqual(page + 3 * few);
        expect(read.numbers, `${q} by ${sort}`).toBeLessThanOrEqual(each * (page + 3 * few));
        expect(read.suffixes).toBe(0);
      }
    }
    for (const q of ['502', '1234', '5012001234', 'PO_', ''])
      expect(await requests.findsMany(q), q).toBe(false);
  });

  it('POR-2: does not read all that the start of a request number means where that is many', async () => {
    for (const sort of portOutSorts) {
      const { portouts } = await requests.mostRead({ q: 'PO_', sort });
      expect(portouts, sort).toBeLessThanOrEqual(page + 3 * few);
    }
  });

  it('finds nothing by what nothing is called, without looking far', async () => {
    const { portouts, ...others } = await requests.mostRead({ q: 'none' });
    expect(others).toEqual({ numbers: 0, suffixes: 0 });
    expect(portouts, 'those that silence has authorized, at most').toBeLessThanOrEqual(2 * few);
  });
});
