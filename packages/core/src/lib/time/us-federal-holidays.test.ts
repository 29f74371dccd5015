import { describe, expect, it } from 'vitest';
import { weekday } from './calendar-date.ts';
import { usFederalHolidays } from './us-federal-holidays.ts';

/** As the Office of Personnel Management publishes them, by the year in which the office is closed. */
const published: Record<number, string> = {
  2021: '01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31',
  2022: '01-17 02-21 05-30 06-20 07-04 09-05 10-10 11-11 11-24 12-26',
  2023: '01-02 01-16 02-20 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25',
  2024: '01-01 01-15 02-19 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25',
  2025: '01-01 01-20 02-17 05-26 06-19 07-04 09-01 10-13 11-11 11-27 12-25',
  2026: '01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25',
  2027: '01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31',
  2028: '01-17 02-21 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25',
};

describe('United States federal holidays', () => {
  it.each(Object.entries(published))('TIM-5: %s has the published days', (year, days) => {
    expect(usFederalHolidays(Number(year))).toEqual(days.split(' ').map((day) => `${year}-${day}`));
  });

  it('TIM-5: a holiday on a Saturday is observed the day before, one on a Sunday the day after', () => {
    expect(usFederalHolidays(2026)).toContain('2026-07-03');
    expect(usFederalHolidays(2027)).toContain('2027-07-05');
  });

  it('TIM-5: a New Year’s Day on a Saturday is a holiday of the old year, on 31 December', () => {
    expect(usFederalHolidays(2021).at(-1)).toBe('2021-12-31');
    expect(usFederalHolidays(2022)[0]).toBe('2022-01-17');
  });

  it('TIM-5: none is on a weekend, none twice, all in their year', () => {
    for (let year = 1990; year < 2100; year++) {
      const days = usFederalHolidays(year);
      expect(days.filter((day) => weekday(day) % 6 === 0)).toEqual([]);
      expect(new Set(days).size).toBe(days.length);
      expect(days.every((day) => day.startsWith(`${year}-`))).toBe(true);
    }
  });
});
