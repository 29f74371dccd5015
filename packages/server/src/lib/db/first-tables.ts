import type { TenantTable } from './tenant-table.ts';

/**
 * Four for each place somebody may act in. A page is read by following several indexes at once, each in the order of
 * the list: one for each status, which holds open orders and history, and one for each of the days on which orders
 * ended that are still shown (ORD-6). Whatever little is asked for among however many, nothing else is read, and no
 * estimate of the planner's decides about it. An order has an entry in eight of them, once it has ended in all
 * sixteen; `ended_at` and `status` stand at their ends so that what does not match is passed over inside the index.
 */
const orderIndexes = ['', 'business_id', 'unit_id', 'program_id'].flatMap((scope) => {
  const start = ['tenant_id', scope].filter(Boolean).join(', ');
  const name = `orders_${scope.replace('_id', '') || 'tenant'}`;
  const sorts = { number: 'number_key, number', placed: 'placed_at, number_key, number' };
  return Object.entries(sorts).flatMap(([sort, columns]) => [
    `${name}_by_${sort} (${start}, status, ${columns}, ended_at)`,
    `${name}_ended_by_${sort} (${start}, ended_day, ${columns}, ended_at, status) where ended_at < 'infinity'`,
  ]);
});

/** The tables of the first release, in the order in which they refer to each other. */
export const firstTables: readonly TenantTable[] = [
  {
    name: 'tenants',
    grants: 'select, update',
    columns: `
      tenant_id uuid primary key,
      name text not null,
      policy jsonb not null,
      orders_synced_at timestamptz,
      created_at timestamptz not null`,
  },
  {
    name: 'api_keys',
    grants: 'select',
    columns: `
      tenant_id uuid not null references tenants,
      id uuid not null,
      secret_hash text not null,
      created_at timestamptz not null,
      revoked_at timestamptz,
      primary key (tenant_id, id),
      unique (tenant_id, secret_hash)`,
  },
  {
    name: 'accounts',
    grants: 'select, insert, update',
    columns: `
      tenant_id uuid not null references tenants,
      id uuid not null,
      external_id text collate "C" not null,
      name text not null,
      level text not null check (level in ('business', 'business-unit', 'program')),
      business_id uuid not null,
      unit_id uuid,
      program_id uuid,
      time_zone text not null,
      locale text not null,
      owner jsonb not null,
      recipients jsonb not null,
      contact jsonb not null,
      version integer not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, id),
      unique (tenant_id, external_id)`,
    // What lies below an account, by id.
    indexes: ['business', 'unit', 'program'].map(
      (scope) => `accounts_of_${scope} (tenant_id, ${scope}_id, external_id)`,
    ),
  },
  {
    name: 'sessions',
    grants: 'select, insert, update',
    columns: `
      tenant_id uuid not null references tenants,
      id uuid not null,
      token_hash text not null,
      account_id uuid,
      user_id text not null,
      user_name text not null,
      user_email text,
      permissions jsonb not null,
      origins jsonb not null,
      locale text,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      revoked_at timestamptz,
      primary key (tenant_id, id),
      unique (tenant_id, token_hash),
      foreign key (tenant_id, account_id) references accounts (tenant_id, id)`,
    indexes: ['sessions_by_end (tenant_id, expires_at)'],
  },
  {
    name: 'tenant_origins',
    grants: 'select, insert, update',
    columns: `
      tenant_id uuid not null references tenants,
      origin text collate "C" not null,
      seen_at timestamptz not null,
      primary key (tenant_id, origin)`,
    // A preflight carries no token: whether any tenant lists the origin is asked of all of them.
    indexes: ['tenant_origins_by_origin (origin)'],
  },
  {
    name: 'orders',
    grants: 'select, insert, update',
    columns: `
      tenant_id uuid not null references tenants,
      id uuid not null,
      number text collate "C" not null,
      number_key text collate "C" not null,
      account_id uuid not null,
      business_id uuid not null,
      unit_id uuid,
      program_id uuid,
      placed_at timestamptz not null,
      confirmed_at timestamptz,
      placed_by_name text not null,
      placed_by_email text,
      status text not null check (status in ('processing', 'pending-docs', 'completed', 'canceled')),
      ended_at timestamptz not null,
      ended_day integer,
      version integer not null,
      updated_at timestamptz not null,
      primary key (tenant_id, id),
      unique (tenant_id, number),
      foreign key (tenant_id, account_id) references accounts (tenant_id, id)`,
    indexes: orderIndexes,
  },
  {
    name: 'order_lines',
    grants: 'select, insert, update, delete',
    columns: `
      tenant_id uuid not null references tenants,
      id uuid not null,
      order_id uuid not null,
      position integer not null,
      line_id text collate "C" not null,
      type text not null,
      location jsonb not null,
      quantity integer not null,
      supply text not null check (supply in ('on-order', 'in-stock')),
      status text not null,
      status_changed_at timestamptz not null,
      lead_time_min integer,
      lead_time_max integer,
      estimated_from text,
      estimated_to text,
      numbers jsonb not null,
      primary key (tenant_id, id),
      unique (tenant_id, order_id, line_id),
      foreign key (tenant_id, order_id) references orders (tenant_id, id)`,
  },
  // What a search looks at the start of. Ranges, because row-level security keeps LIKE from using an index.
  {
    name: 'order_terms',
    grants: 'select, insert, delete',
    columns: `
      tenant_id uuid not null references tenants,
      term text collate "C" not null,
      order_id uuid not null,
      primary key (tenant_id, term, order_id),
      foreign key (tenant_id, order_id) references orders (tenant_id, id)`,
    indexes: ['order_terms_by_order (tenant_id, order_id)'],
  },
  // The inventory (Active Numbers): a number sits in exactly one account of a tenant.
  {
    name: 'active_numbers',
    grants: 'select, insert, update, delete',
    columns: `
      tenant_id uuid not null references tenants,
      id uuid not null,
      number text collate "C" not null,
      account_id uuid not null,
      order_id uuid,
      added_at timestamptz not null,
      primary key (tenant_id, id),
      unique (tenant_id, number),
      foreign key (tenant_id, account_id) references accounts (tenant_id, id),
      foreign key (tenant_id, order_id) references orders (tenant_id, id)`,
  },
  {
    name: 'idempotency_keys',
    grants: 'select, insert, update, delete',
    columns: `
      tenant_id uuid not null references tenants,
      subject text not null,
      operation text not null,
      key text collate "C" not null,
      request_hash text not null,
      status integer,
      etag text,
      body text,
      created_at timestamptz not null,
      primary key (tenant_id, subject, operation, key)`,
    indexes: ['idempotency_keys_by_age (tenant_id, created_at)'],
  },
  // Numbers the events of a tenant without a gap in time: its row is locked last, until the commit.
  {
    name: 'event_counters',
    grants: 'select, insert, update',
    columns: `
      tenant_id uuid primary key references tenants,
      last bigint not null,
      purged bigint not null`,
  },
  {
    name: 'events',
    grants: 'select, insert',
    columns: `
      tenant_id uuid not null references tenants,
      position bigint not null,
      type text not null,
      at timestamptz not null,
      permission text not null,
      business_id uuid not null,
      unit_id uuid,
      program_id uuid,
      data jsonb not null,
      primary key (tenant_id, position)`,
    indexes: ['events_by_age (tenant_id, at)'],
  },
  {
    name: 'audit_log',
    grants: 'select, insert',
    columns: `
      tenant_id uuid not null references tenants,
      id uuid not null,
      at timestamptz not null,
      actor jsonb not null,
      action text not null,
      subject text not null,
      before jsonb,
      after jsonb,
      request_id text,
      primary key (tenant_id, id)`,
    indexes: ['audit_log_by_subject (tenant_id, subject, at)'],
  },
];
