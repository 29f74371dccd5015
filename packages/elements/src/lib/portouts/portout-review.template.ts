import { type PortOut, type PortOutDetail, portOutGroup } from '@numberdesk/core/portouts';
import { type TemplateResult, html, nothing } from 'lit';
import { copyButton, heading, titleOf } from '../internal/detail-parts.template.ts';
import { answers } from './portout-answer.template.ts';
import { asked, facts, tally } from './portout-asked.template.ts';
import { clocks } from './portout-clocks.template.ts';
import type { DeadlineWords } from './portout-deadline.template.ts';
import { numbersOf } from './portout-numbers.template.ts';
import type { PortOutReviewView } from './portout-review-view.ts';
import { portOutStatusChip } from './portout-status.template.ts';
import { portOutTimeline } from './portout-timeline.template.ts';

/** One request, whole: until when, what is asked and what matches, the answers, and what happened. */
export function portOutReview(detail: PortOutDetail, view: PortOutReviewView): TemplateResult {
  const { texts, later } = view;
  const numbers = texts.say('portout.numbers', { count: detail.numbers.length });
  return html`${head(detail, view)} ${clocks(detail, view)} ${answers(detail, view)}
    ${later?.rejections(detail)} ${facts(detail, view)}
    <div class="body">
      <div class="main-side">
        <section>${heading(texts.say('portout.asked'), view)} ${asked(detail, view)}</section>
        <section>${numbersOf(detail, heading(numbers, view), view)}</section>
      </div>
      <div class="other-side">
        <section>${heading(texts.say('portout.history'), view)} ${portOutTimeline(detail, view)}</section>
        ${later?.notes(detail)}
      </div>
    </div>
    ${later?.tools()}`;
}

/** Several requests have the number that was searched for: each can be opened. */
export function severalHits(
  hits: readonly PortOut[],
  { texts, formats }: DeadlineWords,
  onOpen: (portout: PortOut) => void,
): TemplateResult {
  const shown = hits.slice(0, 20);
  return html`<div class="hits" part="empty" tabindex="-1">
    <p class="title">${texts.say('portout.several', { count: hits.length })}</p>
    <ul>
      ${shown.map(
        (portout) =>
          html`<li>
            <button class="button" @click=${() => onOpen(portout)}>
              <b><bdi>${portout.request}</bdi></b>
              <bdi>${portout.winningCarrier ?? texts.say('portout.carrier.unknown')}</bdi>
              <span class="sub">${formats.day(portout.receivedAt)}</span>
            </button>
            ${portOutStatusChip(portout.status, texts)}
          </li>`,
      )}
    </ul>
    ${hits.length > shown.length ? html`<p class="sub">${texts.say('more', { count: hits.length - shown.length })}</p>` : nothing}
  </div>`;
}

function head(detail: PortOutDetail, view: PortOutReviewView): TemplateResult {
  const { texts, formats } = view;
  const { request, winningCarrier, focDate, requestedFocDate, numbers } = detail;
  const label = texts.say('portout.copy.request', { request });
  const day = focDate ?? requestedFocDate;
  const isOver = portOutGroup(detail.status) === 'complete';
  const values = {
    count: numbers.length,
    carrier:
      winningCarrier === null ? texts.say('portout.carrier.unknown') : html`<bdi>${winningCarrier}</bdi>`,
    date: html`<b><bdi>${formats.dates(day, day)}</bdi></b>`,
  };
  return html`<div class="head" part="header">
    <div class="name">
      ${titleOf(texts.show('portout.title', { request: html`<bdi>${request}</bdi>` }), view)}
      ${copyButton(request, texts.say('portout.copy'), label, view)}
    </div>
    <div class="status ${view.isFresh ? 'fresh' : ''}">${portOutStatusChip(detail.status, texts)}</div>
    <p class="asks">${texts.show(isOver ? 'portout.asked-for' : 'portout.asks', values)}</p>
    <p class="tally sub">${tally(detail, view)}</p>
  </div>`;
}
