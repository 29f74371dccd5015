import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instant } from '../internal/formats.schema.ts';
import { toInstant, toMillis } from './instant.ts';

describe('a moment', () => {
  it('TIM-1: is written in UTC with milliseconds', () => {
    expect(toInstant(0)).toBe('1970-01-01T00:00:00.000Z');
    expect(toInstant('2026-11-22T08:45:00-05:00')).toBe('2026-11-22T13:45:00.000Z');
    expect(toInstant(new Date(Date.UTC(2026, 10, 22, 13, 45, 0, 7)))).toBe('2026-11-22T13:45:00.007Z');
  });

  it('TIM-1: is the same moment as text, number and Date', () => {
    const moments = fc.date({
      min: new Date(0),
      max: new Date('2999-12-31T23:59:59.999Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moments, (date) => {
        expect(toMillis(toInstant(date))).toBe(date.getTime());
        expect(toMillis(date)).toBe(toMillis(date.getTime()));
      }),
    );
  });

  it.each(['', 'soon', '2026-13-01T00:00:00Z', NaN, Infinity, new Date(NaN)])(
    'TIM-1: %s is none, and says so',
    (nonsense) => {
      expect(() => toMillis(nonsense)).toThrow(RangeError);
    },
  );
});

describe('a moment on the wire', () => {
  it.each([
    '2026-11-22T13:45:00Z',
    '2026-11-22T13:45:00.123Z',
    '2026-11-22T08:45:00-05:00',
    '2024-02-29T00:00:00Z',
  ])('TIM-1: %s is read', (text) => {
    expect(instant.safeParse(text).success).toBe(true);
    expect(() => toMillis(text)).not.toThrow();
  });

  it.each([
    '2026-11-22',
    '2026-11-22T13:45:00',
    '2026-02-29T00:00:00Z',
    '2026-11-22T24:00:00Z',
    '2026-11-22 13:45:00Z',
    '1969-12-31T23:59:59.999Z',
    '3000-01-01T00:00:00Z',
    '0000-01-01T00:00:00Z',
    '1795651200000',
  ])('TIM-1: %s is refused', (text) => {
    expect(instant.safeParse(text).success).toBe(false);
  });

  it('TIM-1: the first and the last that are taken stay what they are', () => {
    for (const text of ['1970-01-01T00:00:00.000Z', '2999-12-31T23:59:59.999Z']) {
      expect(toInstant(instant.parse(text))).toBe(text);
    }
  });
});
