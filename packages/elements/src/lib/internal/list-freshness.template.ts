import { html } from 'lit';
import { type FreshnessKeys, type FreshnessWords, freshness } from './freshness.template.ts';
import { icon } from './icons.ts';
import type { Localizer } from './localize.ts';
import { listNoticeWords } from './locales/en-list-notice.ts';
import { type MessageKey, bringEnglish } from './locales/en.ts';
import { requestNote } from './panels.ts';
import { problemWords } from './problems.ts';
import type { Resource } from './resource-controller.ts';

bringEnglish(listNoticeWords);

const keys: FreshnessKeys = {
  offline: 'notice.offline',
  stale: 'notice.stale',
  stopped: 'notice.stopped',
  retrying: 'notice.retrying',
};

/** What of a list is no longer fresh, quietly: the list stays as it is. */
export type ListNotice = (
  value: Resource<unknown>,
  loadedAt: number,
  reload: () => void,
  words: FreshnessWords,
) => unknown;

/** Tells what is no longer fresh of a list that is followed, and why. */
export const listNotice =
  (
    follower: { readonly isLive: boolean; readonly streamError: unknown },
    online: { readonly isOnline: boolean },
  ): ListNotice =>
  (value, loadedAt, reload, words) => {
    const { isLive, streamError } = follower;
    const why = (error: unknown) => {
      const { text, count } = problemWords(error);
      return words.texts.say(text, { count });
    };
    return freshness(keys, { value, loadedAt, isLive, streamError, reload }, online.isOnline, words, why);
  };

/** Tells why the next page did not come. */
export const moreFailure = (failure: MessageKey, error: unknown) => (texts: Localizer) => {
  const { text, count, requestId } = problemWords(error);
  return html`<p class="failed">
      ${icon('alert')}<span>${texts.say(failure)} ${texts.say(text, { count })}</span>
    </p>
    ${requestNote(requestId, texts)}`;
};
