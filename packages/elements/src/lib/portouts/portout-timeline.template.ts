import type { PortOutDetail } from '@numberdesk/core/portouts';
import { type TemplateResult, html, nothing } from 'lit';
import { type HappeningLook, newestFirst, timeline } from '../internal/timeline.template.ts';
import { type PortOutHappening, happeningWord, whenAndWhose } from './portout-decision.template.ts';
import { portOutStatusLook } from './portout-status-look.ts';
import { portOutStatusWord } from './portout-status.template.ts';
import type { PortOutReviewView } from './portout-review-view.ts';

/** What happened to a request, the newest first (ACC-5). */
export function portOutTimeline({ history }: PortOutDetail, view: PortOutReviewView): TemplateResult {
  const sorted = newestFirst(history);
  return timeline(sorted, (event) => ({
    look: lookOf(event),
    mark: view.isFresh && event === sorted[0] ? 'fresh' : '',
    what: happeningWord(event, view.texts),
    more: moreOf(event, view),
  }));
}

function lookOf({ kind, to }: PortOutHappening): HappeningLook {
  if (kind === 'received') return { icon: 'document', tone: 'info' };
  return to === undefined ? { icon: 'question', tone: 'neutral' } : portOutStatusLook(to);
}

/** What it changed, how many numbers it was about, what was said, when it was and whose doing. */
function moreOf(event: PortOutHappening, view: PortOutReviewView): TemplateResult {
  const { texts } = view;
  const { from, to, note, numbers = [] } = event;
  const moved = from !== undefined && to !== undefined && from !== to;
  return html`${
      moved
        ? html`<p class="sub">
            ${texts.show('portout.moved', { from: portOutStatusWord(from, texts), to: portOutStatusWord(to, texts) })}
          </p>`
        : nothing
    }
    ${numbers.length > 0 ? html`<p class="sub">${texts.say('portout.numbers.count', { count: numbers.length })}</p>` : nothing}
    ${note ? html`<p class="said"><bdi>${note}</bdi></p>` : nothing}
    <p class="sub">${whenAndWhose(event, view)}</p>`;
}
