import { withoutMark } from '../internal/csv-text.ts';
import { ColumnWriter, rowMarks } from './batch-columns.ts';
import { isHeading } from './batch-heading.ts';
import type { BatchNotice, BatchNoticeCode, BatchReport, NumberPolicy } from './batch-report.ts';
import { phoneNumberProblemCodes } from './number-problems.ts';
import { type CallPurposeReading, parseCallPurpose } from './call-purpose-text.ts';
import { callPurposes } from './call-purposes.ts';
import { NumberIndex } from './number-index.ts';
import { assignability, parsePhoneNumber } from './phone-number.ts';

/** Wrong purposes that are kept in mind: a file has few different ones, each in many rows. */
const wrongPurposes = 1000;

const doNotOriginate = callPurposes.indexOf('do-not-originate') + 1;

/** Takes row after row of a batch and says of each what is wrong with it (NUM-7). */
export class BatchJudge {
  readonly notices: BatchNotice[] = [];
  readonly totals: BatchReport['totals'] = {
    rows: 0,
    accepted: 0,
    rejected: 0,
    suggested: 0,
    doNotOriginate: 0,
  };
  /** Whether there are more rows than the policy allows. */
  isOverfull = false;
  /** Whether no row has had a second column. */
  isOneColumn = true;
  readonly #policy: NumberPolicy;
  readonly #maxRows: number;
  readonly #columns: ColumnWriter;
  readonly #index: NumberIndex;
  readonly #purposes = new Map<string, CallPurposeReading>();
  #hasBegun = false;

  constructor(policy: NumberPolicy, maxRows: number, expectedRows: number) {
    this.#policy = policy;
    this.#maxRows = maxRows;
    this.#columns = new ColumnWriter(expectedRows);
    this.#index = new NumberIndex(expectedRows);
  }

  /** The rows so far. */
  get columns() {
    return this.#columns.finish();
  }

  /** A number in its three parts, written as it should be, and a purpose by its place from 1. */
  addPlain(
    at: number,
    area: number,
    exchange: number,
    line: number,
    isInE164: boolean,
    purpose: number,
  ): void {
    this.#hasBegun = true;
    this.isOneColumn = false;
    if (this.#isFull()) return;
    const found = assignability(area, exchange, line, this.#policy);
    const number = (area * 1000 + exchange) * 10_000 + line;
    const problem =
      found === null || found === 'area-code-unknown' ? 0 : phoneNumberProblemCodes.indexOf(found) + 1;
    const marks =
      problem | (found === 'area-code-unknown' ? rowMarks.warning : 0) | (isInE164 ? rowMarks.plus : 0);
    this.#add(at, number, purpose, marks, false);
  }

  /** The cells of a row, whatever they hold. */
  addCells(at: number, cells: readonly string[]): void {
    const number = withoutMark(cells[0] ?? '');
    const purpose = withoutMark(cells[1] ?? '');
    if (number.trim() === '' && purpose.trim() === '') return this.#notice('blank-lines', at);
    const isFirst = !this.#hasBegun;
    this.#hasBegun = true;
    if (isFirst && isHeading(number, purpose)) return this.#notice('header-row', at);
    if (cells.length > 1) this.isOneColumn = false;
    if (this.#isFull()) return;
    if (cells.length > 2 && cells.slice(2).some((cell) => cell.trim() !== ''))
      this.#notice('third-column', at);
    this.#addTexts(at, number, purpose);
  }

  #addTexts(at: number, number: string, purpose: string): void {
    const reading = parsePhoneNumber(number, this.#policy);
    const use = this.#readPurpose(purpose);
    const isKept = !reading.ok || !use.ok;
    const isFixable =
      isKept && (reading.ok || reading.suggestion !== undefined) && (use.ok || use.suggestion !== undefined);
    const marks =
      (reading.ok ? 0 : phoneNumberProblemCodes.indexOf(reading.code) + 1) |
      (reading.ok && reading.warning ? rowMarks.warning : 0) |
      (number.startsWith('+') ? rowMarks.plus : 0) |
      (isKept ? rowMarks.text : 0);
    const digits = reading.ok ? Number(reading.number.slice(2)) : 0;
    const place = use.ok ? callPurposes.indexOf(use.purpose) + 1 : 0;
    const row = this.#add(at, digits, place, marks, isFixable);
    if (isKept) this.#columns.addTexts(row, number, purpose);
  }

  #readPurpose(text: string): CallPurposeReading {
    let reading = this.#purposes.get(text);
    if (!reading) {
      reading = parseCallPurpose(text);
      if (this.#purposes.size < wrongPurposes) this.#purposes.set(text, reading);
    }
    return reading;
  }

  #add(at: number, number: number, purpose: number, marks: number, isFixable: boolean): number {
    const columns = this.#columns;
    const place = columns.add(at, number, purpose, marks);
    const hasNumber = (marks & rowMarks.problem) === 0;
    const first = hasNumber ? this.#index.firstOf(number, place, columns.numbers) : place;
    if (first !== place) columns.addDuplicate(place, first);
    const { totals } = this;
    totals.rows++;
    if (hasNumber && first === place && purpose !== 0) {
      totals.accepted++;
      if (purpose === doNotOriginate) totals.doNotOriginate++;
      return place;
    }
    totals.rejected++;
    if (isFixable && first === place) totals.suggested++;
    return place;
  }

  #isFull(): boolean {
    if (this.totals.rows >= this.#maxRows) this.isOverfull = true;
    return this.isOverfull;
  }

  #notice(code: BatchNoticeCode, row: number): void {
    if (!this.notices.some((notice) => notice.code === code)) this.notices.push({ code, row });
  }
}
