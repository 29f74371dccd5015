import { orderSorts } from '@numberdesk/core/orders';
import { toInstant } from '@numberdesk/core/time';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTree, noon } from '../../../test/samples.ts';
import { type TestDatabase, databaseKinds, openTestDatabase } from '../../../test/test-database.ts';
import { type Scope, scopeOf } from '../access/account-chain.ts';
import type { StoredAccount } from '../access/account.store.ts';
import type { Database, TenantId, TenantTransaction } from '../db/database.ts';
import type { OrderPlace } from './order-cursor.ts';
import { type OrderListRequest, orderPageQuery, planMode } from './order-page.store.ts';

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: PlanNode[];
}

const hour = 3_600_000;
const day = 24 * hour;
const count = 10_000;
const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

/**
 * What becomes of the orders, by their number: `busy` has few that are open among many that ended long ago or just
 * now, in `young` hardly any has ended.
 */
const mixes = {
  busy: `case when n % 1000 < 4 then 'pending-docs' when n % 1000 < 14 then 'processing'
              when n % 1000 < 17 then 'canceled' else 'completed' end`,
  young: `case when n % 1000 < 2 then 'completed' when n % 1000 < 5 then 'pending-docs' else 'processing' end`,
};

async function fill(
  database: TestDatabase,
  tenant: TenantId,
  { chain, id }: StoredAccount,
  mix: keyof typeof mixes,
) {
  // What is inserted is right: looking at each row's account, order and number would cost more than all the rest.
  const client = await database.pool.connect();
  await client.query('set session_replication_role = replica');
  const numbered = `from (select n, md5($1::uuid::text || n)::uuid as id, ${mixes[mix]} as status
     from generate_series(1, ${count}) as n) as numbered`;
  const endedAt = `case when status in ('processing', 'pending-docs') then 'infinity'
     when n % 20 = 0 then $6::timestamptz - (n % 167) * interval '1 hour'
     else $6::timestamptz - interval '8 days' - n * interval '1 minute' end`;
  await client.query(
    `insert into orders (tenant_id, id, number, number_key, account_id, business_id, unit_id, program_id, placed_at,
       placed_by_name, status, ended_at, ended_day, version, updated_at)
     select $1::uuid, id, 'A-' || n, 'a-' || lpad(length(n::text)::text, 2, '0') || n, $2, $3, $4, $5,
       $6::timestamptz - (${count} - n) * interval '1 hour', 'Ada Byron', status, ended_at,
       case when ended_at < 'infinity' then floor(extract(epoch from ended_at) / 86400) end, 1, $6
     from (select *, ${endedAt} as ended_at ${numbered}) as ending`,
    [tenant, id, chain.businessId, chain.unitId, chain.programId, new Date(noon)],
  );
  await client.query(
    `insert into order_lines (tenant_id, id, order_id, position, line_id, type, location, quantity, supply, status,
       status_changed_at, numbers)
     select $1::uuid, id, id, 0, '1', 'local', '{}', 1, 'on-order', status, $2, '[]' ${numbered}`,
    [tenant, new Date(noon)],
  );
  await client.query(
    `insert into order_terms select $1::uuid, term, id ${numbered},
       lateral (values ('ada'), ('byron'), ('a-' || n)) as given (term)`,
    [tenant],
  );
  await client.query('reset session_replication_role');
  client.release();
}

const request: OrderListRequest = {
  scope: null,
  view: 'active',
  status: [],
  sort: '-number',
  limit: 50,
  now: noon,
  retentionDays: 7,
};

const literal = (value: unknown) =>
  value instanceof Date ? `'${value.toISOString()}'` : `'${String(value).replaceAll("'", "''")}'`;

/** How a page is read, planned as the server has it planned. */
async function planOf(
  tx: TenantTransaction,
  wanted: OrderListRequest,
  after?: OrderPlace,
): Promise<PlanNode> {
  const { sql: text, parameters } = orderPageQuery(tx, wanted, after).compile();
  const run = (statement: string) => sql.raw(statement).execute(tx.db);
  await run(`set local plan_cache_mode = ${planMode(wanted)}`);
  await run(`prepare page as ${text}`);
  const given = parameters.map(literal).join(', ');
  const { rows } = await run(`explain (analyze, format json) execute page (${given})`);
  await run('deallocate page');
  return (rows as [{ 'QUERY PLAN': [{ Plan: PlanNode }] }])[0]['QUERY PLAN'][0].Plan;
}

