import { areaCodeKind } from './area-code-kind.ts';
import type { NumberPolicy } from './batch-report.ts';
import type { NumberWarning, PhoneNumberProblemCode } from './number-problems.ts';
import { intendedNumber } from './intended-number.ts';

/** A number in E.164, or why a text is none; a suggestion is always a number itself (NUM-4). */
export type PhoneNumberReading =
  | { ok: true; number: string; warning?: NumberWarning }
  | { ok: false; code: PhoneNumberProblemCode; suggestion?: string };

/**
 * Reads a number of the North American plan: `+1` and ten digits, or the ten digits alone, with nothing around or
 * between them, and one that can be assigned (NUM-4). What was probably meant is suggested, never applied.
 */
export function parsePhoneNumber(text: string, policy: NumberPolicy = {}): PhoneNumberReading {
  const exact = readExactly(text, policy);
  if (exact.ok || /^(?:\+1)?[0-9]{10}$/.test(text)) return exact;
  const intended = intendedNumber(text);
  return intended !== null && readExactly(intended, policy).ok ? { ...exact, suggestion: intended } : exact;
}

/**
 * What speaks against a number, given by its three parts: a problem, a warning, or nothing (NUM-4).
 *
 * Service codes and numbers for fiction are barred where numbers have a place. Toll-free numbers bar 800-555-0199
 * alone, and those of other services (5XX, 600, 700, 900) bar none: their exchanges are given out otherwise.
 */
export function assignability(
  area: number,
  exchange: number,
  line: number,
  policy: NumberPolicy,
): PhoneNumberProblemCode | 'area-code-unknown' | null {
  const kind = areaCodeKind(area);
  if (kind === 'area-code-first-digit' || kind === 'area-code-n11' || kind === 'area-code-reserved')
    return kind;
  if (exchange < 200) return 'exchange-first-digit';
  // Codes that end in two equal digits are easy to remember, and kept for services that have no place.
  const hasPlace = kind === 'geographic' || (kind === 'unknown' && (area % 100) % 11 !== 0);
  if (hasPlace && exchange % 100 === 11) return 'exchange-n11';
  if (exchange === 555) {
    const isFiction = hasPlace ? line >= 100 && line <= 199 : area === 800 && line === 199;
    const isDirectory = hasPlace && line === 1212;
    if (isDirectory || (isFiction && !policy.allowFictionalNumbers)) return 'fictional';
  }
  return kind === 'unknown' && !policy.areaCodes?.includes(String(area)) ? 'area-code-unknown' : null;
}

function readExactly(text: string, policy: NumberPolicy): PhoneNumberReading {
  const [, area, exchange, line] = /^(?:\+1)?([0-9]{3})([0-9]{3})([0-9]{4})$/.exec(text) ?? [];
  if (area === undefined) return { ok: false, code: writingProblem(text) };
  const found = assignability(Number(area), Number(exchange), Number(line), policy);
  const number = `+1${text.slice(-10)}`;
  if (found === null) return { ok: true, number };
  return found === 'area-code-unknown' ? { ok: true, number, warning: found } : { ok: false, code: found };
}

function writingProblem(text: string): PhoneNumberProblemCode {
  if (text.trim() === '') return 'empty';
  if (/^[+-]?[0-9]+(?:[.,][0-9]+)?E[+-]?[0-9]+$/i.test(text)) return 'spreadsheet-number';
  if (/[^0-9+]/.test(text)) return 'not-digits';
  if (text.lastIndexOf('+') > 0) return 'plus-misplaced';
  if (/^\+[02-9]/.test(text)) return 'other-country';
  return /^1[0-9]{10}$/.test(text) ? 'plus-missing' : 'wrong-length';
}
