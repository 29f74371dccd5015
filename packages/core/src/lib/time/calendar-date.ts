import { type Instant, type InstantLike, toInstant } from './instant.ts';
import { fromWallTime, toWallTime } from './zoned-time.ts';

/** A date without a time, `YYYY-MM-DD`, meant in the account's time zone (TIM-4). */
export type CalendarDate = string;

/** The date that the calendar of a time zone shows at a moment (TIM-4). */
export function calendarDateAt(moment: InstantLike, timeZone: string): CalendarDate {
  const { year, month, day } = toWallTime(moment, timeZone);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The date `days` later (or earlier). */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  const moved = new Date(`${date}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}

/** Day of the week, Sunday = 0. */
export function weekday(date: CalendarDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

/** The first moment of a date in a time zone; where the clocks jump over midnight, the moment after the jump (TIM-4). */
export function dayStart(date: CalendarDate, timeZone: string): Instant {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const midnight = { year, month, day, hour: 0, minute: 0, second: 0, millisecond: 0 };
  return toInstant(fromWallTime(midnight, timeZone));
}
