import type { StoredAccount } from '../src/lib/access/account.store.ts';
import type { TenantId } from '../src/lib/db/database.ts';
import type { NewMail, StoredMail } from '../src/lib/mail/mail.store.ts';
import { mailStore } from '../src/lib/mail/mail.store.ts';
import { noon } from './samples.ts';
import type { TestDatabase } from './test-database.ts';

const week = 7 * 86_400_000;

/** A mail with nothing remarkable about it. */
export function someMail(account: StoredAccount, mail: Partial<NewMail> = {}): NewMail {
  return {
    accountId: account.id,
    about: 'portout:1',
    kind: 'received',
    senderName: 'Northwind Voice',
    to: { address: 'olive@example.com', name: 'Olive Owner' },
    locale: 'en',
    subject: 'A subject',
    text: 'A text',
    html: '<p>A text</p>',
    expiresAt: noon + week,
    ...mail,
  };
}

/** A tenant's mails, the oldest first. */
export const mailsIn = (database: TestDatabase, tenant: TenantId): Promise<StoredMail[]> =>
  database.read(tenant, async (tx) => (await mailStore(tx).list({ limit: 10_000 })).reverse());
