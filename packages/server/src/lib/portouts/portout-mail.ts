import type { Policy } from '@numberdesk/core/access';
import {
  type PortOutLetterKind,
  answerEndsAt,
  mailRecipients,
  portOutMailKind,
} from '@numberdesk/core/portouts';
import { toMillis } from '@numberdesk/core/time';
import type { TenantTransaction } from '../db/database.ts';
import { mailLanguage } from '../mail/mail-language.ts';
import { writeLetter } from '../mail/mail-letter.ts';
import { mailKeepsTrying } from '../mail/mail-retries.ts';
import { type NewMail, mailStore } from '../mail/mail.store.ts';
import { portOutLetter } from './portout-letter.ts';
import { aboutPortOut, portOutMailStore } from './portout-mail.store.ts';
import { type StoredPortOut, zoneOf } from './portout-rows.store.ts';

/** Numbers that a mail names; of the others it says how many there are. */
const firstNumbers = 5;

/** Letters that help nobody once the time to answer is over. */
const reminders: readonly PortOutLetterKind[] = ['half-time', 'last-hour'];

/** Writes the mails about a request, one to each who is told, in the transaction of what they tell of (POR-1). */
export async function mailPortOut(
  tx: TenantTransaction,
  { kind, portout, now }: { kind: PortOutLetterKind; portout: StoredPortOut; now: number },
): Promise<void> {
  const { facts: request, accountId } = portout;
  const facts = await portOutMailStore(tx).facts(request.id, { firstNumbers });
  const { policy, tenantName, account } = facts;
  const sender = policy.senderName ?? tenantName;
  const language = mailLanguage(account.locale);
  const letter = portOutLetter(
    {
      kind,
      portout: request,
      timeZone: zoneOf(portout),
      facts,
      sender,
      href: linkTo(policy, request.id),
      now,
    },
    language,
  );
  const shared = {
    ...writeLetter(letter, language),
    accountId,
    about: aboutPortOut(request.id),
    kind: portOutMailKind(kind),
    senderName: sender,
    locale: language.locale,
    expiresAt: Math.min(now + mailKeepsTrying, reminders.includes(kind) ? endOf(portout) : Infinity),
  };
  const mails = mailRecipients(account).map((to): NewMail => ({ ...shared, to }));
  await mailStore(tx).add(mails, now);
}

function endOf({ facts }: StoredPortOut): number {
  const at = answerEndsAt(facts);
  return at === null ? Infinity : toMillis(at);
}

function linkTo({ portalUrl }: Policy, id: string): string | null {
  return portalUrl && portalUrl.replaceAll('{page}', 'portouts').replaceAll('{id}', encodeURIComponent(id));
}
