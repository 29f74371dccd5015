import { type TemplateResult, html, nothing } from 'lit';
import { icon } from './icons.ts';
import type { ListToolName } from './list-tools.controller.ts';
import type { Localizer } from './localize.ts';
import type { MessageKey } from './locales/en.ts';
import type { NextPage } from './list-page.ts';
import type { ListedRow } from './row-list.ts';
import type { GapPiece } from './row-pieces.ts';

/** Room for rows that are not rendered; its height is set by whoever measures them. */
export function gapRow({ gap, index, place }: GapPiece): ListedRow {
  const render = () => html`<tbody aria-hidden="true" data-gap=${gap}></tbody>`;
  return { key: `gap ${index}`, kind: 'gap', shows: [gap], place, render };
}

/** The search of a list, with something to say `about` it where that is given. */
export function searchField(
  { label, hint, value, about }: { label: string; hint: string; value: string; about?: unknown },
  onInput: (text: string) => void,
): TemplateResult {
  return html`<label class="search">
    ${icon('search')}
    <input
      type="search"
      maxlength="100"
      autocomplete="off"
      aria-label=${label}
      aria-describedby=${about ? 'search-about' : nothing}
      placeholder=${hint}
      .value=${value}
      @input=${({ target }: Event) => onInput((target as HTMLInputElement).value)}
    />
    ${about && html`<span id="search-about" class="about sub">${about}</span>`}
  </label>`;
}

/** The sorts of a list, with the words for each. */
export function sortChoice<Sort extends string>(
  { sorts, chosen, texts }: { sorts: Readonly<Record<Sort, MessageKey>>; chosen: Sort; texts: Localizer },
  onSort: (sort: Sort) => void,
): TemplateResult {
  const options = Object.entries<MessageKey>(sorts).map(
    ([sort, word]) => html`<option value=${sort} .selected=${sort === chosen}>${texts.say(word)}</option>`,
  );
  return html`<select
    class="button"
    aria-label=${texts.say('list.sort')}
    @change=${({ target }: Event) => onSort((target as HTMLSelectElement).value as Sort)}
  >
    ${options}
  </select>`;
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

/** How far a list has been loaded. */
interface ListEnd {
  /** How much is shown, in words. */
  shown: string;
  hasMore: boolean;
  /** How the next page is coming along. */
  more: NextPage | null;
}

/** How much is shown, and the way to more. */
export function moreItems(
  { shown, hasMore, more }: ListEnd,
  onMore: () => void,
  texts: Localizer,
): TemplateResult {
  const isLoading = more?.state === 'loading';
  return html`<div class="more" part="more">
    ${more?.state === 'error' ? more.tell(texts) : nothing}
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
