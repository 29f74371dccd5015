import { accountStore } from '../access/account.store.ts';
import type { Database, TenantId } from '../db/database.ts';
import { identify, readClaim } from '../http/admission.ts';
import { mailStore } from './mail.store.ts';

/** A mail as its readers see it, and what became of it. */
export interface MailboxMail {
  id: string;
  /** What it tells of, such as `received`. */
  kind: string;
  /** The reseller's own id of the account that it is about. */
  account: string;
  from: string;
  to: { address: string; name: string | null };
  locale: string;
  subject: string;
  text: string;
  html: string;
  status: 'waiting' | 'sent' | 'failed';
  /** Why it is not sent, where an attempt has failed. */
  problem: string | null;
  /**
   * Whether an earlier attempt ended after the mail server had it and before anybody knew whether it was taken: if it is
   * sent, it may have come twice, under one Message-ID.
   */
  mayHaveArrived: boolean;
  queuedAt: string;
  sentAt: string | null;
}

/** Mails of the tenant that a secret key belongs to, the newest first; `before` is the id of the last one seen. */
export type Mailbox = (asked: {
  secretKey: string;
  limit?: number;
  before?: string | undefined;
}) => Promise<MailboxMail[]>;

/** The mailbox of each tenant of a database. */
export function mailboxOf(
  database: Pick<Database, 'read'>,
  { demoTenant, clock }: { demoTenant: TenantId | null; clock: () => number },
): Mailbox {
  return async ({ secretKey, limit = 50, before }) => {
    const claim = readClaim(new Headers({ authorization: `Bearer ${secretKey}` }), demoTenant);
    return database.read(claim.tenant, async (tx) => {
      const caller = await identify(tx, claim, clock());
      if (caller.kind !== 'key') throw new Error('The mailbox takes the secret key of a tenant.');
      const mails = await mailStore(tx).list({ limit, before });
      const accounts = await accountStore(tx).byIds([...new Set(mails.map(({ accountId }) => accountId))]);
      const names = new Map(accounts.map(({ id, externalId }) => [id, externalId]));
      return mails.map(({ accountId, senderName, createdAt, ...mail }) => ({
        id: mail.id,
        kind: mail.kind,
        account: names.get(accountId) ?? '',
        from: senderName,
        to: mail.to,
        locale: mail.locale,
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        status: mail.status,
        problem: mail.problem,
        mayHaveArrived: mail.mayHaveArrived,
        queuedAt: createdAt,
        sentAt: mail.sentAt,
      }));
    });
  };
}
