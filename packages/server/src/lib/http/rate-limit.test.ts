import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRateLimit } from './rate-limit.ts';

const minute = 60_000;

/** When requests come, from the first on. */
const arrivals = fc
  .array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 90_000 })), {
    maxLength: 200,
  })
  .map((gaps) => {
    let at = 1_800_000_000_000;
    return gaps.map((gap) => (at += gap));
  });
const rates = fc.integer({ min: 1, max: 40 });

describe('a rate limit', () => {
  it('lets in a minute\u2019s requests at once, and then one for each part of a minute that passes', () => {
    const limit = createRateLimit(60);
    expect(Array.from({ length: 60 }, () => limit.take('a', 0))).toEqual(Array(60).fill(0));
    expect(limit.take('a', 0)).toBe(1000);
    expect(limit.take('a', 400)).toBe(600);
    expect(limit.take('a', 1000)).toBe(0);
    expect(limit.take('a', 1000)).toBe(1000);
  });

  it('never lets in more, over any span, than a minute\u2019s worth and what that span adds', () => {
    fc.assert(
      fc.property(rates, arrivals, (perMinute, times) => {
        const limit = createRateLimit(perMinute);
        const entered = times.filter((now) => limit.take('a', now) === 0);
        for (const [first, from] of entered.entries()) {
          for (const [last, to] of entered.entries()) {
            if (last < first) continue;
            // What stands exactly at the edge is let in, up to the rounding of a moment.
            const most = perMinute + ((to - from + 1) * perMinute) / minute;
            expect(last - first + 1).toBeLessThanOrEqual(most);
          }
        }
      }),
    );
  });

  it('says how long to wait: no sooner is anybody let in, and then they are', () => {
    fc.assert(
      fc.property(rates, arrivals, (perMinute, times) => {
        const limit = createRateLimit(perMinute);
        for (const now of times) {
          const wait = limit.take('a', now);
          if (wait === 0) continue;
          expect(wait).toBeLessThanOrEqual(Math.ceil(minute / perMinute));
          expect(limit.take('a', now + wait - 1)).toBe(1);
          expect(limit.take('a', now + wait)).toBe(0);
          break;
        }
      }),
      // Where what is left to wait is less than half a millisecond more than a whole number of them.
      { examples: [[7, Array.from({ length: 8 }, () => 1_800_000_000_000)]] },
    );
  });

  it('holds each subject for itself', () => {
    fc.assert(
      fc.property(
        rates,
        arrivals,
        fc.infiniteStream(fc.constantFrom('a', 'b', 'c')),
        (rate, times, whose) => {
          const subjects = times.map((now) => ({ now, subject: whose.next().value as 'a' | 'b' | 'c' }));
          const together = createRateLimit(rate);
          const shared = subjects.map(({ now, subject }) => together.take(subject, now));
          const alone = { a: createRateLimit(rate), b: createRateLimit(rate), c: createRateLimit(rate) };
          expect(shared).toEqual(subjects.map(({ now, subject }) => alone[subject].take(subject, now)));
        },
      ),
    );
  });

  it('does not count what is given back', () => {
    fc.assert(
      fc.property(rates, arrivals, (perMinute, times) => {
        const limit = createRateLimit(perMinute);
        for (const now of times) {
          expect(limit.take('a', now)).toBe(0);
          limit.giveBack('a');
        }
        limit.giveBack('nobody');
      }),
    );
  });

  it('keeps nobody out for more than a minute when the clock is put back', () => {
    const limit = createRateLimit(1);
    const month = 30 * 24 * 60 * minute;
    expect(limit.take('a', month)).toBe(0);
    expect(limit.take('a', 0)).toBe(0);
    expect(limit.take('a', 0)).toBe(minute);
    expect(limit.take('a', minute)).toBe(0);
    expect(limit.take('b', minute / 2)).toBe(0);
    expect(limit.take('b', 0)).toBe(minute);
    expect(limit.take('b', minute - 1)).toBe(1);
    expect(limit.take('b', minute)).toBe(0);
  });

  it('forgets the longest quiet where too many come, and remembers the last', () => {
    const limit = createRateLimit(1);
    for (let subject = 0; subject <= 100_000; subject++) limit.take(`${subject}`, 0);
    expect(limit.take('100000', 0)).toBe(minute);
    expect(limit.take('0', 0)).toBe(0);
  });

  it('of 0 is none', () => {
    const limit = createRateLimit(0);
    expect(Array.from({ length: 1000 }, () => limit.take('a', 0))).toEqual(Array(1000).fill(0));
    limit.giveBack('a');
  });
});
