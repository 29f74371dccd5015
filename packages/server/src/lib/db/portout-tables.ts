import { type Kysely, sql } from 'kysely';
import { type TenantTable, createTenantTable } from './tenant-table.ts';

const scopes = ['', 'business_id', 'unit_id', 'program_id'];

/** For each place somebody may act in: a name for it, the columns that lead to it, and which rows it knows. */
const places = scopes.map((scope) => ({
  name: scope.replace('_id', '') || 'tenant',
  start: ['tenant_id', scope].filter(Boolean).join(', '),
  // Of what sits high up in the tree the lower indexes know nothing.
  end: ['unit_id', 'program_id'].includes(scope) ? ` where ${scope} is not null` : '',
}));

/** A page is read like a page of orders: several at once, one for each status, each in the order of the list. */
const listIndexes = places.flatMap(({ name, start, end }) => [
  `portouts_${name}_by_received (${start}, known_status, received_at, id, due_at)${end}`,
  `portouts_${name}_by_due (${start}, known_status, due_at, id)${end}`,
]);

const chargeIndexes = places.flatMap(({ name, start, end }) => [
  `portout_charges_${name} (${start}, month, at, id)${end}`,
  `portout_charges_${name}_sums (${start}, month, currency, amount_minor)${end}`,
]);

const chain = `
  business_id uuid not null,
  unit_id uuid,
  program_id uuid`;

/** In the order in which they refer to each other. */
const tables: readonly TenantTable[] = [
  {
    name: 'portouts',
    grants: 'select, insert, update',
    // status: a carrier's own too. known_status: the same, or `other`. due_at: the earliest deadline, else infinity.
    columns: `
      tenant_id uuid not null references tenants,
      id uuid not null,
      request text not null,
      request_key text collate "C" not null,
      account_id uuid not null,
      ${chain},
      status text not null,
      known_status text not null check (known_status in
        ('pending', 'authorized', 'rejection-in-review', 'rejected', 'ported-out', 'canceled', 'other')),
      received_at timestamptz not null,
      port_type text not null,
      time_zone text,
      requested_foc_date text not null,
      foc_date text,
      winning_carrier text,
      quantity integer not null,
      silence jsonb,
      answer_due_at timestamptz,
      port_due_at timestamptz,
      silence_at timestamptz,
      due_at timestamptz not null,
      submitted jsonb not null,
      reasons jsonb,
      version integer not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, id),
      foreign key (tenant_id, account_id) references accounts (tenant_id, id)`,
    indexes: [
      ...listIndexes,
      'portouts_by_request (tenant_id, request_key)',
      `portouts_silent (tenant_id, silence_at) where known_status = 'pending'`,
    ],
  },
  {
    name: 'portout_numbers',
    grants: 'select, insert, update',
    columns: `
      tenant_id uuid not null,
      portout_id uuid not null,
      number text collate "C" not null,
      position integer not null,
      status text not null check (status in ('pending', 'ported-out', 'canceled')),
      ported_on text check (ported_on is null or status = 'ported-out'),
      primary key (tenant_id, portout_id, number),
      foreign key (tenant_id, portout_id) references portouts (tenant_id, id)`,
    indexes: ['portout_numbers_by_number (tenant_id, number, portout_id)'],
  },
  // What part of a number is found by, for row-level security keeps LIKE from using an index: each of a request's
  // numbers from each of its digits on, down to four. Without foreign keys, as those of the inventory.
  {
    name: 'portout_suffixes',
    grants: 'select, insert',
    columns: `
      tenant_id uuid not null,
      suffix text collate "C" not null,
      portout_id uuid not null,
      primary key (tenant_id, suffix, portout_id)`,
  },
  {
    name: 'portout_events',
    grants: 'select, insert',
    columns: `
      tenant_id uuid not null,
      id uuid not null,
      portout_id uuid not null,
      at timestamptz not null,
      kind text not null,
      actor jsonb not null,
      from_status text,
      to_status text,
      note text,
      numbers jsonb,
      primary key (tenant_id, id),
      foreign key (tenant_id, portout_id) references portouts (tenant_id, id)`,
    indexes: ['portout_events_by_portout (tenant_id, portout_id, at, id)'],
  },
  {
    name: 'portout_rejections',
    grants: 'select, insert, update',
    columns: `
      tenant_id uuid not null,
      id uuid not null,
      portout_id uuid not null,
      at timestamptz not null,
      reason text not null,
      details jsonb not null,
      confirmed jsonb not null,
      is_valid boolean,
      verdict_note text,
      verdict_at timestamptz check ((verdict_at is null) = (is_valid is null)),
      primary key (tenant_id, id),
      foreign key (tenant_id, portout_id) references portouts (tenant_id, id)`,
    indexes: ['portout_rejections_by_portout (tenant_id, portout_id, at, id)'],
  },
  {
    name: 'portout_notes',
    grants: 'select, insert',
    columns: `
      tenant_id uuid not null,
      id uuid not null,
      portout_id uuid not null,
      side text not null check (side in ('customer', 'provider')),
      at timestamptz not null,
      actor jsonb not null,
      text text not null,
      primary key (tenant_id, id),
      foreign key (tenant_id, portout_id) references portouts (tenant_id, id)`,
    indexes: ['portout_notes_by_portout (tenant_id, portout_id, side, at, id)'],
  },
  // Lines are written once: a closed month never changes.
  {
    name: 'portout_charges',
    grants: 'select, insert',
    columns: `
      tenant_id uuid not null,
      id uuid not null,
      account_id uuid not null,
      ${chain},
      month text collate "C" not null,
      kind text not null check (kind in ('port-out', 'correction')),
      number text not null,
      portout_id uuid not null,
      amount_minor bigint not null,
      currency text not null,
      at timestamptz not null,
      corrects uuid check ((corrects is null) = (kind = 'port-out')),
      note text,
      primary key (tenant_id, id),
      foreign key (tenant_id, account_id) references accounts (tenant_id, id),
      foreign key (tenant_id, portout_id) references portouts (tenant_id, id)`,
    indexes: [
      ...chargeIndexes,
      'portout_charges_corrections (tenant_id, corrects) where corrects is not null',
    ],
  },
  {
    name: 'service_records',
    grants: 'select, insert, update',
    columns: `
      tenant_id uuid not null,
      account_id uuid not null,
      name text,
      address text,
      zip text,
      account_number text,
      pin text,
      updated_at timestamptz not null,
      primary key (tenant_id, account_id),
      foreign key (tenant_id, account_id) references accounts (tenant_id, id)`,
  },
  // Moments at which something is to happen by itself, each once. subject_id: what it is about, by `kind`.
  {
    name: 'deadlines',
    grants: 'select, insert, update, delete',
    columns: `
      tenant_id uuid not null references tenants,
      kind text not null,
      subject_id uuid not null,
      part text collate "C" not null,
      due_at timestamptz not null,
      done_at timestamptz,
      primary key (tenant_id, kind, subject_id, part)`,
    indexes: ['deadlines_due (tenant_id, due_at) where done_at is null'],
  },
];

