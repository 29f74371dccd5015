import type { PortOutPolicy } from '../access/portout-policy.ts';
import type { BusinessCalendar } from '../time/business-days.ts';
import { type CalendarDate, calendarDateAt } from '../time/calendar-date.ts';
import { type Instant, type InstantLike, toInstant, toMillis } from '../time/instant.ts';
import { type ClockedPortOut, answerDueAt, portDueAt, silenceAt } from './portout-clocks.ts';
import { portOutStatusAt } from './portout-deadlines.ts';
import { portOutGroup } from './portout-status.ts';
import type { PortOut } from './portout.schema.ts';

/** What is written down of a request; what is shown of it follows from this and the moment. */
export interface PortOutFacts extends PortOutClocks {
  id: string;
  request: string;
  account: string;
  status: string;
  receivedAt: Instant;
  portType: string;
  requestedFocDate: CalendarDate;
  focDate: CalendarDate | null;
  winningCarrier: string | null;
  quantity: number;
  version: number;
}

/** The moments that a request was given when it came, or when it was sent back to Pending (POR-9). */
export interface PortOutClocks {
  answerDueAt: Instant | null;
  portDueAt: Instant | null;
  silenceAt: Instant | null;
}

/**
 * The clocks of a request that is to be answered. They are written down then, so that a policy or a holiday that changes
 * later moves nothing; `silenceHours` are the request's own where its carrier has some (POR-9).
 */
export function portOutClocks(
  portout: ClockedPortOut & { silenceHours?: number | null | undefined },
  calendar: BusinessCalendar,
  policy: Partial<PortOutPolicy> = {},
): PortOutClocks {
  const { silenceHours } = portout;
  const own = silenceHours === undefined ? policy : { ...policy, silenceHours };
  return {
    answerDueAt: answerDueAt(portout, calendar, policy),
    portDueAt: portDueAt(portout, calendar, policy),
    silenceAt: silenceAt(portout, own),
  };
}

/**
 * A request as it is shown at `now`. From the moment that silence authorizes it, it is shown so, for the date that was
 * asked for or, where that has passed by then, for the day of that moment, and in the version that it gets when somebody
 * writes that down. Silence gives nobody more time: the port is due when it was. A clock that no longer runs is not shown.
 * `timeZone` is the request's own, else its account's (POR-2, POR-4, POR-9).
 */
export function portOutBody(facts: PortOutFacts, now: InstantLike, timeZone: string): PortOut {
  const status = portOutStatusAt(facts, now);
  const isSilent = status !== facts.status;
  const isPending = status === 'pending';
  return {
    ...facts,
    status,
    focDate: isSilent ? silentFocDate(facts, timeZone) : facts.focDate,
    answerDueAt: isPending ? facts.answerDueAt : null,
    portDueAt: portOutGroup(status) === 'incomplete' ? facts.portDueAt : null,
    silenceAt: isPending ? facts.silenceAt : null,
    version: isSilent ? facts.version + 1 : facts.version,
  };
}

/** When the time to answer in ends: the answer is due, or silence is faster; `null` where neither is known (POR-9). */
export function answerEndsAt({
  answerDueAt: due,
  silenceAt,
}: Pick<PortOutClocks, 'answerDueAt' | 'silenceAt'>): Instant | null {
  if (due === null || silenceAt === null) return due ?? silenceAt;
  return toMillis(silenceAt) < toMillis(due) ? silenceAt : due;
}

/** Why numbers cannot leave on a date; `null` means that they can: today or later, by the account's calendar (POR-4). */
export function focDateProblem(
  focDate: CalendarDate,
  now: InstantLike,
  timeZone: string,
): { code: 'date-in-past'; today: CalendarDate } | null {
  const today = calendarDateAt(now, timeZone);
  return focDate < today ? { code: 'date-in-past', today } : null;
}

/**
 * The date that holds where nobody has named one: the requested, but where an invalid rejection or silence has taken up the
 * time until then, today, by the calendar of the request (POR-4, POR-5, POR-9).
 */
export function fallbackFocDate(
  requestedFocDate: CalendarDate,
  now: InstantLike,
  timeZone: string,
): CalendarDate {
  return focDateProblem(requestedFocDate, now, timeZone)?.today ?? requestedFocDate;
}

/** The date that silence agrees to, if nobody answers; where silence authorizes nothing, the requested one (POR-9). */
export function silentFocDate(
  { requestedFocDate, silenceAt: at }: Pick<PortOutFacts, 'requestedFocDate' | 'silenceAt'>,
  timeZone: string,
): CalendarDate {
  return at === null ? requestedFocDate : fallbackFocDate(requestedFocDate, at, timeZone);
}

/**
 * When to remind of a request that nobody has answered, by the policy: after half of its time and an hour before its end,
 * as long as that lies after its beginning (POR-9).
 */
export function reminderTimes(
  { from, answerDueAt: due }: { from: InstantLike; answerDueAt: InstantLike | null },
  reminders: PortOutPolicy['reminders'],
): { kind: PortOutPolicy['reminders'][number]; at: Instant }[] {
  if (due === null) return [];
  const [start, end] = [toMillis(from), toMillis(due)];
  const moments = { 'half-time': (start + end) / 2, 'last-hour': end - 3_600_000 };
  return reminders
    .map((kind) => ({ kind, at: moments[kind] }))
    .filter(({ at }) => at > start)
    .sort((a, b) => a.at - b.at)
    .map(({ kind, at }) => ({ kind, at: toInstant(Math.round(at)) }));
}
