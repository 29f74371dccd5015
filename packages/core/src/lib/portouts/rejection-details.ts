import type { CalendarDate } from '../time/calendar-date.ts';

/** What can be told with a rejection (POR-5). */
export interface RejectionDetails {
  /** Which field of the request is missing or wrong. */
  field?: string | undefined;
  /** What was submitted and differs from what is on file; never a PIN. */
  value?: string | undefined;
  /** The numbers it is about, in E.164; for an incomplete list, those that are missing from it. */
  numbers?: readonly string[] | undefined;
  /** On which date the customer said it, and how. */
  evidence?: { date: CalendarDate; text: string } | undefined;
  /** The file of the court, the case of fraud, or the other request. */
  reference?: string | undefined;
  /** The first date that is possible. */
  date?: CalendarDate | undefined;
  /** Anything else, in the writer's own words. */
  text?: string | undefined;
}

export type RejectionDetail = keyof RejectionDetails;

const hasText = (text: unknown) => typeof text === 'string' && /[\p{L}\p{N}]/u.test(text);

function isDate(date: unknown): boolean {
  if (typeof date !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(date)) return false;
  const millis = Date.parse(`${date}T00:00:00Z`);
  return Number.isFinite(millis) && new Date(millis).toISOString().startsWith(date);
}

/** Whether each detail tells something: a text with a letter or a digit, a date of the calendar, a phone number. */
const tells = {
  field: hasText,
  value: hasText,
  numbers: (numbers) =>
    Array.isArray(numbers) &&
    numbers.length > 0 &&
    numbers.every((number) => typeof number === 'string' && /^\+[1-9]\d{6,14}$/.test(number)),
  evidence: (evidence) => {
    const { date, text } = (evidence ?? {}) as Record<string, unknown>;
    return isDate(date) && hasText(text);
  },
  reference: hasText,
  date: isDate,
  text: hasText,
} satisfies Record<RejectionDetail, (told: unknown) => boolean>;

/** Which of the details that a reason needs are not told, or tell nothing (POR-5). */
export function missingDetails(
  needs: readonly RejectionDetail[],
  details: RejectionDetails,
): RejectionDetail[] {
  return needs.filter((detail) => !tells[detail](details[detail]));
}

/** Every text of the details that somebody wrote in their own words, by its JSON Pointer into the rejection. */
export function freeTexts({ text, evidence, reference, value, field }: RejectionDetails): [string, string][] {
  const all: [string, unknown][] = [
    ['/details/text', text],
    ['/details/evidence/text', evidence?.text],
    ['/details/reference', reference],
    ['/details/value', value],
    ['/details/field', field],
  ];
  return all.filter((entry): entry is [string, string] => typeof entry[1] === 'string');
}
