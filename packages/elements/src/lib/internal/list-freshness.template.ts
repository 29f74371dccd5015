import { type TemplateResult, html, nothing } from 'lit';
import type { Formats } from './formats.ts';
import { icon } from './icons.ts';
import type { Localizer } from './localize.ts';
import { listNoticeWords } from './locales/en-list-notice.ts';
import { type MessageKey, bringEnglish } from './locales/en.ts';
import { requestNote } from './panels.ts';
import { problemWords } from './problems.ts';
import { type Resource, failureIn } from './resource-controller.ts';

bringEnglish(listNoticeWords);

/** The words of a reader. */
interface Words {
  texts: Localizer;
  formats: Formats;
}

/** What of a list is no longer fresh, quietly: the list stays as it is. */
export type ListNotice = (
  value: Resource<unknown>,
  loadedAt: number,
  reload: () => void,
  words: Words,
) => unknown;

/** Tells what is no longer fresh of a list that is followed. */
export const listNotice =
  (
    follower: { readonly isLive: boolean; readonly streamError: unknown },
    online: { readonly isOnline: boolean },
  ): ListNotice =>
  (value, loadedAt, reload, words) => {
    if (!online.isOnline) return notice('notice.offline', null, { loadedAt, reload: null }, words);
    const reloadError = failureIn(value);
    const error = reloadError ?? follower.streamError;
    if (error === null && follower.isLive) return nothing;
    const text = reloadError ? 'notice.stale' : error ? 'notice.stopped' : 'notice.retrying';
    return notice(text, error, { loadedAt, reload }, words);
  };

function notice(
  text: MessageKey,
  error: unknown,
  { loadedAt, reload }: { loadedAt: number; reload: (() => void) | null },
  { texts, formats }: Words,
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

/** Tells why the next page did not come. */
export const moreFailure = (failure: MessageKey, error: unknown) => (texts: Localizer) => {
  const { text, count, requestId } = problemWords(error);
  return html`<p class="failed">
      ${icon('alert')}<span>${texts.say(failure)} ${texts.say(text, { count })}</span>
    </p>
    ${requestNote(requestId, texts)}`;
};
