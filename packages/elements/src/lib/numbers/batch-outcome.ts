import {
  type CallPurpose,
  type NumberBatch,
  type PhoneNumber,
  type RejectedRow,
  callPurposeTexts,
} from '@numberdesk/core/numbers';

/** A row that is to be saved. */
export interface BatchLine {
  /** Its line in the file, from 1; `null` where there is no file. */
  readonly line: number | null;
  /** The number as it is written there. */
  readonly text: string;
  /** In E.164. */
  readonly number: string;
  readonly purpose: CallPurpose;
  /** Id of the account that it is taken out of (NUM-8). */
  readonly from?: string;
}

/** Rows that are to be saved, made when they are looked at. */
export interface BatchLines {
  readonly length: number;
  at(index: number): BatchLine;
}

/** A row that was not added, and why (NUM-7). */
export interface RejectedEntry {
  /** Its line in the file, from 1; `null` where there is no file. */
  readonly line: number | null;
  /** Number and purpose as they are written in a file. */
  readonly number: string;
  readonly purpose: string;
  readonly code: string;
  /** What the server says, in English; for a code that the widget has no words for. */
  readonly detail: string;
  /** What was probably meant. */
  readonly suggestion: string | null;
  /** The account that has the number, where it may be taken out of there (NUM-8). */
  readonly holder: { readonly id: string; readonly name: string } | null;
  /** With `duplicate-in-batch`: the line that has the number first. */
  readonly firstLine: number | null;
  /** What the number is for there, where this row says otherwise. */
  readonly firstPurpose: CallPurpose | null;
}

/** Numbers that are listed one by one; more are only counted. */
export const listedAtMost = 10_000;

/** What became of the rows: each is added, rejected, or has not been sent (NUM-7). */
export class BatchOutcome {
  #added: PhoneNumber[] = [];
  #addedCount = 0;
  #rejected: readonly RejectedEntry[] = [];
  #isSorted = true;

  /** The numbers that were added, up to {@link listedAtMost}. */
  get added(): readonly PhoneNumber[] {
    return this.#added;
  }

  get addedCount(): number {
    return this.#addedCount;
  }

  get rejected(): readonly RejectedEntry[] {
    if (!this.#isSorted) this.#rejected = this.#rejected.toSorted(byLine);
    this.#isSorted = true;
    return this.#rejected;
  }

  /** Takes in rows that were not even sent, because something is wrong with them. */
  reject(entries: readonly RejectedEntry[]): void {
    if (entries.length === 0) return;
    // A new list each time: whoever has looked at the last one sees that it is another.
    this.#rejected = this.#rejected.concat(entries);
    this.#isSorted = false;
  }

  /** Takes in the rows that nothing is heard of any more, with those that were rejected before, all in their order. */
  settle(rejected: readonly RejectedEntry[]): void {
    this.#rejected = rejected;
    this.#isSorted = true;
  }

  /** Takes in the server's answer to `lines`; says which of them it rejected. */
  take(batch: NumberBatch, lineAt: (index: number) => BatchLine): readonly RejectedEntry[] {
    this.#addedCount += batch.added.length;
    const room = listedAtMost - this.#added.length;
    if (room > 0) this.#added = this.#added.concat(batch.added.slice(0, room));
    const entries = batch.rejected.map((row) => entryOf(row, lineAt));
    this.reject(entries);
    return entries;
  }

  /** Takes rows back that are sent once more. */
  retry(entries: ReadonlySet<RejectedEntry>): void {
    this.#rejected = this.#rejected.filter((entry) => !entries.has(entry));
  }

  /** Shows numbers as they are by now; says which have another status. */
  update(numbers: readonly PhoneNumber[]): PhoneNumber[] {
    const news = new Map(numbers.map((number) => [number.id, number]));
    const changed: PhoneNumber[] = [];
    this.#added = this.#added.map((known) => {
      const now = news.get(known.id);
      if (!now || now.version <= known.version) return known;
      if (now.status !== known.status) changed.push(now);
      return now;
    });
    return changed;
  }
}

function entryOf(row: RejectedRow, lineAt: (index: number) => BatchLine): RejectedEntry {
  const { line, text, purpose } = lineAt(row.index);
  const first = row.first === undefined ? null : lineAt(row.first);
  return {
    line,
    number: text,
    purpose: callPurposeTexts[purpose],
    code: row.code,
    detail: row.detail,
    suggestion: row.suggestion ?? null,
    holder: row.canReassign && row.holder ? row.holder : null,
    firstLine: first && first.line,
    firstPurpose: first && first.purpose !== purpose ? first.purpose : null,
  };
}

/** Which of two entries stands first. */
export const byLine = (a: RejectedEntry, b: RejectedEntry) => (a.line ?? 0) - (b.line ?? 0);
