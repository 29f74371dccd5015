import { type BusinessCalendar, businessDayAfter, isBusinessDay } from '../time/business-days.ts';
import { type CalendarDate, addDays, calendarDateAt, dayStart } from '../time/calendar-date.ts';
import { type Instant, type InstantLike, toInstant, toMillis } from '../time/instant.ts';
import { fromWallTime } from '../time/zoned-time.ts';

/** A wall-clock time, `HH:MM`. */
export type ClockTime = string;

/** Between which wall-clock times business is done on a business day. */
export interface BusinessHours {
  opens: ClockTime;
  closes: ClockTime;
}

const millisPerHour = 3_600_000;

/** The moment at which the clocks of a zone show a time on a date; one that they jump over, after the jump (TIM-3). */
export function clockTimeOn(date: CalendarDate, time: ClockTime, timeZone: string): Instant {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return toInstant(fromWallTime({ year, month, day, hour, minute, second: 0, millisecond: 0 }, timeZone));
}

/**
 * The moment at which `hours` of business time have gone by since `from`: hours of business days between the given
 * times, or day and night where no times are given. They are real hours, also on a day on which the clocks change
 * (POR-9, TIM-5).
 *
 * @throws RangeError when business never opens, or `hours` is no length of time.
 */
export function afterBusinessHours(
  from: InstantLike,
  hours: number,
  calendar: BusinessCalendar,
  within?: BusinessHours,
): Instant {
  const { timeZone } = calendar;
  if (!(hours >= 0 && hours < Infinity)) throw new RangeError(`Not a number of hours: ${hours}`);
  if (within && !(within.opens < within.closes)) throw new RangeError('Business closes before it opens.');
  let left = hours * millisPerHour;
  let date = calendarDateAt(from, timeZone);
  for (;;) {
    if (!isBusinessDay(date, calendar)) date = businessDayAfter(date, 1, calendar);
    const opens = toMillis(within ? clockTimeOn(date, within.opens, timeZone) : dayStart(date, timeZone));
    const closes = toMillis(
      within ? clockTimeOn(date, within.closes, timeZone) : dayStart(addDays(date, 1), timeZone),
    );
    const start = Math.max(opens, toMillis(from));
    const room = closes - start;
    // The closing time is the day's own; the midnight after it is the next day's, and that may be a holiday.
    if (within ? left <= room : left < room) return toInstant(start + left);
    left -= Math.max(room, 0);
    date = addDays(date, 1);
  }
}
