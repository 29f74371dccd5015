import type { Connection } from '@numberdesk/core/http';
import { toIcs } from '@numberdesk/core/ics';
import {
  type PortOutDeadline,
  type PortOutDetail,
  type PortOutEvidence,
  getPortOutEvidence,
} from '@numberdesk/core/portouts';
import { toInstant } from '@numberdesk/core/time';
import { portOutCaseWords } from '../internal/locales/en-portout-case.ts';
import { bringEnglish } from '../internal/locales/en.ts';
import { saveFile } from '../internal/save-file.ts';
import type { DeadlineWords } from './portout-deadline.template.ts';
import { printCase } from './portout-sheet.ts';

bringEnglish(portOutCaseWords);

/** Minutes before a deadline at which a calendar speaks up. */
const alarmMinutes = 30;

/** A name for a file about a request, whatever is in its number. */
const fileName = ({ request }: PortOutDetail, kind: string) =>
  `${request.replace(/[^\p{L}\p{N}_-]+/gu, '-')}${kind}`;

/** The whole case as it is kept by the server: as a file for other software, or as a page to print. */
export async function takeEvidence(
  kind: 'json' | 'print',
  { id }: PortOutDetail,
  connection: Connection,
  words: DeadlineWords,
): Promise<void> {
  const evidence: PortOutEvidence = await connection.call(getPortOutEvidence, { id });
  if (kind === 'print') return printCase(evidence, words);
  saveFile(
    fileName(evidence.portout, '-evidence.json'),
    `${JSON.stringify(evidence, null, 2)}\n`,
    'application/json',
  );
}

/** Prints what is here of a request of the page's own. */
export async function printDetail(
  portout: PortOutDetail,
  words: DeadlineWords & { timeZone: string },
): Promise<void> {
  const account = { id: portout.account, name: portout.account, timeZone: words.timeZone };
  await printCase({ madeAt: toInstant(words.now), account, portout, mails: [] }, words);
}

/** Saves a deadline as a file for a calendar (RFC 5545). */
export function saveDeadline(
  detail: PortOutDetail,
  { clock, at }: PortOutDeadline,
  words: DeadlineWords,
): void {
  const { texts, now } = words;
  const { id, request, winningCarrier, version, numbers } = detail;
  const carrier = winningCarrier ?? texts.say('portout.carrier.unknown');
  const file = toIcs({
    uid: `${id}-${clock}@numberdesk`,
    sequence: version,
    madeAt: toInstant(now),
    at,
    title: texts.say(`portout.calendar.${clock}`, { request }),
    description: texts.say('portout.calendar.about', { carrier, count: numbers.length }),
    alarmMinutes,
  });
  saveFile(fileName(detail, `-${clock}.ics`), file, 'text/calendar');
}
