/** The columns of a review, in the order in which they are read. */
export const reviewColumns = ['line', 'number', 'purpose'] as const;

/** A cell, by its row's place in the list, from 0, and by its column. */
export interface ReviewCell {
  at: number;
  column: (typeof reviewColumns)[number];
}

/** What a step from a cell depends on besides its key. */
interface Step {
  /** Whether Home and End go to the first and the last row. */
  isFar: boolean;
  /** The last row's place. */
  last: number;
  isRightToLeft: boolean;
}

/** The cell that a key leads to; `null` where the key leads nowhere. */
export function neighbour(
  { at, column }: ReviewCell,
  key: string,
  { isFar, last, isRightToLeft }: Step,
): ReviewCell | null {
  const sideways = { ArrowRight: isRightToLeft ? -1 : 1, ArrowLeft: isRightToLeft ? 1 : -1 }[key];
  if (sideways !== undefined) {
    const next = reviewColumns[reviewColumns.indexOf(column) + sideways];
    return next ? { at, column: next } : null;
  }
  const down = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[key];
  if (down !== undefined) return { at: Math.max(0, Math.min(last, at + down)), column };
  if (key === 'Home') return { at: isFar ? 0 : at, column: 'line' };
  return key === 'End' ? { at: isFar ? last : at, column: 'purpose' } : null;
}
