import { type AccessProblem } from '@numberdesk/core/access';
import { type TemplateResult, html, nothing } from 'lit';
import { icon } from '../internal/icons.ts';
import { searchField, sortChoice, toolButtons } from '../internal/list-parts.template.ts';
import type { ListToolName } from '../internal/list-tools.controller.ts';
import type { Localizer } from '../internal/localize.ts';
import {
  type NumberChoices,
  isShortSearch,
  numberFilterCount,
  numberSortWords,
} from './number-list-state.ts';

/** What the toolbar needs to know and to tell. */
export interface NumberToolbar {
  texts: Localizer;
  state: NumberChoices;
  open: ListToolName | null;
  /** The way to the importer, where there is one. */
  add: unknown;
  onState: (change: Partial<NumberChoices>) => void;
  onTool: (name: ListToolName) => void;
}

/** A search, the sort, the ways to the filters, the export and the importer. */
export function numberToolbar({ texts, state, open, add, onState, onTool }: NumberToolbar): TemplateResult {
  const sorts = { sorts: numberSortWords, chosen: state.sort, texts };
  const search = {
    label: texts.say('numbers.search'),
    hint: texts.say('numbers.search.hint'),
    value: state.q,
    about: isShortSearch(state) ? texts.say('numbers.search.short') : nothing,
  };
  return html`<div class="toolbar" part="toolbar">
    ${searchField(search, (q) => onState({ q }))} ${sortChoice(sorts, (sort) => onState({ sort }))}
    ${toolButtons({ open, count: numberFilterCount(state), texts }, onTool)} ${add}
  </div>`;
}

/** Where the ways to change numbers would stand: which permission they take and who can grant it (ACC-4). */
export function changeForbidden({ permission, grantedBy }: AccessProblem, texts: Localizer): TemplateResult {
  const name = texts.term('permission', permission);
  const code = html`<bdi class="code">${permission}</bdi>`;
  return html`<p class="forbidden sub">
    ${icon('lock')}<span
      >${texts.show('numbers.add.forbidden', { permission: html`<b>${name}</b> (${code})` })}
      ${texts.say(`problem.forbidden.${grantedBy}`)}</span
    >
  </p>`;
}
