import { inAscii } from './ascii-digits.ts';

/** What a search looks for among numbers in E.164; `null` where it does not look that way. */
export interface NumberSearch {
  /** How a number begins, its plus sign included. */
  start: string | null;
  /** Digits that follow each other somewhere after the country code. */
  part: string | null;
}

/** Digits that a part of a number has at least; fewer are looked for at its start only. */
const fewest = 4;

/**
 * Reads what somebody types to find a number, whatever stands between its digits. A leading `1` may be the country
 * code or not: a plus sign does not always arrive, for an address turns it into a blank.
 */
export function numberSearch(q: string): NumberSearch {
  const text = inAscii(q.normalize('NFKC')).trim();
  const digits = text.replace(/[^0-9]/g, '');
  if (digits === '') return { start: null, part: null };
  const isWhole = text.startsWith('+') || digits.startsWith('1');
  const isShort = digits.length < fewest;
  return {
    start: isWhole ? `+${digits}` : isShort ? `+1${digits}` : null,
    part: text.startsWith('+') || isShort ? null : digits,
  };
}

/** Whether a search finds a number in E.164. */
export function matchesNumberSearch(number: string, { start, part }: NumberSearch): boolean {
  if (start !== null && number.startsWith(start)) return true;
  return part !== null && number.slice(number.startsWith('+1') ? 2 : 1).includes(part);
}
