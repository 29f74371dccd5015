/** A moment in UTC, ISO 8601 with milliseconds: `2026-11-22T13:45:00.000Z` (TIM-1). */
export type Instant = string;

/** What a rule accepts where it needs a moment: text on the wire, milliseconds since 1970, or a `Date`. */
export type InstantLike = Instant | number | Date;

/**
 * Milliseconds since 1970 of a moment.
 *
 * @throws RangeError when the text is no date and time, or the number is not finite.
 */
export function toMillis(moment: InstantLike): number {
  const millis = typeof moment === 'number' ? moment : new Date(moment).getTime();
  if (!Number.isFinite(millis)) throw new RangeError(`Not a moment in time: ${String(moment)}`);
  return millis;
}

/** The wire form of a moment (TIM-1). */
export function toInstant(moment: InstantLike): Instant {
  return new Date(toMillis(moment)).toISOString();
}
