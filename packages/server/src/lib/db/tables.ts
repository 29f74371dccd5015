import type { Generated, JSONColumnType } from 'kysely';
import type { Contact, Policy } from '@numberdesk/core/access';
import type { Big, Chained, MaybeMoment, Moment, MomentOrNever } from './columns.ts';
import type { PortOutTables } from './portout-columns.ts';

export interface Tables extends PortOutTables {
  tenants: {
    tenant_id: string;
    name: string;
    policy: JSONColumnType<Partial<Policy>>;
    orders_synced_at: MaybeMoment;
    created_at: Moment;
  };
  api_keys: {
    tenant_id: string;
    id: string;
    secret_hash: string;
    created_at: Moment;
    revoked_at: MaybeMoment;
  };
  accounts: Chained & {
    tenant_id: string;
    id: string;
    external_id: string;
    name: string;
    level: string;
    time_zone: string;
    locale: string;
    owner: JSONColumnType<{ name: string; email: string }>;
    recipients: JSONColumnType<string[]>;
    contact: JSONColumnType<Contact>;
    version: number;
    created_at: Moment;
    updated_at: Moment;
  };
  sessions: {
    tenant_id: string;
    id: string;
    token_hash: string;
    account_id: string | null;
    user_id: string;
    user_name: string;
    user_email: string | null;
    permissions: JSONColumnType<string[]>;
    origins: JSONColumnType<string[]>;
    locale: string | null;
    created_at: Moment;
    expires_at: Moment;
    revoked_at: MaybeMoment;
  };
  tenant_origins: { tenant_id: string; origin: string; seen_at: Moment };
  orders: Chained & {
    tenant_id: string;
    id: string;
    number: string;
    number_key: string;
    account_id: string;
    placed_at: Moment;
    confirmed_at: MaybeMoment;
    placed_by_name: string;
    placed_by_email: string | null;
    status: string;
    /** `infinity` while it has not ended: one range of an index is then all that is active (ORD-6). */
    ended_at: MomentOrNever;
    /** The day of `ended_at` in UTC, counted from 1970; `null` while it has not ended. */
    ended_day: number | null;
    version: number;
    updated_at: Moment;
  };
  order_lines: {
    tenant_id: string;
    id: string;
    order_id: string;
    position: number;
    line_id: string;
    type: string;
    location: JSONColumnType<{ country: string; region?: string; city?: string }>;
    quantity: number;
    supply: string;
    status: string;
    status_changed_at: Moment;
    lead_time_min: number | null;
    lead_time_max: number | null;
    estimated_from: string | null;
    estimated_to: string | null;
    numbers: JSONColumnType<string[]>;
  };
  order_terms: { tenant_id: string; term: string; order_id: string };
  active_numbers: Chained & {
    tenant_id: string;
    id: string;
    number: string;
    account_id: string;
    order_id: string | null;
    added_at: Moment;
    purpose: string | null;
    status: string;
    status_changed_at: Moment;
    /** When a pending number is approved by itself; `null` while it waits for staff (NUM-9). */
    approves_at: MaybeMoment;
    note: string | null;
    warning: string | null;
    version: number;
    updated_at: Moment;
  };
  held_numbers: { tenant_id: string; number: string };
  rejected_numbers: { tenant_id: string; number: string };
  number_suffixes: { tenant_id: string; suffix: string; number_id: string };
  number_imports: {
    tenant_id: string;
    id: string;
    account_id: string;
    name: string | null;
    total: number;
    next: number;
    added: number;
    rejected: number;
    created_at: Moment;
    updated_at: Moment;
  };
  number_import_pieces: {
    tenant_id: string;
    import_id: string;
    start: number;
    rows_hash: string;
    answer: string;
    created_at: Moment;
  };
  idempotency_keys: {
    tenant_id: string;
    subject: string;
    operation: string;
    key: string;
    request_hash: string;
    status: number | null;
    etag: string | null;
    body: string | null;
    created_at: Moment;
  };
  event_counters: { tenant_id: string; last: Big; purged: Big };
  events: Chained & {
    tenant_id: string;
    position: Big;
    type: string;
    at: Moment;
    permission: string;
    data: JSONColumnType<Record<string, unknown>>;
  };
  audit_log: {
    tenant_id: string;
    id: string;
    at: Moment;
    actor: JSONColumnType<Record<string, unknown>>;
    action: string;
    subject: string;
    before: JSONColumnType<Record<string, unknown>> | null;
    after: JSONColumnType<Record<string, unknown>> | null;
    request_id: string | null;
  };
  webhook_endpoints: {
    tenant_id: string;
    id: string;
    url: string;
    types: JSONColumnType<string[]>;
    status: string;
    disabled_reason: string | null;
    secret: string;
    previous_secret: string | null;
    previous_until: MaybeMoment;
    position: Big;
    failures: number;
    failing_since: MaybeMoment;
    rests_until: MaybeMoment;
    /** When a delivery waits to be sent, at the earliest; `infinity` when none does. */
    due_at: MomentOrNever;
    lease: string | null;
    leased_until: MaybeMoment;
    created_at: Moment;
    version: number;
  };
  webhook_deliveries: {
    tenant_id: string;
    id: string;
    endpoint_id: string;
    position: Big | null;
    type: string;
    status: string;
    attempts: number;
    last_attempt_at: MaybeMoment;
    next_attempt_at: MaybeMoment;
    answer: number | null;
    error: string | null;
    created_at: Moment;
    updated_at: Moment;
  };
  mails: {
    tenant_id: string;
    id: string;
    account_id: string;
    about: string;
    kind: string;
    sender_name: string;
    address: string;
    recipient_name: string | null;
    locale: string;
    subject: string;
    text: string;
    html: string;
    /** Set with the first attempt, and the same with every later one. */
    message_id: string | null;
    status: string;
    attempts: number;
    next_attempt_at: MaybeMoment;
    /** After it nobody is helped by the mail any more. */
    expires_at: Moment;
    lease: string | null;
    problem: string | null;
    created_at: Moment;
    sent_at: MaybeMoment;
    /** Whether an attempt that nobody knows the end of may have brought it. */
    may_have_arrived: Generated<boolean>;
  };
}
