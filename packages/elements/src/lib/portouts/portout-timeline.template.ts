import type { PortOutDetail } from '@numberdesk/core/portouts';
import { type TemplateResult, html, nothing } from 'lit';
import { type IconName, icon } from '../internal/icons.ts';
import { rowList } from '../internal/row-list.ts';
import { type PortOutHappening, happeningWord, whenAndWho } from './portout-decision.template.ts';
import { portOutStatusLook } from './portout-status-look.ts';
import { portOutStatusWord } from './portout-status.template.ts';
import type { PortOutReviewView } from './portout-review-view.ts';

/** What happened to a request, the newest first (ACC-5). */
export function portOutTimeline({ history }: PortOutDetail, view: PortOutReviewView): TemplateResult {
  const sorted = history.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
  return html`<ol class="timeline" part="timeline">
    ${rowList(
      sorted.map((event, index) => ({
        key: event.id,
        render: () => eventItem(event, view.isFresh && index === 0, view),
      })),
    )}
  </ol>`;
}

function lookOf({ kind, to }: PortOutHappening): { icon: IconName; tone: string } {
  if (kind === 'received') return { icon: 'document', tone: 'info' };
  return to === undefined ? { icon: 'question', tone: 'neutral' } : portOutStatusLook(to);
}

function eventItem(event: PortOutHappening, isFresh: boolean, view: PortOutReviewView): TemplateResult {
  const { texts } = view;
  const { from, to, note, numbers = [] } = event;
  const { icon: picture, tone } = lookOf(event);
  const moved = from !== undefined && to !== undefined && from !== to;
  return html`<li class="event ${tone} ${isFresh ? 'fresh' : ''}" part="event">
    <span class="dot">${icon(picture)}</span>
    <p class="what">${happeningWord(event, texts)}</p>
    ${
      moved
        ? html`<p class="sub">
            ${texts.show('portout.moved', { from: portOutStatusWord(from, texts), to: portOutStatusWord(to, texts) })}
          </p>`
        : nothing
    }
    ${numbers.length > 0 ? html`<p class="sub">${texts.say('portout.numbers.count', { count: numbers.length })}</p>` : nothing}
    ${note ? html`<p class="said"><bdi>${note}</bdi></p>` : nothing}
    <p class="sub">${whenAndWho(event, view)}</p>
  </li>`;
}
