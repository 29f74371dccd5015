/**
 * Moments, dates and windows of time. Every rule is given `now`; nothing here reads a clock.
 *
 * @module
 */
export { type Instant, type InstantLike, toInstant, toMillis } from './lib/time/instant.ts';
export { dayWindowEnd, isInDayWindow } from './lib/time/day-window.ts';
export { isInMonthWindow, monthWindowEnd } from './lib/time/month-window.ts';
export { type CalendarDate, addDays, calendarDateAt, dayStart, weekday } from './lib/time/calendar-date.ts';
export { type BusinessCalendar, businessDayAfter, isBusinessDay } from './lib/time/business-days.ts';
export { usFederalHolidays } from './lib/time/us-federal-holidays.ts';
