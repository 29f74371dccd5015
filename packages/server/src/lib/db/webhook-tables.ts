import type { TenantTable } from './tenant-table.ts';

/** The tables of webhooks. A delivery refers to its event by position, so that the event's data is kept once. */
export const webhookTables: readonly TenantTable[] = [
  {
    name: 'webhook_endpoints',
    grants: 'select, insert, update, delete',
    // position: how far in the feed its deliveries have been made. lease: whichever process sends to it just now.
    columns: `
      tenant_id uuid not null references tenants,
      id uuid not null,
      url text not null,
      types jsonb not null,
      status text not null check (status in ('enabled', 'disabled')),
      disabled_reason text check ((disabled_reason is null) = (status = 'enabled')),
      secret text not null,
      previous_secret text,
      previous_until timestamptz,
      position bigint not null,
      failures integer not null,
      failing_since timestamptz,
      rests_until timestamptz,
      due_at timestamptz not null,
      lease uuid,
      leased_until timestamptz,
      created_at timestamptz not null,
      version integer not null,
      primary key (tenant_id, id)`,
  },
  {
    name: 'webhook_deliveries',
    grants: 'select, insert, update, delete',
    columns: `
      tenant_id uuid not null,
      id uuid not null,
      endpoint_id uuid not null,
      position bigint,
      type text not null,
      status text not null check (status in ('pending', 'delivered', 'failed')),
      attempts integer not null,
      last_attempt_at timestamptz,
      next_attempt_at timestamptz check ((next_attempt_at is null) = (status <> 'pending')),
      answer integer,
      error text,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, id),
      unique (tenant_id, endpoint_id, position),
      foreign key (tenant_id, endpoint_id) references webhook_endpoints on delete cascade`,
    indexes: [
      'webhook_deliveries_by_endpoint (tenant_id, endpoint_id, id)',
      'webhook_deliveries_by_next_attempt (tenant_id, endpoint_id, next_attempt_at)',
      'webhook_deliveries_by_age (tenant_id, updated_at)',
    ],
  },
];
