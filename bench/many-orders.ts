// As many orders of one account as asked for, written by SQL: what no API could load in reasonable time.
import type pg from 'pg';

const batch = 50_000;

/** Of a thousand: 10 wait for documents, 90 are processing, 3 have ended within days, 27 were canceled long ago. */
const status = `case when n % 1000 < 10 then 'pending-docs' when n % 1000 < 100 then 'processing'
  when n % 1000 between 103 and 129 then 'canceled' else 'completed' end`;
const endedAt = `case when status in ('processing', 'pending-docs') then 'infinity'
  when n % 1000 between 100 and 102 then $2::timestamptz - (n % 167) * interval '1 hour'
  else $2::timestamptz - interval '8 days' - n * interval '1 minute' end`;

/** In the order in which they refer to each other. */
const statements = [
  `insert into orders (tenant_id, id, number, number_key, account_id, business_id, placed_at, confirmed_at,
     placed_by_name, status, ended_at, ended_day, version, updated_at)
   select tenant_id, id, n::text, lpad(length(n::text)::text, 2, '0') || n, account_id, account_id,
     $2::timestamptz - (2000000 - n) * interval '1 minute', $2, 'Ada Byron', status, ended_at,
     case when ended_at < 'infinity' then floor(extract(epoch from ended_at) / 86400) end, 1, $2
   from (select *, ${endedAt} as ended_at from given) as given`,
  `insert into order_lines (tenant_id, id, order_id, position, line_id, type, location, quantity, supply, status,
     status_changed_at, numbers)
   select tenant_id, id, id, 0, '1', 'local', '{"country":"US","city":"Austin"}', 1, 'on-order', status, $2, '[]'
   from given`,
  `insert into order_terms
   select tenant_id, term, id from given, lateral (values (n::text), ('ada'), ('byron')) as named (term)
   where $2::timestamptz is not null`,
];

/** Loads orders for an account that is there; tables without their indexes first, as any bulk load is done. */
export async function loadOrders(pool: pg.Pool, account: string, count: number): Promise<void> {
  const { rows: indexes } = await pool.query<{ name: string; definition: string }>(
    `select indexname as name, indexdef as definition from pg_indexes
     where tablename in ('orders', 'order_terms') and indexdef not like '%UNIQUE%'`,
  );
  for (const { name } of indexes) await pool.query(`drop index ${name}`);
  const given = `with given as (
    select accounts.tenant_id, accounts.id as account_id, n, md5(n::text)::uuid as id, ${status} as status
    from accounts, generate_series($3::int, $4::int) as n where external_id = $1)`;
  const now = new Date();
  for (let first = 1_000_000; first < 1_000_000 + count; first += batch) {
    const last = Math.min(first + batch, 1_000_000 + count) - 1;
    for (const statement of statements)
      await pool.query(`${given} ${statement}`, [account, now, first, last]);
  }
  for (const { definition } of indexes) await pool.query(definition);
  await pool.query('vacuum (analyze)');
}
