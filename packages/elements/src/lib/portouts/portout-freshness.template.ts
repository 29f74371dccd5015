import { type TemplateResult, html, nothing } from 'lit';
import { icon } from '../internal/icons.ts';
import type { MessageKey } from '../internal/locales/en.ts';
import { requestNote } from '../internal/panels.ts';
import { problemWords } from '../internal/problems.ts';
import type { Resource } from '../internal/resource-controller.ts';
import type { DeadlineWords } from './portout-deadline.template.ts';

/** How fresh what is shown is, and how to load it anew. */
interface Freshness {
  value: Resource<unknown>;
  loadedAt: number;
  /** Whether changes come in as they happen. */
  isLive: boolean;
  /** Why they do not any more, if so. */
  streamError: unknown;
  reload: () => void;
}

/** What is no longer fresh, quietly: the request stays as it is. */
export function freshness(
  { value, loadedAt, isLive, streamError, reload }: Freshness,
  isOnline: boolean,
  words: DeadlineWords,
): TemplateResult | typeof nothing {
  if (!isOnline) return stale('portout.offline', null, { loadedAt, reload: null }, words);
  const reloadError = value.state === 'error' ? value.error : null;
  const error = reloadError ?? streamError;
  if (error === null && isLive) return nothing;
  const text = reloadError ? 'portout.stale' : error ? 'portout.stopped' : 'portout.retrying';
  return stale(text, error, { loadedAt, reload }, words);
}

function stale(
  text: MessageKey,
  error: unknown,
  { loadedAt, reload }: { loadedAt: number; reload: (() => void) | null },
  { texts, formats }: DeadlineWords,
): TemplateResult {
  const time = html`<bdi>${formats.moment(loadedAt)}</bdi>`;
  return html`<div class="notice" part="notice">
    ${icon('alert')}
    <div>
      <p>${texts.show(text, { time })}</p>
      ${error === null ? nothing : requestNote(problemWords(error).requestId, texts)}
    </div>
    ${reload && html`<button class="button" @click=${reload}>${texts.say('reload')}</button>`}
  </div>`;
}
