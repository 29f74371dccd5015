const minute = 60_000;
const mostRemembered = 100_000;

/** How many requests may come from one subject. */
export interface RateLimit {
  /** Counts a request and answers 0, or answers how many milliseconds it has to wait and does not count it. */
  take(subject: string, now: number): number;
  /** Takes back what was counted last. */
  giveBack(subject: string): void;
}

/**
 * A bucket for each subject: it holds a minute's requests and fills up steadily, so whoever was quiet may send that
 * many at once. Kept as one number each, the moment at which the bucket is full again; 0 a minute sets no limit.
 */
export function createRateLimit(perMinute: number): RateLimit {
  if (perMinute === 0) return { take: () => 0, giveBack: () => undefined };
  const each = minute / perMinute;
  /** Whoever came last stands last, so that those whose bucket is full again are in front. */
  const fullAt = new Map<string, number>();

  function forget(now: number): void {
    for (const [subject, at] of fullAt) {
      if (at > now && fullAt.size <= mostRemembered) return;
      fullAt.delete(subject);
    }
  }

  return {
    take(subject, now) {
      const known = fullAt.get(subject) ?? 0;
      // What lies as far ahead is from before the clock was put back, and says nothing of now.
      const isStale = known > now + 2 * minute;
      const from = isStale ? now : Math.min(Math.max(known, now), now + minute);
      const wait = from + each - (now + minute);
      // No bucket is emptier than empty, whatever the clock did; fractions of a millisecond add up to less than one.
      if (known > from + 1) fullAt.set(subject, from);
      if (wait >= 0.5) return Math.round(wait);
      fullAt.delete(subject);
      fullAt.set(subject, from + each);
      forget(now);
      return 0;
    },
    giveBack(subject) {
      const at = fullAt.get(subject);
      if (at !== undefined) fullAt.set(subject, at - each);
    },
  };
}
