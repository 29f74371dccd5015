import { type TemplateResult, html } from 'lit';
import { searchField, sortChoice, toolButtons } from '../internal/list-parts.template.ts';
import type { ListToolName } from '../internal/list-tools.controller.ts';
import type { Localizer } from '../internal/localize.ts';
import { type ListState, filterCount, sortWords } from './order-list-state.ts';

/** What the toolbar needs to know and to tell. */
export interface OrderToolbar {
  texts: Localizer;
  state: ListState;
  open: ListToolName | null;
  onState: (change: Partial<ListState>) => void;
  onTool: (name: ListToolName) => void;
}

/** Which orders to see, a search, the sort, and the ways to the filters and the export. */
export function orderToolbar({ texts, state, open, onState, onTool }: OrderToolbar): TemplateResult {
  const views = (['active', 'history'] as const).map(
    (view) =>
      html`<button aria-pressed=${state.view === view} @click=${() => onState({ view })}>
        ${texts.say(`orders.view.${view}`)}
      </button>`,
  );
  const search = {
    label: texts.say('orders.search'),
    hint: texts.say('orders.search.hint'),
    value: state.q,
  };
  return html`<div class="toolbar" part="toolbar">
    <div class="switch" role="group" aria-label=${texts.say('orders.view')}>${views}</div>
    ${searchField(search, (q) => onState({ q }))}
    ${sortChoice({ sorts: sortWords, chosen: state.sort, texts }, (sort) => onState({ sort }))}
    ${toolButtons({ open, count: filterCount(state), texts }, onTool)}
  </div>`;
}
