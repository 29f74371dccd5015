import type { BatchRowProblem, CallPurpose } from '@numberdesk/core/numbers';

/** Which rows of a batch are looked at. */
export const reviewFilters = ['all', 'valid', 'problems', 'suggestions'] as const;

export type ReviewFilter = (typeof reviewFilters)[number];

const valid = 1;
const problems = 2;
const suggestions = 4;
const doNotOriginate = 8;

const masks = { all: 0xff, valid, problems, suggestions } as const satisfies Record<ReviewFilter, number>;

/** Counts the rows of a batch by what they are, one byte a row; another row changes the counts by itself alone. */
export class ReviewTally {
  readonly #marks: Uint8Array;
  readonly #counts = { all: 0, valid: 0, problems: 0, suggestions: 0 };
  readonly #kinds = new Map<string, number>();
  /** The kinds of suggestions that a row has, where it has any. */
  readonly #kindsOf = new Map<number, readonly string[]>();
  #doNotOriginate = 0;

  constructor(length: number) {
    this.#marks = new Uint8Array(length);
    this.#counts.all = length;
  }

  get counts(): Readonly<Record<ReviewFilter, number>> {
    return this.#counts;
  }

  get doNotOriginate(): number {
    return this.#doNotOriginate;
  }

  /** Kinds of suggestions with their counts, the most frequent first. */
  get kinds(): { kind: string; count: number }[] {
    return [...this.#kinds]
      .filter(([, count]) => count > 0)
      .map(([kind, count]) => ({ kind, count }))
      .sort((a, b) => b.count - a.count);
  }

  /** Says what a row is by now. */
  set(index: number, found: readonly BatchRowProblem[], purpose: CallPurpose | null): void {
    const before = this.#marks[index] ?? 0;
    const kinds = found.length === 0 ? [] : kindsIn(found);
    const mark =
      found.length === 0
        ? valid | (purpose === 'do-not-originate' ? doNotOriginate : 0)
        : problems | (kinds.length > 0 ? suggestions : 0);
    this.#marks[index] = mark;
    if (mark !== before) {
      this.#count(before, -1);
      this.#count(mark, 1);
    }
    if ((before | mark) & suggestions) this.#setKinds(index, kinds);
  }

  /** The rows that a filter lets through, in their order. */
  rows(filter: ReviewFilter): Int32Array {
    const mask = masks[filter];
    const rows = new Int32Array(this.#counts[filter]);
    let count = 0;
    for (let index = 0; count < rows.length; index++) {
      if (filter === 'all' || ((this.#marks[index] ?? 0) & mask) !== 0) rows[count++] = index;
    }
    return rows;
  }

  #count(mark: number, step: 1 | -1): void {
    if (mark & valid) this.#counts.valid += step;
    if (mark & problems) this.#counts.problems += step;
    if (mark & suggestions) this.#counts.suggestions += step;
    if (mark & doNotOriginate) this.#doNotOriginate += step;
  }

  #setKinds(index: number, kinds: readonly string[]): void {
    for (const kind of this.#kindsOf.get(index) ?? []) this.#countKind(kind, -1);
    for (const kind of kinds) this.#countKind(kind, 1);
    if (kinds.length > 0) this.#kindsOf.set(index, kinds);
    else this.#kindsOf.delete(index);
  }

  #countKind(kind: string, step: 1 | -1): void {
    this.#kinds.set(kind, (this.#kinds.get(kind) ?? 0) + step);
  }
}

const kindsIn = (found: readonly BatchRowProblem[]) =>
  found.filter(({ suggestion }) => suggestion !== undefined).map(({ column, code }) => `${column}.${code}`);
