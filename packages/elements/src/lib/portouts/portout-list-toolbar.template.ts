import { type TemplateResult, html } from 'lit';
import { searchField, sortChoice, toolButtons } from '../internal/list-parts.template.ts';
import type { ListToolName } from '../internal/list-tools.controller.ts';
import type { Localizer } from '../internal/localize.ts';
import {
  type PortOutChoices,
  portOutFilterCount,
  portOutFilters,
  portOutSortWords,
} from './portout-list-state.ts';

/** What the toolbar needs to know and to tell. */
export interface PortOutToolbar {
  texts: Localizer;
  state: PortOutChoices;
  open: ListToolName | null;
  onState: (change: Partial<PortOutChoices>) => void;
  onTool: (name: ListToolName) => void;
}

/** Which requests, a search, the sort, the ways to the filters and the export. */
export function portOutToolbar({ texts, state, open, onState, onTool }: PortOutToolbar): TemplateResult {
  const search = {
    label: texts.say('portouts.search'),
    hint: texts.say('portouts.search.hint'),
    value: state.q,
  };
  const filters = portOutFilters.map(
    (filter) =>
      html`<button aria-pressed=${state.filter === filter} @click=${() => onState({ filter })}>
        ${texts.say(`portouts.filter.${filter}`)}
      </button>`,
  );
  const sorts = { sorts: portOutSortWords, chosen: state.sort, texts };
  return html`<div class="toolbar" part="toolbar">
    <div class="switch" role="group" aria-label=${texts.say('portouts.filter')}>${filters}</div>
    ${searchField(search, (q) => onState({ q }))} ${sortChoice(sorts, (sort) => onState({ sort }))}
    ${toolButtons({ open, count: portOutFilterCount(state), texts }, onTool)}
  </div>`;
}

/** The two views of the widget. */
export function portOutViews(
  { view }: PortOutChoices,
  onState: (change: Partial<PortOutChoices>) => void,
  texts: Localizer,
): TemplateResult {
  return html`<div class="views" role="group" aria-label=${texts.say('portouts.view')}>
    ${(['requests', 'charges'] as const).map(
      (name) =>
        html`<button aria-pressed=${view === name} @click=${() => onState({ view: name })}>
          ${texts.say(`portouts.view.${name}`)}
        </button>`,
    )}
  </div>`;
}
