import type { CallPurpose, NumberWarning } from '@numberdesk/core/numbers';

/** A number with its purpose, before it is saved (NUM-2). */
export interface NumberEntry {
  readonly id: number;
  /** In E.164. */
  readonly number: string;
  readonly purpose: CallPurpose;
  readonly warning: NumberWarning | null;
  /** Why the server did not take it, in words; `null` where it has not been asked yet. */
  readonly reason: string | null;
}

type NewEntry = Omit<NumberEntry, 'id' | 'reason'>;

/** The list that grows number by number until it is saved; what is removed can be brought back (NUM-2). */
export class NumberEntryList {
  #entries: readonly NumberEntry[] = [];
  #removed: { entries: readonly NumberEntry[]; count: number } | null = null;
  #nextId = 1;

  get entries(): readonly NumberEntry[] {
    return this.#entries;
  }

  /** How many are for numbers that never place calls (NUM-6). */
  get doNotOriginate(): number {
    return this.#entries.filter(({ purpose }) => purpose === 'do-not-originate').length;
  }

  /** How many would be brought back; 0 where nothing was removed last. */
  get removed(): number {
    return this.#removed?.count ?? 0;
  }

  has(number: string, except?: number): boolean {
    return this.#entries.some((entry) => entry.number === number && entry.id !== except);
  }

  add(entry: NewEntry): void {
    this.#entries = [...this.#entries, { ...entry, id: this.#nextId++, reason: null }];
    this.#removed = null;
  }

  /** What is changed has not been asked about yet. */
  change(id: number, change: NewEntry): void {
    this.#entries = this.#entries.map((entry) =>
      entry.id === id ? { ...entry, ...change, reason: null } : entry,
    );
    this.#removed = null;
  }

  remove(id: number): void {
    this.#keep((entry) => entry.id !== id);
  }

  clear(): void {
    this.#keep(() => false);
  }

  /** Brings back what was removed last. */
  undo(): void {
    this.#entries = this.#removed?.entries ?? this.#entries;
    this.#removed = null;
  }

  /** Keeps of what has been saved only what the server did not take, each with its reason (NUM-7). */
  settle(reasons: ReadonlyMap<string, string>): void {
    this.#entries = this.#entries
      .filter(({ number }) => reasons.has(number))
      .map((entry) => ({ ...entry, reason: reasons.get(entry.number) ?? null }));
    this.#removed = null;
  }

  #keep(isKept: (entry: NumberEntry) => boolean): void {
    const before = this.#entries;
    this.#entries = before.filter(isKept);
    this.#removed = { entries: before, count: before.length - this.#entries.length };
  }
}
