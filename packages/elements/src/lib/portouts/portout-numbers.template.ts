import type { PortOutDetail } from '@numberdesk/core/portouts';
import { type TemplateResult, html, nothing } from 'lit';
import { copyButton } from '../internal/detail-parts.template.ts';
import { portOutStatusLook } from './portout-status-look.ts';
import type { PortOutReviewView } from './portout-review-view.ts';

/** Numbers that are shown before somebody asks for more, and how many more at a time: a request may have thousands. */
export const numbersAtFirst = 12;
export const numbersAtATime = 200;

/** The numbers that are to leave, and what has become of each (POR-3, POR-6). */
export function numbersOf(
  { numbers }: PortOutDetail,
  heading: TemplateResult,
  view: PortOutReviewView,
): TemplateResult {
  const { texts, numbersShown, onMoreNumbers } = view;
  const rest = numbers.length - numbersShown;
  const all = texts.say('portout.copy.numbers');
  const text = numbers.map(({ tn }) => tn).join('\n');
  const gone = numbers.filter(({ status }) => status === 'ported-out').length;
  const more = Math.min(rest, numbersAtATime);
  return html`<div class="numbers-head">
      ${heading}
      ${gone > 0 ? html`<p class="sub">${texts.say('portout.numbers.gone', { gone, count: numbers.length })}</p>` : nothing}
      ${copyButton(text, all, all, view)}
    </div>
    <ul class="numbers" part="numbers" tabindex="-1">
      ${numbers.slice(0, numbersShown).map((number) => numberItem(number, view))}
    </ul>
    ${
      rest > 0
        ? html`<button class="button more-numbers" @click=${onMoreNumbers}>
            ${texts.say(more === rest ? 'portout.numbers.all' : 'portout.numbers.more', {
              count: more === rest ? numbers.length : more,
            })}
          </button>`
        : nothing
    }`;
}

function numberItem(
  { tn, status, portedOn }: PortOutDetail['numbers'][number],
  { texts, formats }: PortOutReviewView,
) {
  const date =
    portedOn && html`<time datetime=${portedOn}><bdi>${formats.dates(portedOn, portedOn)}</bdi></time>`;
  const word =
    status === 'ported-out' && date
      ? texts.show('portout.number.gone', { date })
      : (texts.term('portout.number', status) ?? html`<bdi>${status}</bdi>`);
  return html`<li>
    <bdi dir="ltr">${tn}</bdi>
    ${status === 'pending' ? nothing : html`<span class="tone ${portOutStatusLook(status).tone} sub">${word}</span>`}
  </li>`;
}
