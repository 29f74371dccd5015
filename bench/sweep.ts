// How long the server takes to do 10,000 deadlines that are due at once: half of them tell that an answer is overdue, half
// authorize by silence.
import { createClient } from '@numberdesk/core';
import { createServer } from '@numberdesk/server';
import type pg from 'pg';
import type { MeasuredDatabase } from './databases.ts';
import { demoAccount } from './demo-orders.ts';
import { row } from './report.ts';

const count = Number(process.env['BENCH_DEADLINES'] ?? 10_000);
const atMostSeconds = 60;
/** What each has to be told, and nobody is. */
const now = Date.parse('2026-11-23T12:00:00.000Z');

/** Requests of one account as a feed would have recorded them, each with one deadline; by SQL, in the order of reference. */
const statements = [
  `insert into portouts (tenant_id, id, request, request_key, account_id, business_id, status, known_status,
     received_at, port_type, requested_foc_date, quantity, answer_due_at, silence_at, due_at, submitted, version,
     created_at, updated_at)
   select tenant_id, id, 'PO_' || n, 'po_' || n, account_id, account_id, 'pending', 'pending', due - interval '1 day',
     'non-simple', '2026-12-04', 1, due, case when silent then due end, due, '{}', 1, due, due from given`,
  `insert into portout_numbers (tenant_id, portout_id, number, position, status)
   select tenant_id, id, '+1502333' || lpad((n % 10000)::text, 4, '0'), 1, 'pending' from given`,
  `insert into deadlines (tenant_id, kind, subject_id, part, due_at)
   select tenant_id, case when silent then 'portout-silence' else 'portout-overdue' end, id, '', due from given`,
];

async function load(pool: pg.Pool): Promise<void> {
  const given = `with given as (
    select tenant_id, id as account_id, n, md5(n::text)::uuid as id, n > $2::int / 2 as silent,
      $3::timestamptz - ($2 - n) * interval '1 second' as due
    from accounts, generate_series(1, $2::int) as n where external_id = $1)`;
  for (const statement of statements)
    await pool.query(`${given} ${statement}`, [demoAccount.id, count, new Date(now - 1000)]);
  await pool.query('vacuum (analyze)');
}

/** Prints the seconds from the start of the server until the last one is done. */
export async function printSweep(open: readonly (() => Promise<MeasuredDatabase>)[]): Promise<void> {
  for (const each of open) {
    const database = await each();
    try {
      await withServer(database, (client) => client.access.putAccount(demoAccount));
      const { pool, close } = await database.openPool();
      await load(pool);
      await close();
      const seconds = await withServer(database, sweep);
      console.log(`\nA sweep of ${count} deadlines that are due at once on ${database.name}`);
      row('', 'seconds', 'at most');
      row('until the last mail and the last event are written', seconds.toFixed(1), String(atMostSeconds));
    } finally {
      await database.remove();
    }
  }
}

type Client = ReturnType<typeof createClient>;
type Mailbox = Awaited<ReturnType<typeof createServer>>['mailbox'];

/** What is authorized by silence was due last: when its events are there, all else is. */
async function sweep(client: Client, mailbox: Mailbox): Promise<number> {
  const start = performance.now();
  while ((await client.portouts.list({ limit: 1 })).feed < count / 2)
    await new Promise((resolve) => setTimeout(resolve, 100));
  const seconds = (performance.now() - start) / 1000;
  const mails = await mailbox({ secretKey: 'sk_demo', limit: count + 1 });
  const told = mails.filter(({ kind }) => kind === 'overdue').length;
  if (mails.length !== count || told !== count / 2)
    throw new Error(`${mails.length} mails, ${told} overdue.`);
  return seconds;
}

async function withServer<T>(
  { options }: MeasuredDatabase,
  work: (client: Client, mailbox: Mailbox) => Promise<T>,
): Promise<T> {
  const server = await createServer({ ...options, demo: true, clock: () => now, log: () => undefined });
  const fetch = (input: RequestInfo | URL, init?: RequestInit) => server.fetch(new Request(input, init));
  try {
    return await work(
      createClient({ baseUrl: 'http://bench.internal', secretKey: 'sk_demo', fetch }),
      server.mailbox,
    );
  } finally {
    await server.close();
  }
}
