// As many port-out requests of one account as asked for, ten numbers each, written by SQL: what no API could load in
// reasonable time.
import type pg from 'pg';

/** Numbers of each request. */
export const numbersEach = 10;

const batch = 10_000;

/** Of a hundred requests five are open; they came a minute apart. */
const status = `case when n % 100 < 3 then 'pending' when n % 100 < 5 then 'authorized' when n % 100 < 10 then 'canceled'
  else 'ported-out' end`;

/** Ten digits that look like chance and are always the same. */
const number = `'+1' || (2000000000 + ('x' || substr(md5(n || '-' || line), 1, 15))::bit(60)::bigint % 8000000000)`;

/** In the order in which they refer to each other. */
const statements = [
  `insert into portouts (tenant_id, id, request, request_key, account_id, business_id, status, known_status,
     received_at, port_type, requested_foc_date, quantity, port_due_at, due_at, submitted, version, created_at, updated_at)
   select tenant_id, id, 'PO_' || n, 'po_' || n, account_id, account_id, status, status,
     $2::timestamptz - (2000000 - n) * interval '1 minute', 'simple', '2026-12-04', ${numbersEach},
     $2::timestamptz + n * interval '1 second',
     case when status in ('pending', 'authorized') then $2::timestamptz + n * interval '1 second' else 'infinity' end,
     '{}', 1, $2, $2
   from given`,
  `insert into portout_numbers (tenant_id, portout_id, number, position, status)
   select tenant_id, id, ${number}, line, 'pending' from given, generate_series(1, ${numbersEach}) as line
   where $2::timestamptz is not null`,
  `insert into portout_suffixes (tenant_id, suffix, portout_id)
   select distinct tenant_id, substr(number, start), id
   from (select tenant_id, id, ${number} as number from given, generate_series(1, ${numbersEach}) as line) as l,
     generate_series(3, 9) as start
   where $2::timestamptz is not null`,
];

/** Loads requests for an account that is there; tables without their indexes first, as any bulk load is done. */
export async function loadPortOuts(pool: pg.Pool, account: string, count: number): Promise<void> {
  const { rows: indexes } = await pool.query<{ name: string; definition: string }>(
    `select indexname as name, indexdef as definition from pg_indexes
     where tablename in ('portouts', 'portout_numbers') and indexdef not like '%UNIQUE%'`,
  );
  for (const { name } of indexes) await pool.query(`drop index ${name}`);
  await pool.query('alter table portout_suffixes drop constraint portout_suffixes_pkey');
  const given = `with given as (
    select accounts.tenant_id, accounts.id as account_id, n, md5(n::text)::uuid as id, ${status} as status
    from accounts, generate_series($3::int, $4::int) as n where external_id = $1)`;
  const now = new Date();
  for (let first = 600_000; first < 600_000 + count; first += batch) {
    const last = Math.min(first + batch, 600_000 + count) - 1;
    for (const statement of statements)
      await pool.query(`${given} ${statement}`, [account, now, first, last]);
  }
  for (const { definition } of indexes) await pool.query(definition);
  await pool.query('alter table portout_suffixes add primary key (tenant_id, suffix, portout_id)');
  await pool.query('vacuum (analyze)');
}
