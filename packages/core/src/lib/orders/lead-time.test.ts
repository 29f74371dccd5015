import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { businessDayAfter, isBusinessDay } from '../time/business-days.ts';
import { calendarDateAt } from '../time/calendar-date.ts';
import { isEstimatePassed, leadTimeRange } from './lead-time.ts';

const newYork = { timeZone: 'America/New_York' };
const moment = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2035, 0) });

describe('the lead time of a line', () => {
  it('ORD-5: day 1 is the first business day after placing', () => {
    const placedAt = '2026-11-18T15:00:00.000Z';
    expect(leadTimeRange({ placedAt, leadTime: { min: 1, max: 1 } }, newYork)).toEqual({
      from: '2026-11-19',
      to: '2026-11-19',
    });
  });

  it('ORD-5: passes over the weekend and Thanksgiving', () => {
    const placedAt = '2026-11-20T15:00:00.000Z';
    expect(leadTimeRange({ placedAt, leadTime: { min: 3, max: 5 } }, newYork)).toEqual({
      from: '2026-11-25',
      to: '2026-11-30',
    });
  });

  it('ORD-5: counts from the date in the account’s zone', () => {
    const placedAt = '2026-11-19T03:00:00.000Z';
    const leadTime = { min: 1, max: 2 };
    expect(leadTimeRange({ placedAt, leadTime }, newYork)).toEqual({ from: '2026-11-19', to: '2026-11-20' });
    expect(leadTimeRange({ placedAt, leadTime }, { timeZone: 'Asia/Kolkata' })).toEqual({
      from: '2026-11-20',
      to: '2026-11-23',
    });
  });

  it('ORD-5: heeds the tenant’s own holidays', () => {
    const placedAt = '2026-11-25T15:00:00.000Z';
    const calendar = { ...newYork, holidays: ['2026-11-27'] };
    expect(leadTimeRange({ placedAt, leadTime: { min: 1, max: 2 } }, calendar)).toEqual({
      from: '2026-11-26',
      to: '2026-11-30',
    });
  });

  it('ORD-5: none quoted, none shown', () => {
    expect(leadTimeRange({ placedAt: 0, leadTime: null }, newYork)).toBeNull();
  });

  it('ORD-5: each end is the business day of its own number, and the range never runs backwards', () => {
    fc.assert(
      fc.property(moment, fc.nat(30), fc.nat(30), (placedAt, min, more) => {
        const range = leadTimeRange({ placedAt, leadTime: { min, max: min + more } }, newYork)!;
        const placed = calendarDateAt(placedAt, newYork.timeZone);
        expect(range.from).toBe(businessDayAfter(placed, min, newYork));
        expect(range.to).toBe(businessDayAfter(placed, min + more, newYork));
        expect(range.from <= range.to).toBe(true);
        expect(min === 0 || isBusinessDay(range.from, newYork)).toBe(true);
      }),
    );
  });

  it('ORD-5: has passed when its last day is over in the account’s zone', () => {
    const estimated = { from: '2026-11-23', to: '2026-11-24' };
    expect(isEstimatePassed(estimated, '2026-11-25T04:59:59.999Z', 'America/New_York')).toBe(false);
    expect(isEstimatePassed(estimated, '2026-11-25T05:00:00.000Z', 'America/New_York')).toBe(true);
    expect(isEstimatePassed(estimated, '2026-11-24T18:30:00.000Z', 'Asia/Kolkata')).toBe(true);
  });
});
