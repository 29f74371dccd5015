import {
  type LetteredEvent,
  type PortOutEvidence,
  type PortOutFacts,
  mailRecipients,
  portOutLetterKind,
  portOutMailKind,
} from '@numberdesk/core/portouts';
import { toInstant } from '@numberdesk/core/time';
import type { AccountBook } from './account-book.ts';

interface Mailed {
  facts: Pick<PortOutFacts, 'id' | 'account' | 'request'>;
  mails: PortOutEvidence['mails'];
}

/**
 * A request with the mails that the server would write of an event: to whom and of what. None is ever sent, and the words
 * of a mail are the server's: the subject stands in for them (POR-1).
 */
export function withMails<Record extends Mailed>(
  record: Record,
  event: LetteredEvent,
  { accounts, now }: { accounts: Pick<AccountBook, 'find'>; now: number },
): Record {
  const account = accounts.find(record.facts.account);
  const kind = portOutLetterKind(event);
  if (kind === null || !account) return record;
  const mails = mailRecipients(account).map(({ address: to }, index): PortOutEvidence['mails'][number] => ({
    id: `${record.facts.id}.m${record.mails.length + index + 1}`,
    kind: portOutMailKind(kind),
    to,
    subject: `${record.facts.request}: ${kind}`,
    queuedAt: toInstant(now),
    sentAt: null,
    problem: null,
  }));
  return { ...record, mails: [...record.mails, ...mails] };
}
