import { type DuePortOut, type PortOutDeadline, portOutDeadlines } from '@numberdesk/core/portouts';
import { type TemplateResult, html, nothing } from 'lit';
import { apart } from '../internal/apart.ts';
import type { Formats } from '../internal/formats.ts';
import { icon } from '../internal/icons.ts';
import type { Localizer } from '../internal/localize.ts';

/** What it takes to put a deadline into words. */
export interface DeadlineWords {
  texts: Localizer;
  formats: Formats;
  /** Milliseconds since 1970. */
  now: number;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How far a deadline is: its time is over, it is in its last hour, or it can wait. */
export type DeadlineUrgency = 'passed' | 'soon' | 'ahead';

/** How far a deadline is at `now`. */
export function deadlineUrgency({ at, isPassed }: PortOutDeadline, now: number): DeadlineUrgency {
  if (isPassed) return 'passed';
  return Date.parse(at) - now < hour ? 'soon' : 'ahead';
}

/** The time that is left, in whole minutes: "3 h 20 min left"; of more than a day, in hours (POR-9). */
export function timeLeft(millis: number, texts: Localizer): string {
  const days = Math.floor(millis / day);
  const hours = Math.floor((millis % day) / hour);
  const minutes = Math.floor((millis % hour) / minute);
  const largest = days > 0 ? 'days' : hours > 0 ? 'hours' : minutes > 0 ? 'minutes' : 'moments';
  return texts.say(`portouts.left.${largest}`, { days, hours, minutes });
}

/** The time that is left until a deadline, or since when it has passed, and what that means (POR-9). */
export function deadlineText(deadline: PortOutDeadline, { texts, formats, now }: DeadlineWords): string {
  const { at, isPassed, outcome } = deadline;
  if (!isPassed) return timeLeft(Date.parse(at) - now, texts);
  return texts.say(`portouts.passed.${outcome}`, { time: apart(formats.moment(at), texts) });
}

/** What happens when a deadline comes and nothing has been done (POR-9). */
export function deadlineOutcome({ outcome }: PortOutDeadline, texts: Localizer): string {
  return texts.say(`portouts.then.${outcome}`);
}

/**
 * The earliest deadline of a request and what happens then; of one that has passed, the next one that has not with what
 * that brings. Nothing where none runs (POR-9).
 */
export function portOutDeadline(portout: DuePortOut, words: DeadlineWords): TemplateResult | typeof nothing {
  const { texts, now } = words;
  const deadlines = portOutDeadlines(portout, now);
  const [first] = deadlines;
  if (!first) return nothing;
  const next = deadlines.find(({ isPassed }) => !isPassed);
  const urgency = deadlineUrgency(first, now);
  const left =
    next && first.isPassed ? timeLeft(Date.parse(next.at) - now, texts) + texts.say('separator') : '';
  return html`<span class="deadline ${urgency}"
    ><b class="left"
      >${urgency === 'ahead' ? nothing : icon(urgency === 'soon' ? 'clock' : 'alert')}${deadlineText(first, words)}</b
    >
    ${next ? html`<span class="sub">${left}${deadlineOutcome(next, texts)}</span>` : nothing}</span
  >`;
}
