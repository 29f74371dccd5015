import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { zones } from '../../../test/zones.ts';
import { toMillis } from './instant.ts';
import { isInMonthWindow, monthWindowEnd } from './month-window.ts';

const months = fc.integer({ min: 0, max: 30 });

/** Any moment, and more often one of the last days of a month, in the hours at which clocks change. */
const moment = fc.oneof(
  fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2036, 0) }),
  fc
    .record({
      year: fc.integer({ min: 2004, max: 2035 }),
      month: fc.integer({ min: 0, max: 11 }),
      day: fc.constantFrom(28, 29, 30, 31),
      minute: fc.integer({ min: 0, max: 1439 }),
    })
    .map(({ year, month, day, minute }) => Date.UTC(year, month, day, 0, minute)),
);

function oracle(changedAt: number, count: number, zone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(changedAt)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .add({ months: count }, { overflow: 'constrain' })
    .toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;
}

describe('a window of months', () => {
  it.each(zones)('TIM-3: ends in %s at the same wall-clock time, as Temporal has it', (zone) => {
    fc.assert(
      fc.property(moment, months, (changedAt, count) => {
        expect(toMillis(monthWindowEnd(changedAt, count, zone))).toBe(oracle(changedAt, count, zone));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['29 Jan', '2026-01-29T14:00:00.000Z', '2026-02-28T14:00:00.000Z'],
    ['30 Jan', '2026-01-30T14:00:00.000Z', '2026-02-28T14:00:00.000Z'],
    ['31 Jan', '2026-01-31T14:00:00.000Z', '2026-02-28T14:00:00.000Z'],
    ['31 Jan of a leap year', '2028-01-31T14:00:00.000Z', '2028-02-29T14:00:00.000Z'],
    ['31 Mar', '2026-03-31T13:00:00.000Z', '2026-04-30T13:00:00.000Z'],
    ['31 Dec', '2026-12-31T14:00:00.000Z', '2027-01-31T14:00:00.000Z'],
  ])('TIM-3: from %s, 09:00 in New York, it is clamped to the last day of the month', (_, from, end) => {
    expect(monthWindowEnd(from, 1, 'America/New_York')).toBe(end);
  });

  it('TIM-3: in the gap of spring the later instant counts', () => {
    // 8 Feb 02:30 → 8 Mar 02:30, which New York leaves out: 03:30 EDT.
    expect(monthWindowEnd('2026-02-08T07:30:00.000Z', 1, 'America/New_York')).toBe(
      '2026-03-08T07:30:00.000Z',
    );
  });

  it('TIM-3: in the overlap of autumn the earlier instant counts', () => {
    // 1 Oct 01:30 → 1 Nov 01:30, which New York has twice: the first is EDT.
    expect(monthWindowEnd('2026-10-01T05:30:00.000Z', 1, 'America/New_York')).toBe(
      '2026-11-01T05:30:00.000Z',
    );
  });

  it('TIM-3: is half-open, so that its last instant is outside', () => {
    fc.assert(
      fc.property(
        moment,
        fc.integer({ min: 1, max: 30 }),
        fc.constantFrom(...zones),
        (changedAt, count, zone) => {
          const end = toMillis(monthWindowEnd(changedAt, count, zone));
          expect(isInMonthWindow(end, changedAt, count, zone)).toBe(false);
          expect(isInMonthWindow(end - 1, changedAt, count, zone)).toBe(true);
        },
      ),
    );
  });
});
