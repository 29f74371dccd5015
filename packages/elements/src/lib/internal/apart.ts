import type { Localizer } from './localize.ts';

/** Letters that are read from right to left, and marks that turn what stands around them; some others besides. */
const turning = /[\u0590-\u08ff\u200f\u202a-\u2069\ud802-\ud83b\ufb1d-\ufefc]/;

/**
 * A name, a place or a date, which shall neither turn nor be turned by what stands beside it. In a language that is read
 * from left to right most are so by themselves, and do without the marks; an element for each was a third of a row. What
 * somebody may want to copy has an element nevertheless: then nothing but its letters is copied.
 */
export const apart = (text: string, { direction }: Localizer): string =>
  direction === 'rtl' || turning.test(text) ? `\u2068${text}\u2069` : text;

/** A date or a time, which does not break at the end of a line. */
export const unbroken = (text: string): string => text.replaceAll(' ', '\u00a0');
