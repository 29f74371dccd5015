import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * The schema, step by step. Every table is led by its tenant, so that it can be spread by tenant; no triggers,
 * stored functions or sequences. `createTenantTable` adds row-level security, so none can be forgotten.
 */
export const migrations: Record<string, Migration> = {
  '0001_first': { up: first },
};

/** What the application's role may do with a table. Nothing it can read may be another tenant's. */
async function createTenantTable(
  db: Kysely<unknown>,
  {
    name,
    columns,
    grants,
    tenantColumn = 'tenant_id',
  }: { name: string; columns: string; grants: string; tenantColumn?: string },
): Promise<void> {
  const statements = [
    `create table ${name} (${columns})`,
    `alter table ${name} enable row level security`,
    `create policy tenant on ${name} using (${tenantColumn} = nullif(current_setting('app.tenant', true), '')::uuid)`,
    `grant ${grants} on ${name} to numberdesk_app`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}

async function first(db: Kysely<unknown>): Promise<void> {
  await createTenantTable(db, {
    name: 'tenants',
    tenantColumn: 'id',
    grants: 'select, update',
    columns: `
      id uuid primary key,
      name text not null,
      policy jsonb not null,
      orders_synced_at timestamptz,
      created_at timestamptz not null`,
  });

  await createTenantTable(db, {
    name: 'api_keys',
    grants: 'select',
    columns: `
      tenant_id uuid not null references tenants (id),
      id uuid not null,
      secret_hash text not null,
      created_at timestamptz not null,
      revoked_at timestamptz,
      primary key (tenant_id, id),
      unique (tenant_id, secret_hash)`,
  });

  await createTenantTable(db, {
    name: 'accounts',
    grants: 'select, insert, update',
    columns: `
      tenant_id uuid not null references tenants (id),
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
  });

  await createTenantTable(db, {
    name: 'sessions',
    grants: 'select, insert, update',
    columns: `
      tenant_id uuid not null references tenants (id),
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
  });

  await createTenantTable(db, {
    name: 'tenant_origins',
    grants: 'select, insert, update',
    columns: `
      tenant_id uuid not null references tenants (id),
      origin text collate "C" not null,
      seen_at timestamptz not null,
      primary key (tenant_id, origin)`,
  });
  await sql`create index tenant_origins_by_origin on tenant_origins (origin)`.execute(db);

  await createTenantTable(db, {
    name: 'orders',
    grants: 'select, insert, update',
    columns: `
      tenant_id uuid not null references tenants (id),
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
      status text not null,
      ended_at timestamptz,
      version integer not null,
      updated_at timestamptz not null,
      primary key (tenant_id, id),
      unique (tenant_id, number),
      foreign key (tenant_id, account_id) references accounts (tenant_id, id)`,
  });
  // One index for each place somebody may act in and each sort: a page is read from it in order.
  for (const scope of ['', 'business_id', 'unit_id', 'program_id']) {
    for (const [name, sort] of [
      ['number', 'number_key, number'],
      ['placed', 'placed_at, number_key, number'],
    ]) {
      const columns = ['tenant_id', scope, sort].filter(Boolean).join(', ');
      const index = ['orders', scope.replace('_id', '') || 'tenant', 'by', name].join('_');
      await sql.raw(`create index ${index} on orders (${columns})`).execute(db);
    }
  }

  await createTenantTable(db, {
    name: 'order_lines',
    grants: 'select, insert, update, delete',
    columns: `
      tenant_id uuid not null references tenants (id),
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
  });

  // What a search looks at the start of. Ranges, because row-level security keeps LIKE from using an index.
  await createTenantTable(db, {
    name: 'order_terms',
    grants: 'select, insert, delete',
    columns: `
      tenant_id uuid not null references tenants (id),
      term text collate "C" not null,
      order_id uuid not null,
      primary key (tenant_id, term, order_id),
      foreign key (tenant_id, order_id) references orders (tenant_id, id)`,
  });
  await sql`create index order_terms_by_order on order_terms (tenant_id, order_id)`.execute(db);

  // The inventory (Active Numbers): a number sits in exactly one account of a tenant.
  await createTenantTable(db, {
    name: 'active_numbers',
    grants: 'select, insert, update, delete',
    columns: `
      tenant_id uuid not null references tenants (id),
      id uuid not null,
      number text collate "C" not null,
      account_id uuid not null,
      order_id uuid,
      added_at timestamptz not null,
      primary key (tenant_id, id),
      unique (tenant_id, number),
      foreign key (tenant_id, account_id) references accounts (tenant_id, id),
      foreign key (tenant_id, order_id) references orders (tenant_id, id)`,
  });

  await createTenantTable(db, {
    name: 'idempotency_keys',
    grants: 'select, insert, update, delete',
    columns: `
      tenant_id uuid not null references tenants (id),
      subject text not null,
      operation text not null,
      key text collate "C" not null,
      request_hash text not null,
      status integer,
      etag text,
      body text,
      created_at timestamptz not null,
      primary key (tenant_id, subject, operation, key)`,
  });
  await sql`create index idempotency_keys_by_age on idempotency_keys (created_at)`.execute(db);

  // Numbers the events of a tenant without a gap in time: its row is locked last, until the commit.
  await createTenantTable(db, {
    name: 'event_counters',
    grants: 'select, insert, update',
    columns: `
      tenant_id uuid primary key references tenants (id),
      last bigint not null,
      purged bigint not null`,
  });
  await createTenantTable(db, {
    name: 'events',
    grants: 'select, insert',
    columns: `
      tenant_id uuid not null references tenants (id),
      position bigint not null,
      type text not null,
      at timestamptz not null,
      permission text not null,
      business_id uuid,
      unit_id uuid,
      program_id uuid,
      data jsonb not null,
      primary key (tenant_id, position)`,
  });
  await sql`create index events_by_age on events (at)`.execute(db);

  await createTenantTable(db, {
    name: 'audit_log',
    grants: 'select, insert',
    columns: `
      tenant_id uuid not null references tenants (id),
      id uuid not null,
      at timestamptz not null,
      actor jsonb not null,
      action text not null,
      subject text not null,
      before jsonb,
      after jsonb,
      request_id text,
      primary key (tenant_id, id)`,
  });
  await sql`create index audit_log_by_subject on audit_log (tenant_id, subject, at)`.execute(db);
}
