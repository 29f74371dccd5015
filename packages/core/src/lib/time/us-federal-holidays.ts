import { type CalendarDate, addDays, weekday } from './calendar-date.ts';

/** Fixed dates as [month, day]; one on a weekend is observed on the nearest weekday. */
const fixed = [
  [1, 1],
  [6, 19],
  [7, 4],
  [11, 11],
  [12, 25],
] as const;

/** Floating dates as [month, weekday, which one]; -1 is the last of the month. */
const floating = [
  [1, 1, 3],
  [2, 1, 3],
  [5, 1, -1],
  [9, 1, 1],
  [10, 1, 2],
  [11, 4, 4],
] as const;

const iso = (year: number, month: number, day: number): CalendarDate =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

function observed(date: CalendarDate): CalendarDate {
  const day = weekday(date);
  return day === 6 ? addDays(date, -1) : day === 0 ? addDays(date, 1) : date;
}

function nth(year: number, month: number, day: number, which: number): CalendarDate {
  if (which < 0) {
    const last = addDays(month === 12 ? iso(year + 1, 1, 1) : iso(year, month + 1, 1), -1);
    return addDays(last, -((weekday(last) - day + 7) % 7));
  }
  const first = iso(year, month, 1);
  return addDays(first, ((day - weekday(first) + 7) % 7) + (which - 1) * 7);
}

/**
 * The days on which United States federal offices are closed in one calendar year, as observed (5 U.S.C. 6103),
 * in order. New Year's Day of the next year counts here when it is observed on 31 December (TIM-5).
 */
export function usFederalHolidays(year: number): readonly CalendarDate[] {
  const days = [
    ...fixed.map(([month, day]) => observed(iso(year, month, day))),
    ...floating.map(([month, day, which]) => nth(year, month, day, which)),
    observed(iso(year + 1, 1, 1)),
  ];
  return days.filter((date) => date.startsWith(iso(year, 1, 1).slice(0, 5))).sort();
}
