import {
  type PortOutDeadline,
  type PortOutDetail,
  portOutDeadlines,
  silentFocDate,
} from '@numberdesk/core/portouts';
import { type TemplateResult, html, nothing } from 'lit';
import { icon } from '../internal/icons.ts';
import {
  type DeadlineUrgency,
  deadlineText,
  deadlineUrgency,
  timeLeft,
} from './portout-deadline.template.ts';
import type { PortOutReviewView } from './portout-review-view.ts';

/** Statuses in which no clock runs, for which there is something to say in its place. */
const still: readonly string[] = ['rejection-in-review'];

const pictures = { passed: 'alert', soon: 'clock', ahead: 'clock' } as const satisfies Record<
  DeadlineUrgency,
  string
>;

/**
 * The time that is left to the earliest deadline and what happens when nobody does anything, and each clock with its
 * moment. It is no live region: it would speak every minute (POR-9).
 */
export function clocks(detail: PortOutDetail, view: PortOutReviewView): TemplateResult | typeof nothing {
  const { texts, now, later } = view;
  const deadlines = portOutDeadlines(detail, now);
  const [first] = deadlines;
  if (!first) return stillness(detail, view);
  const next = deadlines.find(({ isPassed }) => !isPassed);
  const urgency = deadlineUrgency(first, now);
  return html`<div class="clock ${urgency}" part="clock">
    <div class="time">
      ${icon(pictures[urgency])}
      <div>
        <p class="big">${deadlineText(first, view)}</p>
        <p>${consequence(first, next, detail, view)}</p>
      </div>
    </div>
    <div class="moments">
      <dl>${deadlines.map((deadline) => moment(deadline, view))}</dl>
      <p class="sub">
        <span>${texts.show('portout.zone', { zone: html`<bdi>${zoneName(texts.locale, view)}</bdi>` })}</span>
        ${later?.calendar()}
      </p>
    </div>
  </div>`;
}

function stillness({ status }: PortOutDetail, { texts }: PortOutReviewView) {
  if (!still.includes(status)) return nothing;
  return html`<div class="clock" part="clock">
    <div class="time">
      ${icon('search')}
      <p>${texts.say('portout.still')}</p>
    </div>
  </div>`;
}

/** What happens if nothing is done: of a deadline that has passed, also what the next one brings. */
function consequence(
  first: PortOutDeadline,
  next: PortOutDeadline | undefined,
  detail: PortOutDetail,
  { texts, formats, now, timeZone }: PortOutReviewView,
): unknown {
  const date = silentFocDate(detail, detail.timeZone ?? timeZone);
  const values = { date: html`<bdi>${formats.dates(date, date)}</bdi>` };
  if (!first.isPassed) return texts.show(`portout.if.${first.outcome}`, values);
  const still = texts.say(`portout.since.${first.outcome}`);
  if (!next) return still;
  const left = html`<b>${timeLeft(Date.parse(next.at) - now, texts)}.</b>`;
  return html`${still} ${left} ${texts.show(`portout.if.${next.outcome}`, values)}`;
}

function moment(
  { clock, at, isPassed }: PortOutDeadline,
  { texts, formats }: PortOutReviewView,
): TemplateResult {
  return html`<div>
    <dt>${texts.say(`portout.clock.${clock}`)}</dt>
    <dd>
      <time datetime=${at}><bdi>${formats.moment(at)}</bdi></time>
      ${isPassed ? html`<span class="over">${texts.say('portout.clock.passed')}</span>` : nothing}
    </dd>
  </div>`;
}

const zones = new Map<string, string>();

/** What a reader calls the zone that times are in, at this time of the year; making an Intl format is slow. */
function zoneName(locale: string, { timeZone, now }: PortOutReviewView): string {
  const key = `${locale} ${timeZone} ${new Date(now).toDateString()}`;
  const known = zones.get(key);
  if (known !== undefined) return known;
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'long' }).formatToParts(now);
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
  zones.set(key, name);
  return name;
}
