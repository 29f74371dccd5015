import { type TemplateResult, html, nothing } from 'lit';
import type { Formats } from './formats.ts';
import { icon } from './icons.ts';
import type { ListToolName } from './list-tools.controller.ts';
import type { Localizer } from './localize.ts';
import type { MessageKey } from './locales/en.ts';
import { requestNote } from './panels.ts';
import { problemWords } from './problems.ts';
import type { Resource } from './resource-controller.ts';
import type { ListedRow } from './row-list.ts';

/** The words of a reader. */
interface Words {
  texts: Localizer;
  formats: Formats;
}

/** Why a resource is not here or not fresh, `null` where nothing is wrong. */
export function failureIn(resource: Resource<unknown>): unknown {
  return resource.state === 'error' ? resource.error : null;
}

/** Room for rows that are not rendered; its height is set by whoever measures them. */
export function gapRow({ gap, index }: { gap: number; index: number }): ListedRow {
  const render = () =>
    html`<tbody class="gap" aria-hidden="true">
      <tr>
        <td data-gap=${gap}></td>
      </tr>
    </tbody>`;
  return { key: `gap ${index}`, kind: 'gap', shows: [gap], render };
}

/** The search of a list. */
export function searchField(
  { label, hint, value, about = nothing }: { label: string; hint: string; value: string; about?: unknown },
  onInput: (text: string) => void,
): TemplateResult {
  return html`<label class="search">
    ${icon('search')}
    <input
      type="search"
      maxlength="100"
      autocomplete="off"
      aria-label=${label}
      aria-describedby="search-about"
      placeholder=${hint}
      .value=${value}
      @input=${({ target }: Event) => onInput((target as HTMLInputElement).value)}
    />
    <span id="search-about" class="about sub">${about}</span>
  </label>`;
}

/** The ways to the filters, of which `count` are set, and to the export. */
export function toolButtons(
  { open, count, texts }: { open: ListToolName | null; count: number; texts: Localizer },
  onTool: (name: ListToolName) => void,
): TemplateResult {
  const tool = (name: ListToolName, content: unknown) =>
    html`<button
      class="button tool"
      aria-expanded=${open === name}
      aria-controls="panel"
      @click=${() => onTool(name)}
    >
      ${icon(name)}${content}
    </button>`;
  const filters = texts.say('list.filter');
  const counted = html`<span aria-hidden="true">${filters}</span><b aria-hidden="true">${count}</b
    ><span class="unseen">${texts.say('list.filter.set', { count })}</span>`;
  return html`${tool('filter', count > 0 ? counted : html`<span>${filters}</span>`)}
  ${tool('download', html`<span>${texts.say('list.export')}</span>`)}`;
}

/** How fresh a list is, and how to load it anew. */
interface Freshness {
  value: Resource<unknown>;
  loadedAt: number;
  isOnline: boolean;
  /** Whether changes come in as they happen. */
  isLive: boolean;
  /** Why they do not any more, if so. */
  streamError: unknown;
  reload: () => void;
}

/** What of a list is no longer fresh, quietly: the list stays as it is. */
export function freshnessNotice(
  { value, loadedAt, isOnline, isLive, streamError, reload }: Freshness,
  words: Words,
) {
  if (!isOnline) return notice('notice.offline', null, { loadedAt, reload: null }, words);
  const reloadError = failureIn(value);
  const error = reloadError ?? streamError;
  if (error === null && isLive) return nothing;
  const text = reloadError ? 'notice.stale' : error ? 'notice.stopped' : 'notice.retrying';
  return notice(text, error, { loadedAt, reload }, words);
}

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

/** How much is shown, and the way to more. */
export function moreItems(
  { shown, hasMore, more }: { shown: string; hasMore: boolean; more: Resource<null> | null },
  onMore: () => void,
  texts: Localizer,
): TemplateResult {
  const isLoading = more?.state === 'loading';
  const failed = more?.state === 'error' ? problemWords(more.error) : null;
  return html`<div class="more" part="more">
    ${
      failed &&
      html`<p class="failed">
          ${icon('alert')}<span
            >${texts.say('list.more.failed')} ${texts.say(failed.text, { count: failed.count })}</span
          >
        </p>
        ${requestNote(failed.requestId, texts)}`
    }
    ${
      hasMore
        ? html`<button class="button" aria-disabled=${isLoading} @click=${onMore}>
            ${texts.say(isLoading ? 'list.more.loading' : 'list.more')}
          </button>`
        : nothing
    }
    <p class="count sub" tabindex="-1">${shown}</p>
  </div>`;
}
