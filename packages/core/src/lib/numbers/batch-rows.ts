import { type BatchColumns, rowMarks } from './batch-columns.ts';
import type { BatchRow, BatchRowProblem, BatchRows, NumberPolicy } from './batch-report.ts';
import { parseCallPurpose } from './call-purpose-text.ts';
import { callPurposeTexts, callPurposes } from './call-purposes.ts';
import { phoneNumberProblemCodes } from './number-problems.ts';
import { parsePhoneNumber } from './phone-number.ts';

/** Some of the rows of columns, made into objects one by one. */
export class ColumnRows implements BatchRows {
  readonly #columns: BatchColumns;
  readonly #policy: NumberPolicy;
  /** Which rows; `null` means all. */
  readonly #chosen: Uint32Array | null;

  constructor(columns: BatchColumns, policy: NumberPolicy, chosen: Uint32Array | null = null) {
    this.#columns = columns;
    this.#policy = policy;
    this.#chosen = chosen;
  }

  get length(): number {
    return this.#chosen?.length ?? this.#columns.rows;
  }

  at(index: number): BatchRow {
    if (!(index >= 0 && index < this.length)) throw new RangeError(`There is no row at ${index}.`);
    return rowOf(this.#columns, this.#chosen?.[index] ?? index, this.#policy);
  }

  *[Symbol.iterator](): Iterator<BatchRow> {
    for (let index = 0; index < this.length; index++) yield this.at(index);
  }
}

/** Whether a row has no problem. */
export function isAccepted({ marks, purposes }: BatchColumns, row: number): boolean {
  return purposes[row] !== 0 && ((marks[row] ?? 0) & (rowMarks.problem | rowMarks.duplicate)) === 0;
}

function rowOf(columns: BatchColumns, at: number, policy: NumberPolicy): BatchRow {
  const marks = columns.marks[at] ?? 0;
  const digits = String(columns.numbers[at]).padStart(10, '0');
  const purpose = callPurposes[(columns.purposes[at] ?? 0) - 1] ?? null;
  const [numberText, purposeText] =
    marks & rowMarks.text
      ? textsOf(columns, at)
      : [marks & rowMarks.plus ? `+1${digits}` : digits, purpose ? callPurposeTexts[purpose] : ''];
  const code = phoneNumberProblemCodes[(marks & rowMarks.problem) - 1];
  const problems: BatchRowProblem[] = [];
  if (code) problems.push({ column: 'number', code, ...suggested(parsePhoneNumber(numberText, policy)) });
  if (marks & rowMarks.duplicate)
    problems.push({ column: 'number', code: 'duplicate-in-batch', ...firstOf(columns, at) });
  if (!purpose)
    problems.push({
      column: 'purpose',
      code: 'purpose-unknown',
      ...suggested(parseCallPurpose(purposeText)),
    });
  return {
    row: columns.lines[at] ?? 0,
    numberText,
    purposeText,
    number: code ? null : `+1${digits}`,
    purpose,
    warning: marks & rowMarks.warning ? 'area-code-unknown' : null,
    problems,
  };
}

function suggested(reading: { ok: boolean; suggestion?: string }): { suggestion?: string } {
  return reading.suggestion === undefined ? {} : { suggestion: reading.suggestion };
}

/** The line that has the number first, and what it is for there where this row says otherwise (NUM-7). */
function firstOf({ duplicates, lines, purposes }: BatchColumns, row: number) {
  const first = secondOf(duplicates, row);
  const purpose = callPurposes[(purposes[first] ?? 0) - 1];
  const isOther = purpose && purposes[row] && purposes[row] !== purposes[first];
  return { firstRow: lines[first] ?? 0, ...(isOther ? { firstPurpose: purpose } : {}) };
}

function textsOf({ places, texts }: BatchColumns, row: number): readonly [number: string, purpose: string] {
  const from = secondOf(places, row);
  const between = texts.indexOf(0, from);
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return [
    decoder.decode(texts.subarray(from, between)),
    decoder.decode(texts.subarray(between + 1, texts.indexOf(0, between + 1))),
  ];
}

/** The second of the pair whose first is such a row; pairs are in the order of their rows. */
function secondOf(pairs: Uint32Array, row: number): number {
  let [low, high] = [0, pairs.length / 2];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pairs[middle * 2] ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return pairs[low * 2 + 1] ?? 0;
}
