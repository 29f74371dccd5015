import { callPurposeTexts } from '@numberdesk/core/numbers';
import type { BatchOutcome, RejectedEntry } from './batch-outcome.ts';

/** Which of the two lists of a result is looked at. */
export type ResultList = 'added' | 'rejected';

/** What somebody has chosen in a result: a list, and numbers to be moved out of other accounts (NUM-8). */
export class ResultChoice {
  readonly #outcome: BatchOutcome;
  #list: ResultList | null = null;
  #chosen: ReadonlySet<RejectedEntry> = new Set();
  #movable: { of: readonly RejectedEntry[] | null; entries: readonly RejectedEntry[] } = {
    of: null,
    entries: [],
  };

  constructor(outcome: BatchOutcome) {
    this.#outcome = outcome;
  }

  /** The list on show: what was rejected, where something was, since that needs somebody. */
  get list(): ResultList {
    return this.#list ?? (this.#outcome.rejected.length > 0 ? 'rejected' : 'added');
  }

  /** What may be moved here, each out of the account that has it. */
  get movable(): readonly RejectedEntry[] {
    const { rejected } = this.#outcome;
    if (this.#movable.of !== rejected) {
      const entries = rejected.filter(({ holder }) => holder !== null);
      this.#movable = { of: rejected, entries };
    }
    return this.#movable.entries;
  }

  get chosen(): ReadonlySet<RejectedEntry> {
    return this.#chosen;
  }

  /** The accounts that lose numbers by what is chosen, and how many each. */
  get losses(): readonly { name: string; count: number }[] {
    const losses = new Map<string, { name: string; count: number }>();
    for (const { holder } of this.#chosen) {
      if (!holder) continue;
      const loss = losses.get(holder.id) ?? { name: holder.name, count: 0 };
      losses.set(holder.id, { ...loss, count: loss.count + 1 });
    }
    return [...losses.values()].sort((a, b) => b.count - a.count);
  }

  /** How many of what is chosen are for numbers that never place calls (NUM-6). */
  get doNotOriginate(): number {
    const text = callPurposeTexts['do-not-originate'];
    return [...this.#chosen].filter(({ purpose }) => purpose === text).length;
  }

  show(list: ResultList): void {
    this.#list = list;
  }

  toggle(entry: RejectedEntry): void {
    const chosen = new Set(this.#chosen);
    if (!chosen.delete(entry)) chosen.add(entry);
    this.#chosen = chosen;
  }

  /** Chooses all that may be moved, or none. */
  toggleAll(): void {
    const { movable } = this;
    this.#chosen = new Set(this.#chosen.size === movable.length ? [] : movable);
  }
}
