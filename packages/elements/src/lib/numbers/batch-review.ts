import {
  type BatchReport,
  type BatchRow,
  type BatchRowProblem,
  type NumberPolicy,
  parseCallPurpose,
  parsePhoneNumber,
} from '@numberdesk/core/numbers';
import { NumberPlaces } from './batch-places.ts';
import { type Slices, inSlices } from './in-slices.ts';
import { type ReviewFilter, ReviewTally } from './batch-review-tally.ts';

export type ReviewColumn = BatchRowProblem['column'];

/** Suggestions of one kind, which can be accepted all at once. */
export interface SuggestionKind {
  readonly column: ReviewColumn;
  readonly code: BatchRowProblem['code'];
  readonly count: number;
}

/** What somebody did last, and how many rows it changed. */
export interface ReviewStep {
  readonly kind: 'edit' | 'accept';
  readonly rows: number;
}

/** One cell as it was. */
interface Change {
  index: number;
  column: ReviewColumn;
  text: string;
}

/** What a review is made with. */
export interface ReviewOptions extends Slices {
  policy: NumberPolicy;
}

/**
 * A batch while somebody looks at it and corrects it. What they change lies over the report's columns; what follows
 * from a change (counts, duplicates elsewhere) is brought up to date by that change alone, so that a million rows
 * take no longer than ten (NUM-4, NUM-7).
 */
export class BatchReview {
  readonly #report: BatchReport;
  readonly #options: ReviewOptions;
  readonly #edited = new Map<number, BatchRow>();
  readonly #places: NumberPlaces;
  readonly #tally: ReviewTally;
  readonly #steps: (ReviewStep & { changes: readonly Change[] })[] = [];

  private constructor(report: BatchReport, options: ReviewOptions) {
    this.#report = report;
    this.#options = options;
    this.#places = new NumberPlaces(report.rows.length);
    this.#tally = new ReviewTally(report.rows.length);
  }

  /** Takes in a report, a slice at a time. */
  static async of(report: BatchReport, options: ReviewOptions): Promise<BatchReview> {
    const review = new BatchReview(report, options);
    await inSlices(report.rows.length, options, (index) => {
      const row = report.rows.at(index);
      review.#places.set(index, placeOf(row));
      review.#tally.set(index, row.problems, row.purpose);
    });
    return review;
  }

  get length(): number {
    return this.#report.rows.length;
  }

  get counts(): Readonly<Record<ReviewFilter, number>> {
    return this.#tally.counts;
  }

  /** Rows that can be added and are for numbers which never place calls (NUM-6). */
  get doNotOriginate(): number {
    return this.#tally.doNotOriginate;
  }

