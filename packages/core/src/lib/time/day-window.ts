import { type Instant, type InstantLike, toInstant, toMillis } from './instant.ts';

const millisPerDay = 86_400_000;

/** The moment a window of `days` × 24 h ends; that very moment is outside the window (TIM-2). */
export function dayWindowEnd(changedAt: InstantLike, days: number): Instant {
  return toInstant(toMillis(changedAt) + days * millisPerDay);
}

/** Whether `now` is still inside the window of `days` × 24 h from `changedAt` (TIM-2). */
export function isInDayWindow(now: InstantLike, changedAt: InstantLike, days: number): boolean {
  return toMillis(now) < toMillis(dayWindowEnd(changedAt, days));
}
