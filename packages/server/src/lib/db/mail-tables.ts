import { type Kysely, sql } from 'kysely';
import type { TenantTable } from './tenant-table.ts';

/**
 * Every mail, written in the transaction of what it tells of. `about` is what it is about, as the audit log names it.
 * `next_attempt_at` is when it is to be sent or, while a process holds its lease, when that has ended.
 */
export const mailTables: readonly TenantTable[] = [
  {
    name: 'mails',
    grants: 'select, insert, update',
    columns: `
      tenant_id uuid not null references tenants,
      id uuid not null,
      account_id uuid not null,
      about text collate "C" not null,
      kind text not null,
      sender_name text not null,
      address text not null,
      recipient_name text,
      locale text not null,
      subject text not null,
      text text not null,
      html text not null,
      message_id text,
      status text not null check (status in ('waiting', 'sent', 'failed')),
      attempts integer not null,
      next_attempt_at timestamptz check ((next_attempt_at is null) = (status <> 'waiting')),
      expires_at timestamptz not null,
      lease uuid,
      problem text,
      created_at timestamptz not null,
      sent_at timestamptz check ((sent_at is null) = (status <> 'sent')),
      primary key (tenant_id, id),
      foreign key (tenant_id, account_id) references accounts (tenant_id, id)`,
    indexes: [
      'mails_by_subject (tenant_id, about, id)',
      "mails_due (tenant_id, next_attempt_at) where status = 'waiting'",
    ],
  },
];

/** That an attempt ended without anybody knowing whether the mail was taken. */
export async function keepDoubts(db: Kysely<unknown>): Promise<void> {
  await sql`alter table mails add may_have_arrived boolean not null default false`.execute(db);
}
