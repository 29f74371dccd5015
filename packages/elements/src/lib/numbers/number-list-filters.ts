import { callPurposes, numberStatuses } from '@numberdesk/core/numbers';
import { type TemplateResult, html, nothing } from 'lit';
import { inTreeOrder } from '../access/account-tree.ts';
import type { ListTool } from '../internal/list-tools.controller.ts';
import { allNumbers, numberFilterCount } from './number-list-state.ts';
import type { NumberToolsContext } from './number-list-tool.ts';

/** Statuses, purposes, and the accounts in reach. */
export const numberFilters: ListTool<NumberToolsContext> = {
  close() {
    // Nothing is under way.
  },

  render(context) {
    const { state, view, onState } = context;
    const { texts } = view;
    const clear = { ...allNumbers, q: state.q };
    return html`${boxes('status', numberStatuses, context)} ${boxes('purpose', callPurposes, context)}
    ${accountChoice(context)}
    ${
      numberFilterCount(state) > 0
        ? html`<button class="button" @click=${() => onState(clear)}>
            ${texts.say('list.filter.clear')}
          </button>`
        : nothing
    }`;
  },
};

function boxes<Name extends 'status' | 'purpose'>(
  name: Name,
  words: readonly string[],
  { state, view: { texts }, onState }: NumberToolsContext,
): TemplateResult {
  const vocabulary = name === 'status' ? 'numbers.status' : 'purpose';
  const chosen: readonly string[] = state[name];
  const box = (word: string) => {
    const isOn = chosen.includes(word);
    // In the order of the vocabulary, as an address that is read has them.
    const next = words.filter((other) => (other === word ? !isOn : chosen.includes(other)));
    const onChange = () => onState({ [name]: next });
    return html`<label class="choice">
      <input type="checkbox" .checked=${isOn} @change=${onChange} />
      ${texts.term(vocabulary, word)}
    </label>`;
  };
  return html`<fieldset>
    <legend class="sub">${texts.say(`numbers.${name}`)}</legend>
    ${words.map(box)}
  </fieldset>`;
}

function accountChoice({ state, accounts, view: { texts }, onState }: NumberToolsContext) {
  if (accounts.length < 2) return nothing;
  const onChange = ({ target }: Event) => onState({ account: (target as HTMLSelectElement).value });
  return html`<label>
    <span class="sub">${texts.say('list.account')}</span>
    <select class="button" @change=${onChange}>
      <option value="">${texts.say('list.account.all')}</option>
      ${inTreeOrder(accounts).map(
        ({ id, name }) => html`<option value=${id} .selected=${id === state.account}>${name}</option>`,
      )}
    </select>
  </label>`;
}
