import { type TemplateResult, html, nothing } from 'lit';
import { icon } from '../internal/icons.ts';
import { orderNoticeWords } from '../internal/locales/en-order-notice.ts';
import { type MessageKey, bringEnglish } from '../internal/locales/en.ts';
import { requestNote } from '../internal/panels.ts';
import { problemWords } from '../internal/problems.ts';
import type { OrderFeedController } from './order-feed.controller.ts';
import { failureOf } from './order-showing.ts';
import type { OrderView } from './order-view.ts';

bringEnglish(orderNoticeWords);

/** How the list is followed. */
export interface FollowState {
  isOnline: boolean;
  /** Whether changes come in as they happen. */
  isLive: boolean;
  /** Why they do not any more, if so. */
  streamError: unknown;
  reload: () => void;
}

/** What of the list is no longer fresh, quietly: the list stays as it is. */
export function feedNotice(
  { loadedAt, value }: OrderFeedController,
  { isOnline, isLive, streamError, reload }: FollowState,
  view: OrderView,
) {
  if (!isOnline) return notice('notice.offline', null, { loadedAt, reload: null }, view);
  const reloadError = failureOf(value);
  const error = reloadError ?? streamError;
  if (error === null && isLive) return nothing;
  const words = reloadError ? 'notice.stale' : error ? 'notice.stopped' : 'notice.retrying';
  return notice(words, error, { loadedAt, reload }, view);
}

function notice(
  text: MessageKey,
  error: unknown,
  { loadedAt, reload }: { loadedAt: number; reload: (() => void) | null },
  { texts, formats }: OrderView,
): TemplateResult {
  const time = html`<bdi>${formats.moment(loadedAt)}</bdi>`;
  const words = error === null ? null : problemWords(error);
  return html`<div class="notice" part="notice">
    ${icon('alert')}
    <div>
      <p>${texts.show(text, { time })} ${words && texts.say(words.text, { count: words.count })}</p>
      ${words && requestNote(words.requestId, texts)}
    </div>
    ${reload && html`<button class="button" @click=${reload}>${texts.say('reload')}</button>`}
  </div>`;
}
