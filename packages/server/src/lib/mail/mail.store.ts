import { type Instant, type InstantLike, toInstant, toMillis } from '@numberdesk/core/time';
import type { Selectable } from 'kysely';
import type { TenantTransaction } from '../db/database.ts';
import type { Tables } from '../db/tables.ts';

/** What a mail says, in the recipient's language. */
export interface MailText {
  subject: string;
  text: string;
  html: string;
}

/** A mail to be sent to one recipient. */
export interface NewMail extends MailText {
  /** Our own id of the account that it is about. */
  accountId: string;
  /** What it is about, such as `portout:…`. */
  about: string;
  /** What it tells of, such as `received`. */
  kind: string;
  /** Whose name it comes under; the address is the server's. */
  senderName: string;
  to: { address: string; name: string | null };
  locale: string;
  /** After it nobody is helped by the mail any more. */
  expiresAt: InstantLike;
}

/** A mail as it is kept. */
export interface StoredMail extends Omit<NewMail, 'expiresAt'> {
  id: string;
  status: 'waiting' | 'sent' | 'failed';
  /** `null` before the first attempt. */
  messageId: string | null;
  attempts: number;
  expiresAt: Instant;
  /** Why the last attempt failed, or why there is none any more. */
  problem: string | null;
  /** Whether an attempt that nobody knows the end of may have brought it. */
  mayHaveArrived: boolean;
  createdAt: Instant;
  sentAt: Instant | null;
}

/** Every mail of a tenant: those that wait, and all that there ever were. */
export function mailStore(tx: TenantTransaction) {
  const { db, tenant, newId } = tx;
  const rows = () => db.selectFrom('mails').selectAll().where('tenant_id', '=', tenant);
  return {
    /** To be sent after the commit, the first of them first. */
    async add(mails: readonly NewMail[], at: InstantLike): Promise<void> {
      if (mails.length === 0) return;
      const now = new Date(toMillis(at));
      await db
        .insertInto('mails')
        .values(
          mails.map((mail) => ({ ...columnsOf(mail), tenant_id: tenant, id: newId(), ...waiting(now) })),
        )
        .execute();
    },

    /** About one thing, the oldest first. */
    async about(about: string): Promise<StoredMail[]> {
      const found = await rows().where('about', '=', about).orderBy('id').execute();
      return found.map(toMail);
    },

    /** The newest first, those before `before`. */
    async list({ limit, before }: { limit: number; before?: string | undefined }): Promise<StoredMail[]> {
      const found = await rows()
        .$if(before !== undefined, (query) => query.where('id', '<', before ?? ''))
        .orderBy('id', 'desc')
        .limit(limit)
        .execute();
      return found.map(toMail);
    },

    async get(id: string): Promise<StoredMail | null> {
      const row = await rows().where('id', '=', id).executeTakeFirst();
      return row ? toMail(row) : null;
    },
  };
}

const waiting = (now: Date) => ({ status: 'waiting', attempts: 0, next_attempt_at: now, created_at: now });

const columnsOf = ({ accountId, senderName, to, expiresAt, ...mail }: NewMail) => ({
  ...mail,
  account_id: accountId,
  sender_name: senderName,
  address: to.address,
  recipient_name: to.name,
  expires_at: new Date(toMillis(expiresAt)),
});

/** A row as the rest of the server knows it. */
export function toMail(row: Selectable<Tables['mails']>): StoredMail {
  const { id, about, kind, locale, subject, text, html, attempts, problem } = row;
  return {
    id,
    accountId: row.account_id,
    about,
    kind,
    senderName: row.sender_name,
    to: { address: row.address, name: row.recipient_name },
    locale,
    subject,
    text,
    html,
    status: row.status as StoredMail['status'],
    messageId: row.message_id,
    attempts,
    expiresAt: toInstant(row.expires_at),
    problem,
    mayHaveArrived: row.may_have_arrived,
    createdAt: toInstant(row.created_at),
    sentAt: row.sent_at && toInstant(row.sent_at),
  };
}
