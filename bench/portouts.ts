// Searches for port-out requests among a million numbers, through the server and by the very statements that the server
// was seen to run.
import { createClient } from '@numberdesk/core';
import { type NumberdeskServer, createServer } from '@numberdesk/server';
import { type MeasuredDatabase, pgliteDatabase, postgresDatabase } from './databases.ts';
import { demoAccount, readerOf } from './demo-orders.ts';
import { loadPortOuts, numbersEach } from './many-portouts.ts';
import { percentile, row } from './report.ts';
import { type Statement, listening } from './statements.ts';

/** How many requests there are. */
const requestCount = Number(process.env['BENCH_PORTOUTS'] ?? 100_000);
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 3);
const searchesOfKind = 100;

type Pool = Awaited<ReturnType<MeasuredDatabase['openPool']>>['pool'];

/** What somebody types who has a number of the database, or its request, in hand. */
const kinds: Record<string, (number: string, request: string) => string> = {
  'a whole number': (number) => `(${number.slice(2, 5)}) ${number.slice(5, 8)}-${number.slice(8)}`,
  'seven digits': (number) => `${number.slice(5, 8)}-${number.slice(8)}`,
  'four digits': (number) => number.slice(8),
  'an area code': (number) => `(${number.slice(2, 5)})`,
  'a request number': (_, request) => request.toLowerCase(),
  'the start of many': () => 'PO_',
};

interface Search {
  kind: string;
  q: string;
  statements: Statement[];
}

/** Measures both by turns and prints them. */
export async function printPortOuts(databases = [pgliteDatabase, postgresDatabase]): Promise<void> {
  for (const open of databases) {
    const database = await open();
    try {
      await print(database);
    } finally {
      await database.remove();
    }
  }
}

async function print(database: MeasuredDatabase): Promise<void> {
  const from = performance.now();
  const searches = await prepare(database);
  const seconds = ((performance.now() - from) / 1000).toFixed(0);
  const times = Object.keys(kinds).map((kind) => ({ kind, server: [] as number[], bare: [] as number[] }));
  for (let round = 0; round < rounds; round++) {
    await withServer(database, (server) => timeAll(searches, times, 'server', askServer(server)));
    await withPool(database, (pool) => timeAll(searches, times, 'bare', askBare(pool)));
  }
  const numbers = (requestCount * numbersEach).toLocaleString('en');
  console.log(
    `\nSearches in ${numbers} numbers of ${requestCount.toLocaleString('en')} port-out requests on ${database.name}, ` +
      `${rounds} rounds of ${searchesOfKind} by turns (loaded in ${seconds} s)`,
  );
  row('', 'p50 ms', 'bare p50', 'p99 ms', 'bare p99', 'p99 ratio');
  const all = { kind: 'all', server: times.flatMap((it) => it.server), bare: times.flatMap((it) => it.bare) };
  for (const { kind, server, bare } of [...times, all]) {
    const [last, bareLast] = [percentile(server, 0.99), percentile(bare, 0.99)];
    const figures = [percentile(server, 0.5), percentile(bare, 0.5), last, bareLast, last / bareLast];
    row(kind, ...figures.map((figure) => figure.toFixed(2)));
  }
}

interface Times {
  kind: string;
  server: number[];
  bare: number[];
}

async function timeAll(
  searches: readonly Search[],
  times: readonly Times[],
  by: 'server' | 'bare',
  ask: (search: Search) => Promise<void>,
): Promise<void> {
  for (const search of searches.slice(0, 50)) await ask(search);
  for (const search of searches) {
    const from = performance.now();
    await ask(search);
    times.find(({ kind }) => kind === search.kind)?.[by].push(performance.now() - from);
  }
}

const token = { text: '' };

const askServer =
  ({ numberdesk }: Running) =>
  async ({ q }: Search) => {
    const url = `http://bench.test/v1/portouts?q=${encodeURIComponent(q)}`;
    const headers = { authorization: `Bearer ${token.text}` };
    const response = await numberdesk.fetch(new Request(url, { headers }));
    const { data } = (await response.json()) as { data: unknown[] };
    if (data.length === 0) throw new Error(`Nothing found for ${q} (${response.status}).`);
  };

const askBare =
  (pool: Pool) =>
  async ({ statements }: Search) => {
    const client = await pool.connect();
    for (const statement of statements) await client.query(statement);
    client.release();
  };

/** Fills the database, and sees what the server asks it for each search. */
async function prepare(database: MeasuredDatabase): Promise<Search[]> {
  await withServer(database, ({ client }) => client.access.putAccount(demoAccount));
  await withPool(database, (pool) => loadPortOuts(pool, demoAccount.id, requestCount));
  const given = await withPool(database, someNumbers);
  return listening((record) =>
    withServer(database, async (server) => {
      token.text = await enter(server);
      const searches: Search[] = [];
      for (const { number, request } of given) {
        for (const [kind, typed] of Object.entries(kinds)) {
          const search = { kind, q: typed(number, request), statements: [] as Statement[] };
          search.statements = await record(() => askServer(server)(search));
          searches.push(search);
        }
      }
      return searches;
    }),
  );
}

async function someNumbers(pool: Pool): Promise<{ number: string; request: string }[]> {
  const { rows } = await pool.query<{ number: string; request: string }>(
    `select number, request from portouts p join portout_numbers n on n.tenant_id = p.tenant_id and n.portout_id = p.id
     where position = 1 order by md5(p.id::text || 'chosen') limit ${searchesOfKind}`,
  );
  return rows;
}

interface Running {
  numberdesk: NumberdeskServer;
  client: ReturnType<typeof createClient>;
}

async function withServer<T>(
  { options }: MeasuredDatabase,
  work: (server: Running) => Promise<T>,
): Promise<T> {
  const limits = { requestsPerSession: 0 };
  const numberdesk = await createServer({ ...options, demo: true, limits, log: () => undefined });
  const inProcess = (input: RequestInfo | URL, init?: RequestInit) =>
    numberdesk.fetch(new Request(input, init));
  const client = createClient({ baseUrl: 'http://bench.test', secretKey: 'sk_demo', fetch: inProcess });
  return work({ numberdesk, client }).finally(() => numberdesk.close());
}

async function withPool<T>(database: MeasuredDatabase, work: (pool: Pool) => Promise<T>): Promise<T> {
  const { pool, close } = await database.openPool();
  return work(pool).finally(close);
}

async function enter({ client }: Running): Promise<string> {
  return readerOf(client, 'http://bench.test');
}
