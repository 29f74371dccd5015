import { type TemplateResult, html, nothing } from 'lit';
import type { Formats } from './formats.ts';
import { icon } from './icons.ts';
import type { Localizer } from './localize.ts';
import type { MessageKey } from './locales/en.ts';
import { requestNote } from './panels.ts';
import { problemWords } from './problems.ts';
import { type Resource, failureIn } from './resource-controller.ts';

/** The words of a reader. */
export interface FreshnessWords {
  texts: Localizer;
  formats: Formats;
}

/** How fresh what is shown is, and how to load it anew. */
export interface Freshness {
  value: Resource<unknown>;
  /** In milliseconds since 1970. */
  loadedAt: number;
  /** Whether changes come in as they happen. */
  isLive: boolean;
  /** Why they do not any more, if so. */
  streamError: unknown;
  reload: () => void;
}

/** What is said, by what is not as it should be; each is told `time`. */
export type FreshnessKeys = Readonly<Record<'offline' | 'stale' | 'stopped' | 'retrying', MessageKey>>;

/** What is no longer fresh, quietly: what is shown stays as it is. With `why`, what is wrong is said as well. */
export function freshness(
  keys: FreshnessKeys,
  { value, loadedAt, isLive, streamError, reload }: Freshness,
  isOnline: boolean,
  { texts, formats }: FreshnessWords,
  why?: (error: unknown) => unknown,
): TemplateResult | typeof nothing {
  const reloadError = failureIn(value);
  const error = isOnline ? (reloadError ?? streamError) : null;
  if (isOnline && error === null && isLive) return nothing;
  const told = !isOnline ? 'offline' : reloadError ? 'stale' : error ? 'stopped' : 'retrying';
  const time = html`<bdi>${formats.moment(loadedAt)}</bdi>`;
  return html`<div class="notice" part="notice">
    ${icon('alert')}
    <div>
      <p>${texts.show(keys[told], { time })}${why && error !== null ? [' ', why(error)] : nothing}</p>
      ${error === null ? nothing : requestNote(problemWords(error).requestId, texts)}
    </div>
    ${isOnline ? html`<button class="button" @click=${reload}>${texts.say('reload')}</button>` : nothing}
  </div>`;
}
