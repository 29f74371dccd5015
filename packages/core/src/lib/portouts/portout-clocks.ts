import { type BusinessCalendar, businessDayAfter, isBusinessDay } from '../time/business-days.ts';
import { type CalendarDate, addDays, calendarDateAt, dayStart } from '../time/calendar-date.ts';
import { type Instant, type InstantLike, toInstant, toMillis } from '../time/instant.ts';
import { fromWallTime, toWallTime } from '../time/zoned-time.ts';
import { afterBusinessHours, clockTimeOn } from './business-hours.ts';
import { type PortOutPolicy, defaultPortOutPolicy } from '../access/portout-policy.ts';

/** What of a request its clocks count by (POR-9). */
export interface ClockedPortOut {
  receivedAt: InstantLike;
  /** When it was sent back to Pending, if it was: its clocks count from then. */
  sentBackAt?: InstantLike | null | undefined;
  /** `simple`; anything else, or nothing, is a port that is not simple. */
  portType?: string | null | undefined;
  /** The request's own time zone; the calendar's where it names none. */
  timeZone?: string | null | undefined;
  /** The date that the winning side asks for. */
  requestedFocDate?: CalendarDate | null | undefined;
}

const millisPerHour = 3_600_000;

const startOf = ({ sentBackAt, receivedAt }: ClockedPortOut) => sentBackAt ?? receivedAt;
const isSimple = ({ portType }: ClockedPortOut) => portType === 'simple';

function zoned(portout: ClockedPortOut, calendar: BusinessCalendar): BusinessCalendar {
  return { ...calendar, timeZone: portout.timeZone ?? calendar.timeZone };
}

/**
 * When a request is to be answered: a simple port within four business hours, any other within 24 hours of business
 * days, unless the policy says otherwise (POR-9). `calendar` has the losing provider's holidays and the account's zone.
 */
export function answerDueAt(
  portout: ClockedPortOut,
  calendar: BusinessCalendar,
  policy: Partial<PortOutPolicy> = {},
): Instant {
  const { businessHours, simpleAnswerHours, answerHours } = { ...defaultPortOutPolicy, ...policy };
  return isSimple(portout)
    ? afterBusinessHours(startOf(portout), simpleAnswerHours, zoned(portout, calendar), businessHours)
    : afterBusinessHours(startOf(portout), answerHours, zoned(portout, calendar));
}

/**
 * When a port is to be done: at the same time of day, one business day later for a simple port and four for any other,
 * unless the policy says otherwise. What comes outside business hours counts from the next opening, and so does a
 * simple port that comes after 13:00. A later date that is asked for counts in its place (POR-9, 47 CFR 52.35).
 */
export function portDueAt(
  portout: ClockedPortOut,
  calendar: BusinessCalendar,
  policy: Partial<PortOutPolicy> = {},
): Instant {
  const { businessHours, ...rest } = { ...defaultPortOutPolicy, ...policy };
  const own = zoned(portout, calendar);
  const { timeZone } = own;
  const last = isSimple(portout) ? rest.simplePortCutoff : businessHours.closes;
  const came = toMillis(startOf(portout));
  let date = calendarDateAt(came, timeZone);
  if (!isBusinessDay(date, own) || came > toMillis(clockTimeOn(date, last, timeZone))) {
    date = businessDayAfter(date, 1, own);
  }
  const at = Math.max(came, toMillis(clockTimeOn(date, businessHours.opens, timeZone)));
  const due = businessDayAfter(date, isSimple(portout) ? rest.simplePortDays : rest.portDays, own);
  const [year = 0, month = 0, day = 0] = due.split('-').map(Number);
  const regular = fromWallTime({ ...toWallTime(at, timeZone), year, month, day }, timeZone);
  return portDueBy(regular, portout.requestedFocDate, timeZone);
}

/**
 * When a port is due once a date is asked for or agreed to: a day after the one on which it would be due gives it until
 * the end of that day, in the request's time zone; an earlier one changes nothing (POR-9, TIM-4, 47 CFR 52.35).
 */
export function portDueBy(
  due: InstantLike,
  date: CalendarDate | null | undefined,
  timeZone: string,
): Instant {
  // What is due as a day begins is due by the end of the day before.
  const isLater = date != null && date > calendarDateAt(toMillis(due) - 1, timeZone);
  return isLater ? dayStart(addDays(date, 1), timeZone) : toInstant(due);
}

/**
 * When a port is due that goes on because its rejection was found invalid at `judgedAt`: when it was before. Where the
 * review has outlasted that, it is counted anew from the verdict, as for a request that is sent back, for nobody could
 * port while the provider looked at it, and a port is not late as it begins (POR-5, POR-9).
 */
export function portDueAfterReview(
  { portDueAt: due, ...portout }: ClockedPortOut & { portDueAt: InstantLike | null },
  judgedAt: InstantLike,
  calendar: BusinessCalendar,
  policy: Partial<PortOutPolicy> = {},
): Instant | null {
  if (due === null) return null;
  if (toMillis(due) > toMillis(judgedAt)) return toInstant(due);
  return portDueAt({ ...portout, sentBackAt: judgedAt }, calendar, policy);
}

/**
 * When a request that nobody has answered is authorized by silence, in clock hours; `null` where silence authorizes
 * nothing (POR-9).
 */
export function silenceAt(portout: ClockedPortOut, policy: Partial<PortOutPolicy> = {}): Instant | null {
  const { silenceHours } = { ...defaultPortOutPolicy, ...policy };
  return silenceHours === null ? null : toInstant(toMillis(startOf(portout)) + silenceHours * millisPerHour);
}
