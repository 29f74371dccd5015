import { type Kysely, sql } from 'kysely';
import { type TenantTable, createTenantTable } from './tenant-table.ts';

/**
 * Two for each place somebody may act in, by which a page is read like a page of orders: several at once, one for each
 * status and purpose, each in the order of the list. What is chosen stands before what is sorted by, so that little
 * among much is found as fast as much.
 */
const listIndexes = ['', 'business_id', 'unit_id', 'program_id'].flatMap((scope) => {
  const start = ['tenant_id', scope, 'status', 'purpose'].filter(Boolean).join(', ');
  const name = `active_numbers_${scope.replace('_id', '') || 'tenant'}`;
  // Of a number that sits high up in the tree the lower indexes know nothing.
  const end = ['unit_id', 'program_id'].includes(scope) ? ` where ${scope} is not null` : '';
  return [
    `${name}_by_added on active_numbers (${start}, added_at, number)${end}`,
    `${name}_by_number on active_numbers (${start}, number)${end}`,
  ];
});

const tables: readonly TenantTable[] = [
  // What part of a number is found by, for row-level security keeps LIKE from using an index: the number from each of
  // its digits on, down to four. Without foreign keys, which would cost a batch as much as all else: one store writes
  // numbers and suffixes.
  {
    name: 'number_suffixes',
    grants: 'select, insert, delete',
    columns: `
      tenant_id uuid not null,
      suffix text collate "C" not null,
      number_id uuid not null,
      primary key (tenant_id, suffix, number_id)`,
  },
  {
    name: 'number_imports',
    grants: 'select, insert, update',
    columns: `
      tenant_id uuid not null references tenants,
      id uuid not null,
      account_id uuid not null,
      name text,
      total integer not null,
      next integer not null check (next <= total),
      added integer not null,
      rejected integer not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, id),
      foreign key (tenant_id, account_id) references accounts (tenant_id, id)`,
  },
  // The pieces that have come, each with its answer, which it is given again however often it comes.
  {
    name: 'number_import_pieces',
    grants: 'select, insert, delete',
    columns: `
      tenant_id uuid not null references tenants,
      import_id uuid not null,
      start integer not null,
      rows_hash text not null,
      answer text not null,
      created_at timestamptz not null,
      primary key (tenant_id, import_id, start),
      foreign key (tenant_id, import_id) references number_imports (tenant_id, id)`,
    indexes: ['number_import_pieces_by_age (tenant_id, created_at)'],
  },
];

/** What there was came with orders: it is approved, and nobody has said what for (ORD-7). */
const growth = [
  `alter table active_numbers
     add business_id uuid, add unit_id uuid, add program_id uuid,
     add purpose text, add status text, add status_changed_at timestamptz, add approves_at timestamptz,
     add note text, add warning text, add version integer, add updated_at timestamptz`,
  `update active_numbers n
     set business_id = a.business_id, unit_id = a.unit_id, program_id = a.program_id,
       status = 'approved', status_changed_at = n.added_at, version = 1, updated_at = n.added_at
     from accounts a where a.tenant_id = n.tenant_id and a.id = n.account_id`,
  `alter table active_numbers
     alter business_id set not null, alter status set not null, alter status_changed_at set not null,
     alter version set not null, alter updated_at set not null,
     add check (status in ('pending', 'approved', 'rejected')),
     add check (approves_at is null or status = 'pending')`,
  ...listIndexes.map((index) => `create index ${index}`),
  // Looked up with each row, and true already: an account is its tenant's.
  `alter table active_numbers drop constraint active_numbers_tenant_id_fkey`,
  `create index active_numbers_due on active_numbers (tenant_id, approves_at) where status = 'pending'`,
  // Whether any tenant holds a number is asked of all of them.
  `create index active_numbers_of_any_tenant on active_numbers (number)`,
  // The same policy, but the setting is read once a statement: a batch writes thousands of these rows.
  `alter policy tenant on number_suffixes
     using (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid))`,
];

const holders: TenantTable = {
  name: 'held_numbers',
  grants: 'select, insert, delete',
  columns: `
    number text collate "C" primary key,
    tenant_id uuid not null`,
};

/** Numbers that staff has rejected and that were removed then: whoever adds one again waits for staff (NUM-9). */
const rejected: TenantTable = {
  name: 'rejected_numbers',
  grants: 'select, insert, delete',
  columns: `
    tenant_id uuid not null references tenants,
    number text collate "C" not null,
    primary key (tenant_id, number)`,
};

/** Who came first has a number that several tenants had until then. */
const firstHolders = [
  `insert into held_numbers (number, tenant_id)
     select distinct on (number) number, tenant_id from active_numbers order by number, added_at, tenant_id`,
  `drop index active_numbers_of_any_tenant`,
  `alter policy tenant on held_numbers
     using (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid))`,
];

const suffixes = `
  insert into number_suffixes (tenant_id, suffix, number_id)
  select tenant_id, substr(number, at), id
  from active_numbers, generate_series(case when number like '+1%' then 3 else 2 end, length(number) - 3) as at`;

/** The inventory grows from a list of numbers that orders brought to one that numbers are added to. */
export async function growInventory(db: Kysely<unknown>): Promise<void> {
  for (const table of tables) await createTenantTable(db, table);
  for (const statement of [...growth, suffixes]) await sql.raw(statement).execute(db);
}

/**
 * Each number has one holder over all tenants (NUM-8): the one table whose key is not led by the tenant, for what holds
 * between tenants can be kept by no key within one. A tenant sees only its own rows; that there is another's is seen by
 * nothing being inserted. Where rows are spread by tenant, this table is spread by number.
 */
export async function keepHolders(db: Kysely<unknown>): Promise<void> {
  for (const table of [holders, rejected]) await createTenantTable(db, table);
  for (const statement of firstHolders) await sql.raw(statement).execute(db);
}
