import { type PortOutEvidence, type RejectionDetails, matchedFields } from '@numberdesk/core/portouts';
import { Formats } from '../internal/formats.ts';
import type { Localizer } from '../internal/localize.ts';
import { type AddElement, printPage } from '../internal/print-page.ts';
import type { DeadlineWords } from './portout-deadline.template.ts';
import { loaLines } from './portout-loa-lines.ts';
import { verdictWord } from './portout-rejection.template.ts';

const style = `
  @page { margin: 14mm; }
  body { margin: 0; color: #000; font: 9.5pt/1.4 system-ui, sans-serif; }
  h1 { margin: 0 0 1mm; font-size: 16pt; }
  h2 { margin: 6mm 0 1.5mm; padding-block-end: 1mm; border-block-end: 0.4mm solid #000; font-size: 11pt; break-after: avoid; }
  p { margin: 0; color: #444; }
  table { inline-size: 100%; border-collapse: collapse; font: inherit; }
  th, td { padding: 1mm 1.6mm 1mm 0; border-block-end: 0.2mm solid #ccc; text-align: start; vertical-align: top; }
  th { inline-size: 32%; font-weight: 600; }
  tr { break-inside: avoid; }
  ul { columns: 4; margin: 0; padding: 0; list-style: none; }
`;

type Rows = [string, string | null | undefined][];

const word = (texts: Localizer, vocabulary: string, value: string) => texts.term(vocabulary, value) ?? value;

/**
 * Prints a case on a page of its own: the request as it came, who did what when, and what was mailed. Its times are those
 * of the account whose case it is, wherever whoever prints it is.
 */
export function printCase(evidence: PortOutEvidence, { texts, now }: DeadlineWords): Promise<void> {
  const { portout, account, madeAt } = evidence;
  const formats = new Formats(texts.locale, account.timeZone);
  const words = { texts, formats, now };
  const title = texts.say('portout.title', { request: portout.request });
  const sections: [string, Rows][] = [
    [texts.say('portout.asked'), askedRows(evidence, words)],
    [texts.say('portout.sheet.rejections'), rejectionRows(evidence, words)],
    [texts.say('portout.history'), historyRows(evidence, words)],
    [texts.say('portout.sheet.mails'), mailRows(evidence, words)],
  ];
  return printPage(
    {
      title,
      style,
      write(page, add) {
        add(page, 'h1', title);
        add(page, 'p', `${word(texts, 'portouts.status', portout.status)} · ${account.name} (${account.id})`);
        add(
          page,
          'p',
          texts.say('portout.sheet.made', { time: formats.exactly(madeAt), zone: account.timeZone }),
        );
        for (const [heading, rows] of sections) writeTable(page, heading, rows, add);
        add(page, 'h2', texts.say('portout.numbers', { count: portout.numbers.length }));
        const list = add(page, 'ul');
        for (const { tn, status, portedOn } of portout.numbers) {
          const item = add(list, 'li');
          add(item, 'bdi', tn).dir = 'ltr';
          const gone =
            portedOn && texts.say('portout.number.gone', { date: formats.dates(portedOn, portedOn) });
          if (status !== 'pending') add(item, 'span', ` ${gone ?? word(texts, 'portout.number', status)}`);
        }
      },
    },
    texts,
  );
}

function writeTable(page: HTMLElement, heading: string, rows: Rows, add: AddElement): void {
  if (rows.length === 0) return;
  add(page, 'h2', heading);
  const body = add(add(page, 'table'), 'tbody');
  for (const [name, value] of rows) {
    const line = add(body, 'tr');
    add(line, 'th', name).setAttribute('scope', 'row');
    add(add(line, 'td'), 'bdi', value ?? '');
  }
}