/** A database with the orders of two tenants, and the plans by which the role of requests reads pages of them. */
async function openFilled(kind: Database['kind']) {
  const database = await openTestDatabase(kind);
  const tenants: Record<string, { tenant: TenantId; scopes: Scope[] }> = {};
  for (const mix of ['busy', 'young'] as const) {
    const tenant = await database.newTenant();
    const { acme, west, sales } = await database.write(tenant, createTree);
    await fill(database, tenant, sales, mix);
    tenants[mix] = { tenant, scopes: [null, scopeOf(acme), scopeOf(west), scopeOf(sales)] };
  }
  await database.asOwner('vacuum (analyze)');
  /** The most that any way to the page reads, from every place somebody may act in. */
  async function mostRead(mix: keyof typeof mixes, change: Partial<OrderListRequest>, after?: OrderPlace) {
    const { tenant, scopes } = tenants[mix]!;
    const read: Record<string, number>[] = [];
    for (const scope of change.scope === undefined ? scopes : [change.scope]) {
      const plan = await database.read(tenant, (tx) => planOf(tx, { ...request, ...change, scope }, after));
      read.push(rowsRead(plan));
    }
    const most = (table: string) => Math.max(...read.map((rows) => rows[table] ?? 0));
    return { orders: most('orders'), lines: most('order_lines'), terms: most('order_terms') };
  }
  return { mostRead, close: () => database.close() };
}

/** Rows that were touched, by table; a table that was read from end to end counts as endless. */
function rowsRead(plan: PlanNode): Record<string, number> {
  const rows: Record<string, number> = {};
  for (const node of nodesOf(plan)) {
    const table = node['Relation Name'];
    if (table === undefined) continue;
    const each = node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0);
    const isWhole = node['Node Type'] === 'Seq Scan' && table.startsWith('order') && node['Actual Loops'] > 0;
    rows[table] = (rows[table] ?? 0) + (isWhole ? Infinity : each * node['Actual Loops']);
  }
  return rows;
}

const twice = 2 * request.limit;
const at = (n: number): OrderPlace => ({
  placedAt: noon - (count - n) * hour,
  numberKey: `a-04${n}`,
  number: `A-${n}`,
});

describe.each(databaseKinds)('the way to a page of orders on %s', (kind) => {
  let orders: Awaited<ReturnType<typeof openFilled>>;
  beforeAll(async () => {
    orders = await openFilled(kind);
  }, 60_000);
  afterAll(() => orders.close());

  const both = ['busy', 'young'] as const;
  const views = ['active', 'history'] as const;

  it.each(orderSorts)('ORD-6: reads hardly more than the page, first and deep, by %s', async (sort) => {
    for (const mix of both) {
      for (const view of views) {
        for (const after of [undefined, at(5_000)]) {
          const { orders: read, lines } = await orders.mostRead(mix, { view, sort }, after);
          expect(read, `${mix} ${view} ${after?.number}`).toBeLessThanOrEqual(twice);
          expect(lines).toBeLessThanOrEqual(twice);
        }
      }
    }
  });

  it.each(orderSorts)('ORD-8: goes straight to a status, be it of few or of many, by %s', async (sort) => {
    const asked = [['pending-docs'], ['processing'], ['canceled'], ['pending-docs', 'canceled']] as const;
    for (const mix of both) {
      for (const [status, view] of asked.flatMap((status) => views.map((view) => [status, view] as const))) {
        const { orders: read } = await orders.mostRead(mix, { view, sort, status: [...status] }, at(9_500));
        expect(read, `${mix} ${view} ${status.join()}`).toBeLessThanOrEqual(twice);
      }
    }
  });

  it('ORD-6: does so with any window, longer ones too', async () => {
    for (const retentionDays of [0, 1, 31, 365]) {
      for (const view of views) {
        const { orders: read } = await orders.mostRead('busy', { view, retentionDays });
        expect(read, `${view} ${retentionDays}`).toBeLessThanOrEqual(twice);
      }
    }
  });

  it('goes straight to some days where the list is in the order of days', async () => {
    const placedBefore = toInstant(noon - 5_000 * hour);
    const placedFrom = toInstant(noon - 5_000 * hour - 40 * day);
    for (const sort of ['placedAt', '-placedAt'] as const) {
      for (const [mix, view] of both.flatMap((mix) => views.map((view) => [mix, view] as const))) {
        const { orders: read } = await orders.mostRead(mix, { view, sort, placedFrom, placedBefore });
        expect(read, `${mix} ${view} ${sort}`).toBeLessThanOrEqual(twice);
      }
    }
  });

  // No index has both the days and the numbers in order: what was placed on these days is read and sorted.
  it('reads no more than those days where the list is in the order of numbers', async () => {
    const [from, days] = [noon - 5_000 * hour, 4];
    const placed = { placedFrom: toInstant(from), placedBefore: toInstant(from + days * day) };
    for (const [mix, view] of both.flatMap((mix) => views.map((view) => [mix, view] as const))) {
      const { orders: read } = await orders.mostRead(mix, { view, ...placed });
      expect(read, `${mix} ${view}`).toBeLessThanOrEqual(days * 24 + twice);
    }
  });

  // Each of the four statuses looks for itself at what the search finds.
  it('finds the few that a search means by a range of an index', async () => {
    for (const view of views) {
      const { orders: read, terms } = await orders.mostRead('busy', { view, q: 'a-999' });
      expect(read, view).toBeLessThanOrEqual(11 * 4);
      expect(terms, view).toBeLessThanOrEqual(11 * 4);
    }
  });

  it('does not read all that a search means where that is many', async () => {
    const { orders: read } = await orders.mostRead('young', { q: 'ada' });
    expect(read).toBeLessThanOrEqual(twice);
  });
});
