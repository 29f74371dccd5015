import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { zones } from '../../../test/zones.ts';
import { fromWallTime, toWallTime } from './zoned-time.ts';

const moment = fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2037, 0) });

/** The moments around which the clocks of a zone change, some hours to either side of each. */
function nearChange(zone: string) {
  const changes: number[] = [];
  let at = Temporal.Instant.from('2004-01-01T00:00:00Z').toZonedDateTimeISO(zone);
  for (
    let found = at.getTimeZoneTransition('next');
    found && found.year < 2034;
    found = at.getTimeZoneTransition('next')
  ) {
    changes.push(found.epochMilliseconds);
    at = found;
  }
  return fc
    .tuple(fc.constantFrom(...changes), fc.integer({ min: -4 * 3_600_000, max: 4 * 3_600_000 }))
    .map(([change, apart]) => change + apart);
}

const wallFields = ['year', 'month', 'day', 'hour', 'minute', 'second', 'millisecond'] as const;

describe('a wall clock', () => {
  it.each(zones)('TIM-3: shows in %s what Temporal says', (zone) => {
    fc.assert(
      fc.property(fc.oneof(moment, nearChange(zone)), (millis) => {
        const expected = Temporal.Instant.fromEpochMilliseconds(millis).toZonedDateTimeISO(zone);
        expect(toWallTime(millis, zone)).toEqual(
          Object.fromEntries(wallFields.map((field) => [field, expected[field]])),
        );
      }),
    );
  });

  it.each(zones)(
    'TIM-3: is read in %s as Temporal reads it: in a gap later, in an overlap earlier',
    (zone) => {
      fc.assert(
        fc.property(fc.oneof(moment, nearChange(zone)), nearChange(zone), (first, near) => {
          for (const millis of [first, near]) {
            // So that some of the readings lie in a gap or an overlap.
            const wall = Temporal.Instant.fromEpochMilliseconds(millis)
              .toZonedDateTimeISO(zone)
              .toPlainDateTime()
              .add({ minutes: 45 });
            const expected = wall.toZonedDateTime(zone, { disambiguation: 'compatible' });
            const fields = Object.fromEntries(wallFields.map((field) => [field, wall[field]]));
            expect(fromWallTime(fields as unknown as Parameters<typeof fromWallTime>[0], zone)).toBe(
              expected.epochMilliseconds,
            );
          }
        }),
        { numRuns: 200 },
      );
    },
  );

  it('TIM-3: goes on after a day that a zone left out', () => {
    const skipped = { year: 2011, month: 12, day: 30, hour: 9, minute: 0, second: 0, millisecond: 0 };
    expect(toWallTime(fromWallTime(skipped, 'Pacific/Apia'), 'Pacific/Apia')).toMatchObject({
      day: 31,
      hour: 9,
    });
  });

  it('TIM-3: a time zone that does not exist is an error', () => {
    expect(() => toWallTime(0, 'Mars/Olympus')).toThrow(RangeError);
  });
});
