const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** How long after each failed attempt the next one is made, in milliseconds; some three days in all. */
export const webhookRetryDelays: readonly number[] = [
  5 * second,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
];

/** The longest that a receiver's `Retry-After` is heeded, in milliseconds. */
export const webhookMaxRetryAfter = hour;

/** An endpoint at which nothing has succeeded for so long is disabled, in milliseconds. */
export const webhookGivesUpAfter = 72 * hour;

/** What is known right after an attempt has failed. */
export interface FailedAttempt {
  /** Milliseconds since 1970. */
  now: number;
  /** From 0 up to 1: by how much of a fifth the wait is longer, so that not everything comes back at once. */
  random: number;
  /** What the receiver asked for, in milliseconds. */
  retryAfter?: number | null;
}

/** When an event is sent again after so many failed attempts; `null` when it was the last. */
export function webhookRetryAt(attempts: number, { now, random, retryAfter }: FailedAttempt): number | null {
  const delay = webhookRetryDelays[attempts - 1];
  if (delay === undefined) return null;
  return now + Math.max(Math.round(delay * (1 + random / 5)), heeded(retryAfter));
}

/**
 * Until when an endpoint is left alone altogether after so many failed attempts in a row, of whatever events: not at
 * all after the first, which may be due to that event, then from 5 seconds up to 5 minutes, or as it asked.
 */
export function webhookRestsUntil(failures: number, { now, random, retryAfter }: FailedAttempt): number {
  const delay = failures < 2 ? 0 : Math.min(5 * minute, 5 * second * 2 ** Math.min(failures - 2, 10));
  return now + Math.max(Math.round(delay * (1 + random / 5)), heeded(retryAfter));
}

/** Whether an endpoint has failed for so long that it is disabled; `failingSince` in milliseconds since 1970. */
export function isWebhookGivenUp(failingSince: number, now: number): boolean {
  return now - failingSince >= webhookGivesUpAfter;
}

function heeded(retryAfter: number | null | undefined): number {
  return Math.min(Math.max(retryAfter ?? 0, 0), webhookMaxRetryAfter);
}
