import { orderSorts } from '@numberdesk/core/orders';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTree, noon } from '../../../test/samples.ts';
import { type TestDatabase, databaseKinds, openTestDatabase } from '../../../test/test-database.ts';
import { type Scope, scopeOf } from '../access/account-chain.ts';
import type { StoredAccount } from '../access/account.store.ts';
import type { Database, TenantId } from '../db/database.ts';
import type { OrderPlace } from './order-cursor.ts';
import { type OrderListRequest, orderPageQuery } from './order-page.store.ts';

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: PlanNode[];
}

const hour = 3_600_000;
const big = ['orders', 'order_lines', 'order_terms'];
const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

/** Orders by the thousand, of which so many in a hundred ended long ago. */
async function fill(database: TestDatabase, tenant: TenantId, { chain, id }: StoredAccount, ended: number) {
  const numbered = `from generate_series(1, 4000) as n`;
  const ids = `md5($1::uuid::text || n)::uuid`;
  await database.asOwner(
    `insert into orders (tenant_id, id, number, number_key, account_id, business_id, unit_id, program_id, placed_at,
       placed_by_name, status, ended_at, version, updated_at)
     select $1::uuid, ${ids}, 'A-' || n, 'a-' || lpad(length(n::text)::text, 2, '0') || n, $2, $3, $4, $5,
       $6::timestamptz - n * interval '1 hour', 'Ada Byron', 'completed',
       case when n % 100 < $7 then $6::timestamptz - interval '30 days' else 'infinity' end, 1, $6 ${numbered}`,
    [tenant, id, chain.businessId, chain.unitId, chain.programId, new Date(noon), ended],
  );
  await database.asOwner(
    `insert into order_lines (tenant_id, id, order_id, position, line_id, type, location, quantity, supply, status,
       status_changed_at, numbers)
     select $1::uuid, ${ids}, ${ids}, 0, '1', 'local', '{}', 1, 'on-order', 'completed', $2, '[]' ${numbered}`,
    [tenant, new Date(noon)],
  );
  await database.asOwner(
    `insert into order_terms select $1::uuid, term, ${ids} ${numbered}, lateral (values ('ada'), ('a-' || n)) as given (term)`,
    [tenant],
  );
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

/** A database with one tenant's orders, and the plans by which the role of requests reads pages of them. */
async function openFilled(kind: Database['kind'], ended: number) {
  const database = await openTestDatabase(kind);
  const tenant = await database.newTenant();
  const { acme, west, sales } = await database.write(tenant, createTree);
  await fill(database, tenant, sales, ended);
  await database.asOwner('vacuum (analyze)');
  const plan = (change: Partial<OrderListRequest>, after?: OrderPlace) =>
    database.read(tenant, async (tx) => {
      const [row] = await orderPageQuery(tx, { ...request, ...change }, after).explain('json', sql`analyze`);
      const [{ Plan: top }] = (row as { 'QUERY PLAN': [{ Plan: PlanNode }] })['QUERY PLAN'];
      return nodesOf(top).filter((node) => big.includes(node['Relation Name'] ?? ''));
    });
  const scopes: Scope[] = [null, scopeOf(acme), scopeOf(west), scopeOf(sales)];
  return { plan, scopes, close: () => database.close() };
}

const wholeTables = (nodes: PlanNode[]) =>
  nodes.filter((node) => node['Node Type'] === 'Seq Scan').map((node) => node['Relation Name']);
const touched = (nodes: PlanNode[]) =>
  nodes
    .map((node) => (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'])
    .reduce((sum, rows) => sum + rows, 0);
const page = request.limit + 1;

describe.each(databaseKinds)('the way to a page of orders on %s', (kind) => {
  let orders: Awaited<ReturnType<typeof openFilled>>;
  beforeAll(async () => {
    orders = await openFilled(kind, 1);
  });
  afterAll(() => orders.close());

  it.each(orderSorts)('reads little more than the page, from every place and sorted by %s', async (sort) => {
    const middle = { placedAt: noon - 2000 * hour, numberKey: 'a-042000', number: 'A-2000' };
    for (const scope of orders.scopes) {
      for (const after of [undefined, middle]) {
        const nodes = await orders.plan({ scope, sort }, after);
        expect(wholeTables(nodes)).toEqual([]);
        expect(touched(nodes)).toBeLessThan(page * 3);
      }
    }
  });

  it('ORD-6: goes straight to the few that are history', async () => {
    for (const scope of orders.scopes) {
      const nodes = await orders.plan({ view: 'history', scope });
      expect(wholeTables(nodes)).toEqual([]);
      expect(touched(nodes)).toBeLessThan(40 * 4);
    }
  });

  it('finds what a search means by a range of an index', async () => {
    const few = await orders.plan({ q: 'a-399' });
    expect(wholeTables(few)).toEqual([]);
    expect(touched(few)).toBeLessThan(11 * 4);
    const many = await orders.plan({ q: 'ada', scope: orders.scopes[2] ?? null });
    expect(wholeTables(many)).toEqual([]);
    expect(touched(many)).toBeLessThan(page * 6);
  });
});

describe.each(databaseKinds)('the way to what is left on %s', (kind) => {
  it('ORD-6: goes straight to the few that are active', async () => {
    const { plan, scopes, close } = await openFilled(kind, 99);
    for (const scope of scopes) {
      const nodes = await plan({ sort: 'number', scope });
      expect(wholeTables(nodes)).toEqual([]);
      expect(touched(nodes)).toBeLessThan(40 * 4);
    }
    await close();
  });
});
