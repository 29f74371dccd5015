import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { zones } from '../../../test/zones.ts';
import { calendarDate } from '../internal/formats.schema.ts';
import { addDays, calendarDateAt, dayStart, weekday } from './calendar-date.ts';

const moment = fc.integer({ min: Date.UTC(1970, 0), max: Date.UTC(2037, 0) });
const date = moment.map((millis) => new Date(millis).toISOString().slice(0, 10));

describe('a calendar date', () => {
  it('TIM-4: is the one that the account’s zone shows, not the viewer’s', () => {
    const moment = '2026-11-22T03:30:00.000Z';
    expect(calendarDateAt(moment, 'America/New_York')).toBe('2026-11-21');
    expect(calendarDateAt(moment, 'Europe/Berlin')).toBe('2026-11-22');
    expect(calendarDateAt(moment, 'Pacific/Kiritimati')).toBe('2026-11-22');
  });

  it.each(zones)('TIM-4: is in %s what Temporal says', (zone) => {
    fc.assert(
      fc.property(moment, (millis) => {
        const expected = Temporal.Instant.fromEpochMilliseconds(millis)
          .toZonedDateTimeISO(zone)
          .toPlainDate();
        expect(calendarDateAt(millis, zone)).toBe(expected.toString());
      }),
    );
  });

  it('TIM-4: moves by days and knows its weekday as Temporal does', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -800, max: 800 }), (from, days) => {
        const expected = Temporal.PlainDate.from(from).add({ days });
        expect(addDays(from, days)).toBe(expected.toString());
        expect(weekday(from)).toBe(Temporal.PlainDate.from(from).dayOfWeek % 7);
      }),
    );
  });

  it.each(['2026-02-29', '2026-11-31', '2026-1-1', '22.11.2026', '2026-11-22T00:00:00Z', ''])(
    'TIM-4: %s is none on the wire',
    (text) => {
      expect(calendarDate.safeParse(text).success).toBe(false);
    },
  );

  it('TIM-4: 2028-02-29 is one on the wire', () => {
    expect(calendarDate.parse('2028-02-29')).toBe('2028-02-29');
  });
});

describe('the first moment of a date', () => {
  it.each(zones)('TIM-4: is in %s the one that a calendar library finds', (zone) => {
    fc.assert(
      fc.property(date, (date) => {
        const expected = Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds;
        expect(Date.parse(dayStart(date, zone))).toBe(expected);
      }),
    );
  });

  it('TIM-4: is after the jump where the clocks jump over midnight', () => {
    expect(dayStart('2018-11-04', 'America/Sao_Paulo')).toBe('2018-11-04T03:00:00.000Z');
  });
});
