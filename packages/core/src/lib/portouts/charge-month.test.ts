import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zones } from '../../../test/zones.ts';
import { toMillis } from '../time/instant.ts';
import { toWallTime } from '../time/zoned-time.ts';
import { bookingMonth, chargeMonth, monthClosesAt, monthKeptClosed } from './charge-month.ts';

const newYork = 'America/New_York';
const moment = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2035, 0) });
const zone = fc.constantFrom(...zones, 'UTC', 'Pacific/Kiritimati', 'Pacific/Apia');

describe('the month of a charge', () => {
  it('POR-8: is that of the confirmation: a port of 30 November confirmed on 2 December is December’s', () => {
    expect(chargeMonth('2026-12-02T15:00:00.000Z', newYork)).toBe('2026-12');
  });

  it.each([
    ['2026-12-01T04:59:59.999Z', newYork, '2026-11'],
    ['2026-12-01T05:00:00.000Z', newYork, '2026-12'],
    ['2026-12-01T04:59:59.999Z', 'UTC', '2026-12'],
    ['2026-12-31T10:00:00.000Z', 'Pacific/Kiritimati', '2027-01'],
    ['2027-01-01T04:59:59.999Z', newYork, '2026-12'],
  ])('POR-8: at %s in %s is %s', (at, timeZone, month) => {
    expect(chargeMonth(at, timeZone)).toBe(month);
  });

  it.each([
    ['2026-11', newYork, '2026-12-01T05:00:00.000Z'],
    ['2026-12', newYork, '2027-01-01T05:00:00.000Z'],
    ['2026-10', newYork, '2026-11-01T04:00:00.000Z'],
    ['2026-02', 'Asia/Kolkata', '2026-02-28T18:30:00.000Z'],
    ['2028-02', 'UTC', '2028-03-01T00:00:00.000Z'],
  ])('POR-8: %s closes in %s at %s', (month, timeZone, at) => {
    expect(monthClosesAt(month, timeZone)).toBe(at);
  });

  it('POR-8: every moment lies in its month until that closes, and then in the next', () => {
    fc.assert(
      fc.property(moment, zone, (at, timeZone) => {
        const month = chargeMonth(at, timeZone);
        const closes = toMillis(monthClosesAt(month, timeZone));
        expect(at).toBeLessThan(closes);
        expect(chargeMonth(closes - 1, timeZone)).toBe(month);
        expect(chargeMonth(closes, timeZone) > month).toBe(true);
        expect(toWallTime(closes, timeZone).day).toBe(1);
      }),
    );
  });

  it('POR-8: a line is booked in the running month, or in the one after that which is closed for the account', () => {
    expect(bookingMonth('2026-12-01T04:59:59.999Z', newYork)).toBe('2026-11');
    expect(bookingMonth('2026-12-01T05:00:00.000Z', newYork)).toBe('2026-12');
    expect(bookingMonth('2026-12-01T04:59:59.999Z', newYork, '2026-11')).toBe('2026-12');
    expect(bookingMonth('2026-12-01T04:59:59.999Z', newYork, '2026-12')).toBe('2027-01');
  });

  it.each([
    ['where it is closed above', [[newYork], [newYork, 'America/Los_Angeles']], '2026-11'],
    ['where nothing above counts any more', [[]], '2026-11'],
    ['unless it lasts above', [['Pacific/Honolulu', newYork]], null],
    ['unless there is nothing above', [], null],
  ])('POR-8: stays closed for whoever comes where it lasts: %s', (_, counted, month) => {
    // December in New York and in Los Angeles, November in Honolulu.
    expect(monthKeptClosed('2026-12-01T08:30:00.000Z', 'Pacific/Honolulu', counted)).toBe(month);
  });
});
