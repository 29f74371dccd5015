import { describe, expect, it, vi } from 'vitest';
import { createOrigins } from './origins.ts';

const page = 'https://portal.test';

function origins() {
  const clock = { now: 1_000_000 };
  const isOriginListed = vi.fn(async () => true);
  return { clock, isOriginListed, ...createOrigins({ isOriginListed }, () => clock.now) };
}

describe('the origin of a page', () => {
  it('is remembered for ten seconds, and looked up again when the clock was put forward or back', async () => {
    const { clock, isListed, isOriginListed } = origins();
    for (const [now, lookups] of [
      [0, 1],
      [9_999, 1],
      [10_000, 2],
      [-5_000_000, 3],
    ] as const) {
      clock.now = 1_000_000 + now;
      expect(await isListed(page)).toBe(true);
      expect(isOriginListed).toHaveBeenCalledTimes(lookups);
    }
  });

  it('that nobody lists is looked up each time', async () => {
    const { isListed, isOriginListed, wasListed } = origins();
    isOriginListed.mockResolvedValue(false);
    expect([await isListed(page), await isListed(page), wasListed(page)]).toEqual([false, false, false]);
    isOriginListed.mockResolvedValue(true);
    expect([await isListed(page), wasListed(page)]).toEqual([true, true]);
  });
});