/** The tables whose rows come by the thousand: the same policy, but the setting is read once a statement. */
const written = ['portout_numbers', 'portout_suffixes'];

/** Port-outs, their charges, what is on file of accounts, and the deadlines that follow. */
export async function addPortOuts(db: Kysely<unknown>): Promise<void> {
  for (const table of tables) await createTenantTable(db, table);
  for (const name of written) {
    await sql
      .raw(
        `alter policy tenant on ${name}
           using (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid))`,
      )
      .execute(db);
  }
}

/**
 * When each answer was due, by the clock that ran when it came. Of earlier ones that is known where the request has had
 * no other clock since; those that silence authorized were not answered.
 */
const answersDue = [
  'alter table portout_events add answer_due_at timestamptz',
  `update portout_events e set answer_due_at = p.answer_due_at
     from portouts p
     where p.tenant_id = e.tenant_id and p.id = e.portout_id and e.kind in ('accept', 'reject')
       and not exists (
         select 1 from portout_events s
         where s.tenant_id = e.tenant_id and s.portout_id = e.portout_id
           and s.to_status = 'pending' and s.at >= e.at and s.kind = 'find-invalid')`,
];

/** Answers say when they were due. */
export async function keepAnswersDue(db: Kysely<unknown>): Promise<void> {
  for (const statement of answersDue) await sql.raw(statement).execute(db);
}

/** Letters of authorization that were kept by the name of their file alone: who signed them, and when, nobody noted. */
export async function keepLetters(db: Kysely<unknown>): Promise<void> {
  await sql`
    update portouts set submitted = jsonb_set(submitted, '{loa}',
      jsonb_build_object('name', null, 'date', null, 'file', submitted -> 'loa'))
    where jsonb_typeof(submitted -> 'loa') = 'string'`.execute(db);
}
