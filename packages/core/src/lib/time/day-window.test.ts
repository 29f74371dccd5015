import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { zones } from '../../../test/zones.ts';
import { dayWindowEnd, isInDayWindow } from './day-window.ts';
import { toMillis } from './instant.ts';

const moment = fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2090, 0) });
const days = fc.integer({ min: 0, max: 365 });

describe('a window of days', () => {
  it('TIM-2: is as many times 24 hours, whatever the clocks of any zone do meanwhile', () => {
    fc.assert(
      fc.property(moment, days, fc.constantFrom(...zones), (changedAt, count, zone) => {
        const hours = Temporal.Instant.fromEpochMilliseconds(changedAt)
          .toZonedDateTimeISO(zone)
          .add({ hours: 24 * count });
        expect(toMillis(dayWindowEnd(changedAt, count))).toBe(hours.epochMilliseconds);
      }),
    );
  });

  it('TIM-2: is half-open, so that its last instant is outside', () => {
    fc.assert(
      fc.property(moment, days, (changedAt, count) => {
        const end = toMillis(dayWindowEnd(changedAt, count));
        expect(isInDayWindow(end, changedAt, count)).toBe(false);
        expect(isInDayWindow(end - 1, changedAt, count)).toBe(true);
      }),
    );
  });

  it('TIM-2: seven days over the night that the clocks go back end an hour early by the wall', () => {
    expect(dayWindowEnd('2026-10-30T16:00:00.000Z', 7)).toBe('2026-11-06T16:00:00.000Z');
    expect(isInDayWindow('2026-11-06T15:59:59.999Z', '2026-10-30T16:00:00.000Z', 7)).toBe(true);
    expect(isInDayWindow('2026-11-06T16:00:00.000Z', '2026-10-30T16:00:00.000Z', 7)).toBe(false);
  });
});
