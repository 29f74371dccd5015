// Requests per second and p99 of a page of 50 orders, through the server and through a handler that does nothing but
// run the very statements that the server was seen to run.
import { type Server, createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { createClient } from '@numberdesk/core';
import { createServer } from '@numberdesk/server';
import autocannon from 'autocannon';
import { demoAccount, demoOrders, readerOf } from './demo-orders.ts';
import type { MeasuredDatabase } from './databases.ts';
import { type Statement, listening } from './statements.ts';

/** What a load did to a handler. */
export interface Throughput {
  perSecond: number;
  p99: number;
}

const page = '/v1/orders?limit=50';
const seconds = Number(process.env['BENCH_SECONDS'] ?? 5);

/** Measures both by turns, so that a machine that grows slower slows both. */
export async function measureOrdersPage(database: MeasuredDatabase, rounds = 3) {
  const token = await fill(database);
  const statements = await pageStatements(database, token);
  const server: Throughput[] = [];
  const bare: Throughput[] = [];
  for (let round = 0; round < rounds; round++) {
    server.push(await withServer(database, (url) => load(url, token)));
    bare.push(await withBareHandler(database, statements, (url) => load(url, token)));
  }
  return { server, bare, statements: statements.length };
}

async function withServer<T>({ options }: MeasuredDatabase, work: (url: string) => Promise<T>): Promise<T> {
  const limits = { requestsPerSession: 0 };
  const numberdesk = await createServer({ ...options, demo: true, limits, log: () => undefined });
  try {
    return await listen(createHttpServer(getRequestListener((request) => numberdesk.fetch(request))), work);
  } finally {
    await numberdesk.close();
  }
}

async function withBareHandler<T>(
  database: MeasuredDatabase,
  statements: readonly Statement[],
  work: (url: string) => Promise<T>,
): Promise<T> {
  const { pool, close } = await database.openPool();
  const handler = createHttpServer(async (_, response) => {
    const client = await pool.connect();
    let rows: unknown[] = [];
    for (const statement of statements) {
      const result = await client.query(statement);
      if (result.rows?.length > rows.length) rows = result.rows;
    }
    client.release();
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ data: rows }));
  });
  try {
    return await listen(handler, work);
  } finally {
    await close();
  }
}

async function listen<T>(server: Server, work: (url: string) => Promise<T>): Promise<T> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

/** Orders through the API, and a session that may see them. */
async function fill(database: MeasuredDatabase): Promise<string> {
  return withServer(database, async (baseUrl) => {
    const client = createClient({ baseUrl, secretKey: 'sk_demo' });
    await client.access.putAccount(demoAccount);
    for (const order of demoOrders(2000)) await client.orders.backfill(order);
    return readerOf(client, baseUrl);
  });
}

async function get(url: string, token: string): Promise<void> {
  const response = await fetch(url + page, { headers: { authorization: `Bearer ${token}` } });
  const { data } = (await response.json()) as { data: unknown[] };
  if (data.length !== 50) throw new Error(`Expected 50 orders, got ${data.length} (${response.status}).`);
}

/** Every statement that goes to the database while one page is asked for. */
async function pageStatements(database: MeasuredDatabase, token: string): Promise<Statement[]> {
  return listening((record) =>
    withServer(database, async (url) => {
      await get(url, token);
      return record(() => get(url, token));
    }),
  );
}

async function load(url: string, token: string): Promise<Throughput> {
  const options = {
    url: url + page,
    connections: 10,
    headers: { authorization: `Bearer ${token}` },
    workers: 1,
  };
  await autocannon({ ...options, duration: 1 });
  const { requests, latency, non2xx, errors } = await autocannon({ ...options, duration: seconds });
  if (non2xx > 0 || errors > 0) throw new Error(`${non2xx} refusals and ${errors} errors under load.`);
  return { perSecond: requests.average, p99: latency.p99 };
}
