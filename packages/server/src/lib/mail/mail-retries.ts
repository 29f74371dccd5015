const minute = 60_000;

/** How long after each failed attempt the next one is made, in milliseconds; after the last, as long again each time. */
export const mailRetryDelays: readonly number[] = [1, 2, 5, 10, 20, 40, 60].map((count) => count * minute);

/** For how long a mail is tried, in milliseconds: what tells of something older helps nobody. */
export const mailKeepsTrying = 7 * 24 * 60 * minute;

/** When a mail is tried again after so many failed attempts; `null` where that would be too late to help anybody. */
export function mailRetryAt(
  attempts: number,
  { now, random, expiresAt }: { now: number; random: number; expiresAt: number },
): number | null {
  const delay = mailRetryDelays[Math.min(attempts, mailRetryDelays.length) - 1] ?? minute;
  const at = now + Math.round(delay * (1 + random / 5));
  return at < expiresAt ? at : null;
}
