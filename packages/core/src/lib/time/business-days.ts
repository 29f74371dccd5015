import { type CalendarDate, addDays, weekday } from './calendar-date.ts';
import { usFederalHolidays } from './us-federal-holidays.ts';

/** Where and when business is done. */
export interface BusinessCalendar {
  /** IANA time zone whose calendar counts: the account's. */
  timeZone: string;
  /** Days off, apart from Saturday and Sunday; without a list, the United States federal holidays (TIM-5). */
  holidays?: readonly CalendarDate[] | null;
}

const federal = new Map<string, readonly CalendarDate[]>();

function federalHolidaysAround(date: CalendarDate): readonly CalendarDate[] {
  const year = date.slice(0, 4);
  let days = federal.get(year);
  if (!days) federal.set(year, (days = usFederalHolidays(Number(year))));
  return days;
}

/** Whether business is done on a date: Monday to Friday, less the holidays (TIM-5). */
export function isBusinessDay(date: CalendarDate, calendar: BusinessCalendar): boolean {
  const day = weekday(date);
  if (day === 0 || day === 6) return false;
  return !(calendar.holidays ?? federalHolidaysAround(date)).includes(date);
}

/** More days on end than a policy's list of holidays can take out. */
const maxIdle = 1500;

/**
 * The `count`-th business day after a date; the first business day after it is 1 (TIM-5, ORD-5).
 *
 * @throws RangeError when the calendar has no business day for four years on end.
 */
export function businessDayAfter(
  date: CalendarDate,
  count: number,
  calendar: BusinessCalendar,
): CalendarDate {
  let at = date;
  let idle = 0;
  for (let left = count; left > 0;) {
    at = addDays(at, 1);
    const works = isBusinessDay(at, calendar);
    idle = works ? 0 : idle + 1;
    if (works) left--;
    if (idle > maxIdle) throw new RangeError('The holiday list leaves no business day in four years.');
  }
  return at;
}
