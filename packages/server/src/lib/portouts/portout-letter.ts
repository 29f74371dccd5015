import {
  type PortOutFacts,
  type PortOutLetterKind,
  answerEndsAt,
  portOutStatusAt,
  silentFocDate,
  verdictLetters,
} from '@numberdesk/core/portouts';
import { toMillis } from '@numberdesk/core/time';
import type { MailLanguage } from '../mail/mail-language.ts';
import type { Letter } from '../mail/mail-letter.ts';
import type { PortOutMailFacts } from './portout-mail.store.ts';

/** A letter about a request, for whoever reads that language. */
export interface PortOutLetter {
  kind: PortOutLetterKind;
  portout: PortOutFacts;
  /** The time zone by which the request's days are counted. */
  timeZone: string;
  facts: PortOutMailFacts;
  sender: string;
  /** Where the request is opened; `null` where the tenant has named no portal. */
  href: string | null;
  /** Milliseconds since 1970. */
  now: number;
}

/** What the mail says: what happened, what is asked, what happens if nothing is done and until when (POR-1, POR-9). */
export function portOutLetter(asked: PortOutLetter, language: MailLanguage): Letter {
  const { kind, portout, timeZone, facts, sender, href } = asked;
  const { account } = facts;
  const { say } = language;
  const moment = (at: string | null) => (at === null ? '' : language.moment(at, account.timeZone));
  const values = {
    sender,
    request: portout.request,
    account: account.name,
    carrier: portout.winningCarrier ?? say('carrier.unknown'),
    numbers: language.count('numbers', portout.quantity),
    due: moment(answerEndsAt(portout)),
    silence: moment(portout.silenceAt),
    date: language.date(portout.focDate ?? silentFocDate(portout, timeZone)),
  };
  return {
    subject: say(`${kind}.subject`, values),
    paragraphs: [
      say(`${kind}.lead`, values),
      nextSteps(asked)
        .map((step) => say(step, values))
        .join(' '),
    ].filter(Boolean),
    facts: table(asked, language),
    link: href === null ? null : { label: say('open'), href },
    footer: say('footer', { sender, account: account.name }),
  };
}

type Step = 'next.answer' | 'next.overdue' | 'next.silence';

/** What is still to be done, and what happens otherwise: while the request waits for its answer. */
function nextSteps({ portout, now }: PortOutLetter): Step[] {
  if (portOutStatusAt(portout, now) !== 'pending') return [];
  const end = answerEndsAt(portout);
  const answer: Step[] = end !== null && now < toMillis(end) ? ['next.answer'] : [];
  if (portout.silenceAt !== null) return [...answer, 'next.silence'];
  return answer.length > 0 ? [...answer, 'next.overdue'] : [];
}

function table({ kind, portout, facts }: PortOutLetter, language: MailLanguage): Letter['facts'] {
  const { say, count, date } = language;
  const { quantity, focDate, winningCarrier, request, requestedFocDate } = portout;
  const others = quantity - facts.numbers.length;
  const numbers = facts.numbers.join(say('separator'));
  const note = verdictLetters.includes(kind) ? facts.note : null;
  return [
    { label: say('fact.request'), value: request, isCode: true },
    { label: say('fact.account'), value: facts.account.name },
    { label: say('fact.carrier'), value: winningCarrier ?? say('carrier.unnamed') },
    { label: say('fact.count'), value: count('numbers', quantity) },
    { label: say('fact.numbers'), value: numbers, isCode: true },
    ...(others > 0 ? [{ label: '', value: count('more', others) }] : []),
    { label: say('fact.requested'), value: date(requestedFocDate) },
    ...(focDate === null ? [] : [{ label: say('fact.agreed'), value: date(focDate) }]),
    ...(note === null ? [] : [{ label: say('fact.note'), value: note }]),
  ];
}
