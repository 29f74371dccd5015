import { calendarDateAt, dayStart } from '../time/calendar-date.ts';
import { type Instant, type InstantLike, toMillis } from '../time/instant.ts';

/** A month of the calendar, `YYYY-MM`, in the account's time zone. */
export type Month = string;

/** The month that a moment lies in, by the account's time zone: what is confirmed in it is booked in it (POR-8). */
export function chargeMonth(confirmedAt: InstantLike, timeZone: string): Month {
  return calendarDateAt(confirmedAt, timeZone).slice(0, 7);
}

/** The moment a month closes: the first of the next one, in the account's time zone (POR-8). */
export function monthClosesAt(month: Month, timeZone: string): Instant {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const next = new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 10);
  return dayStart(next, timeZone);
}

/**
 * Whether a month takes lines of accounts that lie in these time zones: as long as it lasts in one of them, for each
 * books by its own. It is closed, and never changes, once it is over in all (POR-8).
 */
export function monthStatus(month: Month, now: InstantLike, timeZones: readonly string[]): 'open' | 'closed' {
  const lasts = (timeZone: string) => toMillis(now) < toMillis(monthClosesAt(month, timeZone));
  return timeZones.some(lasts) ? 'open' : 'closed';
}

/**
 * The month that takes an account's lines at `now`, whenever what they are about was: the running one, or, where the month
 * `closed` is closed for the account already, the one after it; so that a closed month never changes (POR-8).
 */
export function bookingMonth(now: InstantLike, timeZone: string, closed: Month | null = null): Month {
  return chargeMonth(closed === null ? now : monthClosesAt(closed, timeZone), timeZone);
}

/**
 * The month that stays closed for an account that comes to lie in a time zone in which it still lasts, because it is
 * closed already for itself or for one above it; `null` where there is none. `counted` are, for each of these accounts,
 * the time zones by which the month was judged up to now (POR-8).
 */
export function monthKeptClosed(
  now: InstantLike,
  timeZone: string,
  counted: readonly (readonly string[])[],
): Month | null {
  const month = chargeMonth(now, timeZone);
  return counted.some((timeZones) => monthStatus(month, now, timeZones) === 'closed') ? month : null;
}