function askedRows({ portout }: PortOutEvidence, { texts, formats }: DeadlineWords): Rows {
  const { submitted, matches } = portout;
  const day = (date: string) => formats.dates(date, date);
  const moment = (at: string | null): string | null => at && formats.exactly(at);
  const compared = matchedFields.map((field): [string, string] => {
    const value = submitted[field] ?? texts.say('portout.none');
    return [
      texts.say(`portout.field.${field}`),
      `${value} (${word(texts, 'portout.match', matches[field])})`,
    ];
  });
  const rows: Rows = [
    [texts.say('portout.received'), moment(portout.receivedAt)],
    [texts.say('portout.carrier'), portout.winningCarrier],
    [texts.say('portout.type'), word(texts, 'portout.type', portout.portType)],
    [texts.say('portout.requested'), day(portout.requestedFocDate)],
    [texts.say('portout.agreed'), portout.focDate && day(portout.focDate)],
    [texts.say('portout.clock.answer'), moment(portout.answerDueAt)],
    [texts.say('portout.clock.silence'), moment(portout.silenceAt)],
    [texts.say('portout.clock.port'), moment(portout.portDueAt)],
    ...compared,
    [texts.say('portout.field.authorizedPerson'), submitted.authorizedPerson],
    [texts.say('portout.field.loa'), loaLines(submitted.loa, { texts, formats }).join(' · ') || null],
  ];
  return rows.filter(([, value]) => value !== null);
}

function rejectionRows({ portout }: PortOutEvidence, words: DeadlineWords): Rows {
  const { texts, formats } = words;
  return portout.rejections.map(({ reason, details, confirmed = [], at, verdict }) => {
    const own = portout.reasons.find(({ code }) => code === reason)?.label;
    const told = Object.entries(details as RejectionDetails).map(
      ([name, value]) => `${word(texts, 'portout.detail', name)}: ${plainText(name, value, words)}`,
    );
    const warnings = confirmed
      .map((code) => texts.term('portout.warning', code) ?? code)
      .join(texts.say('separator'));
    const asked = warnings && texts.say('portout.sheet.confirmed', { warnings });
    const said = verdict
      ? [`${verdictWord(verdict, portout, words)} · ${formats.exactly(verdict.at)}`, verdict.note]
      : [];
    const lines = [own ?? word(texts, 'portout.reason', reason), ...told, asked, ...said];
    return [formats.exactly(at), lines.filter(Boolean).join(' · ')];
  });
}

function plainText(name: string, value: unknown, { texts, formats }: DeadlineWords): string {
  if (Array.isArray(value)) return value.join(' ');
  if (name === 'field') return word(texts, 'portout.field', String(value));
  if (name === 'date') return formats.dates(String(value), String(value));
  if (typeof value !== 'object' || value === null) return String(value);
  const { text, date } = value as { text: string; date: string };
  return `${text} (${formats.dates(date, date)})`;
}

function historyRows({ portout }: PortOutEvidence, { texts, formats }: DeadlineWords): Rows {
  return portout.history.map(({ at, kind, by, to, note, numbers, answerDueAt, wasInTime }) => {
    const who = by && (by.name ?? texts.term('portout.by', by.side) ?? by.side);
    const status = to === undefined ? null : word(texts, 'portouts.status', to);
    const time = answerDueAt && formats.exactly(answerDueAt);
    const timing = time && texts.say(`portout.sheet.${wasInTime ? 'in-time' : 'late'}`, { time });
    const what = [word(texts, 'portout.event', kind), status, timing, who, numbers?.join(' '), note];
    return [formats.exactly(at), what.filter(Boolean).join(' · ')];
  });
}

function mailRows({ mails }: PortOutEvidence, { texts, formats }: DeadlineWords): Rows {
  return mails.map(({ to, subject, queuedAt, sentAt, problem }) => {
    const unsent = sentAt === null ? [texts.say('portout.sheet.unsent'), problem] : [];
    return [formats.exactly(sentAt ?? queuedAt), [to, subject, ...unsent].filter(Boolean).join(' · ')];
  });
}
