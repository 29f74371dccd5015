// Page 1 against page 200 of a tenant with a million orders, through the server, and what their plans read.
import { createClient } from '@numberdesk/core';
import { type NumberdeskServer, createServer } from '@numberdesk/server';
import { demoAccount, readerOf } from './demo-orders.ts';
import type { MeasuredDatabase } from './databases.ts';
import { loadOrders } from './many-orders.ts';
import { type Record, type Statement, listening } from './statements.ts';

/** How many orders there are. */
export const orderCount = Number(process.env['BENCH_ORDERS'] ?? 1_000_000);
const limit = 50;
const deep = 200;
const pairs = 20;

/** The lists that are paged through. */
const lists = [
  'view=active',
  'view=active&sort=-placedAt',
  'view=history',
  'view=active&status=pending-docs',
];

/** One list: milliseconds of the pairs, and rows of orders that the plans read. */
export interface PagesFigure {
  list: string;
  first: number[];
  deep: number[];
  rows: { first: number; deep: number };
}

/** Fills the database, then asks for both pages by turns. */
export async function measurePages(database: MeasuredDatabase) {
  await withServer(database, ({ client }) => client.access.putAccount(demoAccount));
  const loading = performance.now();
  await withPool(database, (pool) => loadOrders(pool, demoAccount.id, orderCount));
  const loadSeconds = (performance.now() - loading) / 1000;
  const measured = await listening((record) =>
    withServer(database, async (server) => {
      const token = await enter(server);
      const all = [];
      for (const list of lists) all.push(await timed(server, token, { list, record }));
      return all;
    }),
  );
  const figures = await withPool(database, async (pool) => {
    const all: PagesFigure[] = [];
    for (const { statements, ...figure } of measured) {
      const rows = {
        first: await rowsRead(pool, statements.first),
        deep: await rowsRead(pool, statements.deep),
      };
      all.push({ ...figure, rows });
    }
    return all;
  });
  return { loadSeconds, figures };
}

interface Running {
  numberdesk: NumberdeskServer;
  client: ReturnType<typeof createClient>;
}

async function withServer<T>(
  { options }: MeasuredDatabase,
  work: (server: Running) => Promise<T>,
): Promise<T> {
  const numberdesk = await createServer({ ...options, demo: true, log: () => undefined });
  const inProcess = (input: RequestInfo | URL, init?: RequestInit) =>
    numberdesk.fetch(new Request(input, init));
  const client = createClient({ baseUrl: 'http://bench.test', secretKey: 'sk_demo', fetch: inProcess });
  return work({ numberdesk, client }).finally(() => numberdesk.close());
}

type Pool = Awaited<ReturnType<MeasuredDatabase['openPool']>>['pool'];

async function withPool<T>(database: MeasuredDatabase, work: (pool: Pool) => Promise<T>): Promise<T> {
  const { pool, close } = await database.openPool();
  return work(pool).finally(close);
}

async function enter({ client }: Running): Promise<string> {
  return readerOf(client, 'http://bench.test');
}

async function timed(
  { numberdesk }: Running,
  token: string,
  { list, record }: { list: string; record: Record },
) {
  async function page(cursor: string | null): Promise<string | null> {
    const url = `http://bench.test/v1/orders?limit=${limit}&${list}${cursor ? `&cursor=${cursor}` : ''}`;
    const response = await numberdesk.fetch(
      new Request(url, { headers: { authorization: `Bearer ${token}` } }),
    );
    const { data, next } = (await response.json()) as { data: unknown[]; next: string | null };
    if (data.length !== limit)
      throw new Error(`Expected ${limit} orders, got ${data.length} (${response.status}).`);
    return next;
  }
  let cursor: string | null = null;
  for (let count = 1; count < deep; count++) cursor = await page(cursor);
  const time = async (at: string | null) => {
    const from = performance.now();
    await page(at);
    return performance.now() - from;
  };
  const [first, last]: [number[], number[]] = [[], []];
  for (let pair = 0; pair < pairs; pair++) {
    const both = [
      () => time(null).then((ms) => first.push(ms)),
      () => time(cursor).then((ms) => last.push(ms)),
    ];
    for (const ask of pair % 2 === 0 ? both : both.reverse()) await ask();
  }
  const statements = {
    first: await record(() => page(null)),
    deep: await record(() => page(cursor)),
  };
  return { list, first, deep: last, statements };
}

interface PlanNode {
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: PlanNode[];
}

/** Rows of orders that a page touches, by the plan of the very statement, as the role that requests run as. */
async function rowsRead(pool: Pool, statements: readonly Statement[]): Promise<number> {
  const client = await pool.connect();
  let plan: PlanNode | undefined;
  for (const { text, values } of statements) {
    if (/^(commit|rollback)/i.test(text)) break;
    if (!text.includes('"order_lines"')) {
      await client.query(text, values);
      continue;
    }
    await client.query(`prepare page as ${text}`);
    const given = values.map((value) =>
      client.escapeLiteral(value instanceof Date ? value.toISOString() : String(value)),
    );
    const { rows } = await client.query(`explain (analyze, format json) execute page (${given.join(', ')})`);
    plan = (rows[0] as { 'QUERY PLAN': [{ Plan: PlanNode }] })['QUERY PLAN'][0].Plan;
  }
  await client.query('rollback');
  await client.query('deallocate all');
  client.release();
  if (!plan) throw new Error('No page was seen among the statements.');
  return ordersIn(plan);
}

function ordersIn(node: PlanNode): number {
  const each = node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0);
  const own = node['Relation Name'] === 'orders' ? each * node['Actual Loops'] : 0;
  return (node.Plans ?? []).reduce((sum, below) => sum + ordersIn(below), own);
}
