import { type InstantLike, toMillis } from './instant.ts';

/** What a wall clock and a calendar show in one time zone; `month` counts from 1. */
export interface WallTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making an Intl format is slow, reading one is not: one is kept for each zone. */
function formatFor(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'iso8601',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formats.set(timeZone, format);
  }
  return format;
}

/** What the wall clock of a time zone shows at a moment. @throws RangeError for an unknown time zone. */
export function toWallTime(moment: InstantLike, timeZone: string): WallTime {
  const millis = toMillis(moment);
  const part: Record<string, number> = {};
  for (const { type, value } of formatFor(timeZone).formatToParts(millis)) part[type] = Number(value);
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = part;
  return { year, month, day, hour, minute, second, millisecond: ((millis % 1000) + 1000) % 1000 };
}

function asIfUtc(wall: WallTime): number {
  return Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second, wall.millisecond);
}

/**
 * The moment at which the wall clock of a time zone shows `wall`, in milliseconds since 1970. Where the clocks
 * jump forward over it, the later reading counts; where they show it twice, the earlier moment (TIM-3).
 */
export function fromWallTime(wall: WallTime, timeZone: string): number {
  const utc = asIfUtc(wall);
  const offsetAt = (millis: number) => asIfUtc(toWallTime(millis, timeZone)) - millis;
  // A day before and a day after lie on either side of any change of the clocks near `wall`.
  const before = offsetAt(utc - 86_400_000);
  const after = offsetAt(utc + 86_400_000);
  const earlier = utc - Math.max(before, after);
  const later = utc - Math.min(before, after);
  if (offsetAt(earlier) === utc - earlier) return earlier;
  if (offsetAt(later) === utc - later) return later;
  return utc - before; // in the gap: go on with the offset that held before it
}
