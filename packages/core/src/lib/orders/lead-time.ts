import { type BusinessCalendar, businessDayAfter } from '../time/business-days.ts';
import { type CalendarDate, calendarDateAt } from '../time/calendar-date.ts';
import { type InstantLike, toMillis } from '../time/instant.ts';

/** A line with the lead time that the cart showed, frozen when it was ordered. */
export interface QuotedLine {
  placedAt: InstantLike;
  /** In business days, both ends included. */
  leadTime: { min: number; max: number } | null;
}

/** The dates that a lead time points to, both ends included. */
export interface DateRange {
  from: CalendarDate;
  to: CalendarDate;
}

/**
 * The dates that a line's lead time points to: day 1 is the first business day after the order was placed, by
 * the account's calendar; day 0 is the day of placing itself. `null` where no lead time was quoted (ORD-5, TIM-5).
 */
export function leadTimeRange(line: QuotedLine, calendar: BusinessCalendar): DateRange | null {
  if (line.leadTime === null) return null;
  const placed = calendarDateAt(line.placedAt, calendar.timeZone);
  return {
    from: businessDayAfter(placed, line.leadTime.min, calendar),
    to: businessDayAfter(placed, line.leadTime.max, calendar),
  };
}

/** Whether the last estimated day is over in the account's time zone (ORD-5). */
export function isEstimatePassed(estimated: DateRange, now: InstantLike, timeZone: string): boolean {
  return calendarDateAt(toMillis(now), timeZone) > estimated.to;
}
