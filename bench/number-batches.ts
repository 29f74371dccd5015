// Batches of 500 numbers per second, through the server and through a handler that does nothing but insert the same
// rows with one statement.
import { type Server, createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomUUID } from 'node:crypto';
import { getRequestListener } from '@hono/node-server';
import { createClient } from '@numberdesk/core';
import { createServer } from '@numberdesk/server';
import type { MeasuredDatabase } from './databases.ts';
import { demoAccount } from './demo-orders.ts';
import { median, row } from './report.ts';

const rowsOfBatch = 500;
const seconds = Number(process.env['BENCH_SECONDS'] ?? 5);
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 3);

/** Exchanges that can be assigned anywhere. */
const exchanges = Array.from({ length: 800 }, (_, at) => 200 + at).filter(
  (exchange) => exchange % 100 !== 11 && exchange !== 555,
);

/** Numbers that no batch had before. */
let given = 0;
const nextRows = () =>
  Array.from({ length: rowsOfBatch }, () => {
    const at = given++;
    // From one area code to the next, as files are not: neighbours would be kinder to an index.
    const area = ['201', '202', '203', '205', '206', '207', '208', '209'][at % 8];
    const exchange = exchanges[Math.floor(at / 80_000)];
    const line = String(Math.floor(at / 8) % 10_000).padStart(4, '0');
    return { number: `+1${area}${exchange}${line}`, purpose: 'customer-service' };
  });

/** Measures both by turns and prints them. */
export async function printBatches(open: readonly (() => Promise<MeasuredDatabase>)[]): Promise<void> {
  for (const each of open) {
    const database = await each();
    try {
      await withServer(database, async (url) => {
        await createClient({ baseUrl: url, secretKey: 'sk_demo' }).access.putAccount(demoAccount);
      });
      const server: number[] = [];
      const bare: number[] = [];
      for (let round = 0; round < rounds; round++) {
        server.push(await withServer(database, (url) => load(url, 'sk_demo')));
        bare.push(await withBareHandler(database, (url) => load(url)));
      }
      console.log(`\nBatches of ${rowsOfBatch} numbers on ${database.name}, one after the other`);
      row('', 'batches/s', 'slowest round');
      row('bare handler, one insert of the same rows', median(bare).toFixed(1), Math.min(...bare).toFixed(1));
      row('server', median(server).toFixed(1), Math.min(...server).toFixed(1));
      row('server ÷ bare handler', (median(server) / median(bare)).toFixed(2));
    } finally {
      await database.remove();
    }
  }
}

async function withServer<T>({ options }: MeasuredDatabase, work: (url: string) => Promise<T>): Promise<T> {
  const numberdesk = await createServer({ ...options, demo: true, log: () => undefined });
  try {
    return await listen(createHttpServer(getRequestListener((request) => numberdesk.fetch(request))), work);
  } finally {
    await numberdesk.close();
  }
}

/** Numbers with a key of their own in a plain table, each row written whole. */
async function withBareHandler<T>(database: MeasuredDatabase, work: (url: string) => Promise<T>): Promise<T> {
  const { pool, close } = await database.openPool();
  await pool.query(
    `create table if not exists bare_numbers (id uuid primary key, number text unique, purpose text,
       account text, status text, added_at timestamptz)`,
  );
  const handler = createHttpServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const { account, rows } = JSON.parse(body) as {
      account: string;
      rows: { number: string; purpose: string }[];
    };
    const result = await pool.query(
      `insert into bare_numbers select id, number, purpose, $4, 'pending', now()
       from unnest($1::uuid[], $2::text[], $3::text[]) as given (id, number, purpose)
       on conflict (number) do nothing returning *`,
      [
        rows.map(() => randomUUID()),
        rows.map(({ number }) => number),
        rows.map(({ purpose }) => purpose),
        account,
      ],
    );
    const totals = { rows: rows.length, added: result.rows.length, rejected: 0 };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ added: result.rows, rejected: [], totals }));
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

/** Batches per second of one sender that waits for each answer. */
async function load(url: string, key = ''): Promise<number> {
  const send = async () => {
    const response = await fetch(`${url}/v1/numbers/batches`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${key}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      },
      body: JSON.stringify({ account: demoAccount.id, rows: nextRows() }),
    });
    const { totals } = (await response.json()) as { totals?: { added: number } };
    if (totals?.added !== rowsOfBatch) throw new Error(`Added ${totals?.added} (${response.status}).`);
  };
  for (let warm = 0; warm < 3; warm++) await send();
  const start = performance.now();
  let batches = 0;
  while (performance.now() - start < seconds * 1000) {
    await send();
    batches++;
  }
  return batches / ((performance.now() - start) / 1000);
}
