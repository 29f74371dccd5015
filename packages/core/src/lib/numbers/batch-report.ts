import type { Pace } from '../internal/pace.ts';
import type { CallPurpose } from './call-purposes.ts';
import type { NumberRowProblemCode, NumberWarning } from './number-problems.ts';

/** What was read all the same, and is said (NUM-7). `row` is a line in the file from 1, where it is about one. */
export const batchNotices = [
  'header-row',
  'semicolons',
  'tabs',
  'utf-16',
  'windows-1252',
  'third-column',
  'blank-lines',
] as const;

export type BatchNoticeCode = (typeof batchNotices)[number];

export interface BatchNotice {
  code: BatchNoticeCode;
  row?: number;
}

/** Why nothing of a file can be read (NUM-7). */
export const batchRefusals = ['empty', 'binary', 'spreadsheet', 'one-column', 'too-many-rows'] as const;

export type BatchRefusalCode = (typeof batchRefusals)[number];

/** A file that is refused whole; `limit` with `too-many-rows`. */
export interface BatchRefusal {
  code: BatchRefusalCode;
  limit?: number;
}

/** What is wrong with one cell of a row. */
export interface BatchRowProblem {
  column: 'number' | 'purpose';
  code: NumberRowProblemCode;
  /** What was probably meant; never applied by itself (NUM-4). */
  suggestion?: string;
  /** With `duplicate-in-batch`: the line that has the number first. */
  firstRow?: number;
  /** With `duplicate-in-batch`: what the number is for there, where this row says otherwise. */
  firstPurpose?: CallPurpose;
}

/** One row of a batch as somebody looks at it. */
export interface BatchRow {
  /** Its line in the file, from 1. */
  row: number;
  /** What stands in the file. */
  numberText: string;
  purposeText: string;
  /** In E.164; `null` where it is none. */
  number: string | null;
  purpose: CallPurpose | null;
  warning: NumberWarning | null;
  /** None for a row that can be added. */
  problems: readonly BatchRowProblem[];
}

/** Rows that lie in columns and become objects when somebody looks at them. */
export interface BatchRows extends Iterable<BatchRow> {
  readonly length: number;
  /** The row at a place, from 0. */
  at(index: number): BatchRow;
}

/** What a file or a pasted text holds (NUM-7): every row of `rows` is in `accepted` or in `rejected`. */
export interface BatchReport {
  /** Set where nothing of it can be read; then there are no rows. */
  refusal: BatchRefusal | null;
  notices: readonly BatchNotice[];
  rows: BatchRows;
  accepted: BatchRows;
  rejected: BatchRows;
  totals: {
    rows: number;
    accepted: number;
    rejected: number;
    /** Rejected rows whose every problem has a suggestion. */
    suggested: number;
    /** Accepted rows that are for numbers which never place calls (NUM-6). */
    doNotOriginate: number;
  };
}

/** What a tenant's policy says about numbers. */
export interface NumberPolicy {
  /** Rows of a file at most; 500 unless given (NUM-3). */
  batchMaxRows?: number;
  /** Area codes that the dated table does not know yet. */
  areaCodes?: readonly string[];
  /** Whether numbers set aside for fiction (555-01XX) are taken, for tests. */
  allowFictionalNumbers?: boolean;
}

/** How a batch is looked at. */
export interface BatchOptions extends NumberPolicy {
  signal?: AbortSignal;
  /** Told now and then how many rows have been read. */
  onProgress?: (rows: number) => void;
  /** When others get their turn; after a few milliseconds unless given. */
  pace?: Pace;
}
