import { type TemplateResult, html } from 'lit';
import { icon } from '../internal/icons.ts';
import type { Localizer } from '../internal/localize.ts';
import { type ListState, filterCount, sortWords } from './order-list-state.ts';
import type { ToolName } from './order-tool.ts';

/** What the toolbar needs to know and to tell. */
export interface ToolbarView {
  texts: Localizer;
  state: ListState;
  open: ToolName | null;
  onState: (change: Partial<ListState>) => void;
  onTool: (name: ToolName) => void;
}

const valueOf = ({ target }: Event) => (target as HTMLInputElement | HTMLSelectElement).value;

/** Which orders to see, a search, the sort, and the ways to the filters and the export. */
export function toolbar({ texts, state, open, onState, onTool }: ToolbarView): TemplateResult {
  const count = filterCount(state);
  const views = (['active', 'history'] as const).map(
    (view) =>
      html`<button aria-pressed=${state.view === view} @click=${() => onState({ view })}>
        ${texts.say(`orders.view.${view}`)}
      </button>`,
  );
  const sorts = Object.entries(sortWords).map(
    ([sort, word]) =>
      html`<option value=${sort} .selected=${state.sort === sort}>${texts.say(word)}</option>`,
  );
  const tool = (name: ToolName, content: unknown) =>
    html`<button
      class="button tool"
      aria-expanded=${open === name}
      aria-controls="panel"
      @click=${() => onTool(name)}
    >
      ${icon(name)}${content}
    </button>`;
  const filters = texts.say('orders.filter');
  const counted = html`<span aria-hidden="true">${filters}</span><b aria-hidden="true">${count}</b
    ><span class="unseen">${texts.say('orders.filter.set', { count })}</span>`;
  return html`<div class="toolbar" part="toolbar">
    <div class="switch" role="group" aria-label=${texts.say('orders.view')}>${views}</div>
    <label class="search">
      ${icon('search')}
      <input
        type="search"
        maxlength="100"
        autocomplete="off"
        aria-label=${texts.say('orders.search')}
        placeholder=${texts.say('orders.search.hint')}
        .value=${state.q}
        @input=${(event: Event) => onState({ q: valueOf(event) })}
      />
    </label>
    <select
      class="button"
      aria-label=${texts.say('orders.sort')}
      @change=${(event: Event) => onState({ sort: valueOf(event) as ListState['sort'] })}
    >
      ${sorts}
    </select>
    ${tool('filter', count > 0 ? counted : html`<span>${filters}</span>`)}
    ${tool('download', html`<span>${texts.say('orders.export')}</span>`)}
  </div>`;
}
