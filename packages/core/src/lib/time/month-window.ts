import { type Instant, type InstantLike, toInstant, toMillis } from './instant.ts';
import { fromWallTime, toWallTime } from './zoned-time.ts';

/**
 * The moment a window of `months` calendar months ends: the same wall-clock time in the account's time zone,
 * clamped to the month's last day (31 Jan 09:00 → 28 or 29 Feb 09:00) (TIM-3).
 */
export function monthWindowEnd(changedAt: InstantLike, months: number, timeZone: string): Instant {
  const from = toWallTime(changedAt, timeZone);
  const index = from.year * 12 + (from.month - 1) + months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return toInstant(fromWallTime({ ...from, year, month, day: Math.min(from.day, lastDay) }, timeZone));
}

/** Whether `now` is still inside the window of `months` calendar months from `changedAt` (TIM-3). */
export function isInMonthWindow(
  now: InstantLike,
  changedAt: InstantLike,
  months: number,
  timeZone: string,
): boolean {
  return toMillis(now) < toMillis(monthWindowEnd(changedAt, months, timeZone));
}
