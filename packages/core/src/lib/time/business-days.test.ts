import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { businessDayAfter, isBusinessDay } from './business-days.ts';
import { addDays, weekday } from './calendar-date.ts';

const federal = { timeZone: 'America/New_York' };
const none = { timeZone: 'America/New_York', holidays: [] };

const date = fc
  .integer({ min: Date.UTC(2020, 0), max: Date.UTC(2035, 0) })
  .map((millis) => new Date(millis).toISOString().slice(0, 10));
const holidays = fc.array(date, { maxLength: 60 });

describe('business days', () => {
  it('TIM-5: are Monday to Friday', () => {
    const week = [
      '2026-11-15',
      '2026-11-16',
      '2026-11-17',
      '2026-11-18',
      '2026-11-19',
      '2026-11-20',
      '2026-11-21',
    ];
    expect(week.map((day) => isBusinessDay(day, none))).toEqual([false, true, true, true, true, true, false]);
  });

  it('TIM-5: leave out the federal holidays unless the tenant has a list of its own', () => {
    expect(isBusinessDay('2026-11-26', federal)).toBe(false);
    expect(isBusinessDay('2026-11-26', { ...federal, holidays: null })).toBe(false);
    expect(isBusinessDay('2026-11-26', none)).toBe(true);
    expect(isBusinessDay('2026-11-27', { ...federal, holidays: ['2026-11-27'] })).toBe(false);
  });

  it('TIM-5: leave out 31 December when New Year’s Day is observed on it', () => {
    expect(isBusinessDay('2027-12-31', federal)).toBe(false);
    expect(isBusinessDay('2026-12-31', federal)).toBe(true);
    expect(businessDayAfter('2027-12-30', 1, federal)).toBe('2028-01-03');
  });

  it.each([
    ['2026-11-20', 1, '2026-11-23'],
    ['2026-11-21', 1, '2026-11-23'],
    ['2026-11-25', 1, '2026-11-27'],
    ['2026-12-24', 1, '2026-12-28'],
    ['2026-11-22', 10, '2026-12-07'],
    ['2026-11-22', 0, '2026-11-22'],
  ])('TIM-5: after %s, number %i is %s', (from, count, expected) => {
    expect(businessDayAfter(from, count, federal)).toBe(expected);
  });

  it('TIM-5: the count-th is a business day with count − 1 others before it', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 40 }), holidays, (from, count, off) => {
        const end = businessDayAfter(from, count, { ...none, holidays: off });
        let works = 0;
        for (let day = addDays(from, 1); day <= end; day = addDays(day, 1)) {
          if (weekday(day) % 6 !== 0 && !off.includes(day)) works++;
        }
        expect(works).toBe(count);
        expect(weekday(end) % 6).not.toBe(0);
        expect(off).not.toContain(end);
      }),
    );
  });

  it('TIM-5: the longest list that a policy may hold leaves an answer', () => {
    const off: string[] = [];
    for (let day = '2026-01-01'; off.length < 1000; day = addDays(day, 1)) {
      if (weekday(day) % 6 !== 0) off.push(day);
    }
    const first = businessDayAfter('2025-12-31', 1, { ...none, holidays: off });
    expect(first > off.at(-1)!).toBe(true);
    expect(isBusinessDay(first, { ...none, holidays: off })).toBe(true);
  });

  it('TIM-5: a calendar without a business day ends in an error, not in a search without end', () => {
    const never = { includes: () => true } as unknown as string[];
    expect(() => businessDayAfter('2026-11-22', 1, { ...none, holidays: never })).toThrow(RangeError);
  });
});
