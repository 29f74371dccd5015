import type { NumberPolicy } from './batch-report.ts';
import { parseCallPurpose } from './call-purpose-text.ts';
import { type CallPurpose, callPurposes } from './call-purposes.ts';
import { type NumberRowProblemCode, type NumberWarning, numberRowProblems } from './number-problems.ts';
import { parsePhoneNumber } from './phone-number.ts';

/** A row that can be added as far as the batch itself tells, or why it cannot (NUM-7). */
export type CheckedRow =
  | { ok: true; number: string; purpose: CallPurpose; warning: NumberWarning | null }
  | {
      ok: false;
      code: NumberRowProblemCode;
      detail: string;
      /** What was probably meant; never applied by itself. */
      suggestion?: string;
      /** With `duplicate-in-batch`: the row that has the number first, from 0. */
      first?: number;
    };

/**
 * Looks at the rows of a batch as server and mock do before they ask who holds the numbers (NUM-7). A purpose may be
 * its id or its text. Of several problems of a row the first counts: number, purpose, duplicate. A number that stands
 * in the batch before, in either way of writing, is a duplicate, whatever became of that row.
 */
export function checkNumberRows(
  rows: readonly { number: string; purpose: string }[],
  policy: NumberPolicy = {},
): CheckedRow[] {
  const firsts = new Map<string, number>();
  return rows.map((row, index) => {
    const reading = parsePhoneNumber(row.number, policy);
    if (!reading.ok) return refused(reading.code, reading);
    const first = firsts.get(reading.number);
    if (first === undefined) firsts.set(reading.number, index);
    const purpose = purposeOf(row.purpose);
    if (!purpose.ok) return refused(purpose.code, purpose);
    if (first !== undefined) return refused('duplicate-in-batch', { first });
    const { number, warning = null } = reading;
    return { ok: true, number, purpose: purpose.purpose, warning };
  });
}

/** How many of these rows are for numbers that never place calls: what a confirmation has to name (NUM-6). */
export function doNotOriginateCount(rows: readonly CheckedRow[]): number {
  return rows.filter((row) => row.ok && row.purpose === 'do-not-originate').length;
}

function purposeOf(text: string): ReturnType<typeof parseCallPurpose> {
  const id = callPurposes.find((each) => each === text);
  return id ? { ok: true, purpose: id } : parseCallPurpose(text);
}

function refused(
  code: NumberRowProblemCode,
  { suggestion, first }: { suggestion?: string; first?: number },
): CheckedRow {
  return {
    ok: false,
    code,
    detail: numberRowProblems[code],
    ...(suggestion === undefined ? {} : { suggestion }),
    ...(first === undefined ? {} : { first }),
  };
}