  /** What can be accepted all at once, the most frequent first. */
  get kinds(): readonly SuggestionKind[] {
    return this.#tally.kinds.map(({ kind, count }) => {
      const [column, code] = kind.split('.') as [ReviewColumn, BatchRowProblem['code']];
      return { column, code, count };
    });
  }

  /** What would be taken back next. */
  get lastStep(): ReviewStep | null {
    return this.#steps.at(-1) ?? null;
  }

  /** A row as it is by now. */
  at(index: number): BatchRow {
    const row = this.#edited.get(index) ?? this.#report.rows.at(index);
    const problems = row.problems.filter(({ code }) => code !== 'duplicate-in-batch');
    const first = this.#places.first(this.#places.at(index));
    if (first < 0 || first === index)
      return problems.length === row.problems.length ? row : { ...row, problems };
    const { row: firstRow, purpose } = this.#edited.get(first) ?? this.#report.rows.at(first);
    const isOther = purpose && row.purpose && purpose !== row.purpose;
    const problem: BatchRowProblem = {
      column: 'number',
      code: 'duplicate-in-batch',
      firstRow,
      ...(isOther ? { firstPurpose: purpose } : {}),
    };
    return { ...row, problems: [...problems, problem] };
  }

  /** Places of the rows that a filter lets through at this moment; a row that is corrected later stays in. */
  rows(filter: ReviewFilter): Int32Array {
    return this.#tally.rows(filter);
  }

  /** Writes into a cell. */
  edit(index: number, column: ReviewColumn, text: string): void {
    this.#do('edit', [{ index, column, text: text.trim() }]);
  }

  /** Takes what was probably meant in a cell. */
  accept(index: number, column: ReviewColumn): void {
    const text = suggestionOf(this.at(index), column)?.suggestion;
    if (text !== undefined) this.#do('accept', [{ index, column, text }]);
  }

  /** Takes all suggestions of a kind, as one step; says how many. */
  async acceptAll({ column, code }: Pick<SuggestionKind, 'column' | 'code'>): Promise<number> {
    const rows = this.#tally.rows('problems');
    const before: Change[] = [];
    await inSlices(rows.length, this.#options, (at) => {
      const index = rows[at] as number;
      const found = suggestionOf(this.at(index), column, code);
      if (found?.suggestion !== undefined)
        before.push(this.#write({ index, column, text: found.suggestion }));
    });
    this.#remember('accept', before);
    return before.length;
  }

  /** Takes back the last step; says which, and the first of its rows. */
  async undo(): Promise<(ReviewStep & { index: number; column: ReviewColumn }) | null> {
    const step = this.#steps.pop();
    const first = step?.changes[0];
    if (!step || !first) return null;
    const { changes, kind, rows } = step;
    await inSlices(changes.length, this.#options, (at) =>
      this.#write(changes[changes.length - 1 - at] as Change),
    );
    return { kind, rows, index: first.index, column: first.column };
  }

  #do(kind: ReviewStep['kind'], changes: readonly Change[]): void {
    this.#remember(
      kind,
      changes.map((change) => this.#write(change)),
    );
  }

  #remember(kind: ReviewStep['kind'], changes: readonly Change[]): void {
    if (changes.length > 0) this.#steps.push({ kind, rows: changes.length, changes });
  }

  /** Changes one cell and whatever follows from it; gives back what stood there. */
  #write(
    { index, column, text }: Change,
    before = this.#edited.get(index) ?? this.#report.rows.at(index),
  ): Change {
    const place = this.#places.at(index);
    const [numberText, purposeText] =
      column === 'number' ? [text, before.purposeText] : [before.numberText, text];
    this.#edited.set(index, read({ row: before.row, numberText, purposeText }, this.#options.policy));
    this.#places.set(index, placeOf(this.#edited.get(index) as BatchRow));
    // Only the first row of a number is no duplicate: whatever changes, no more than the first two change sides.
    const beside = [place, this.#places.at(index)].flatMap((number) => this.#places.firstTwo(number));
    for (const row of new Set([index, ...beside])) {
      const { problems, purpose } = this.at(row);
      this.#tally.set(row, problems, purpose);
    }
    return { index, column, text: column === 'number' ? before.numberText : before.purposeText };
  }
}

const placeOf = ({ number }: BatchRow) => (number === null ? 0 : Number(number.slice(2)));

function suggestionOf(
  { problems }: BatchRow,
  column: ReviewColumn,
  code?: string,
): BatchRowProblem | undefined {
  return problems.find(
    (problem) =>
      problem.column === column &&
      problem.suggestion !== undefined &&
      (code === undefined || problem.code === code),
  );
}

/** What two texts are as a row, apart from what stands elsewhere in the batch. */
function read(
  { row, numberText, purposeText }: Pick<BatchRow, 'row' | 'numberText' | 'purposeText'>,
  policy: NumberPolicy,
): BatchRow {
  const number = parsePhoneNumber(numberText, policy);
  const purpose = parseCallPurpose(purposeText);
  const problem = (column: ReviewColumn, reading: typeof number | typeof purpose): BatchRowProblem[] => {
    if (reading.ok) return [];
    const { code, suggestion } = reading;
    return [{ column, code, ...(suggestion === undefined ? {} : { suggestion }) }];
  };
  return {
    row,
    numberText,
    purposeText,
    number: number.ok ? number.number : null,
    purpose: purpose.ok ? purpose.purpose : null,
    warning: number.ok ? (number.warning ?? null) : null,
    problems: [...problem('number', number), ...problem('purpose', purpose)],
  };
}
