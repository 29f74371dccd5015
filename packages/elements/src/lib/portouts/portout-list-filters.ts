import { portOutStatuses } from '@numberdesk/core/portouts';
import { html } from 'lit';
import { accountChoice } from '../access/account-choice.template.ts';
import { choiceBoxes, clearFilters } from '../internal/list-filters.template.ts';
import type { ListTool } from '../internal/list-tools.controller.ts';
import { allPortOuts } from './portout-list-narrowing.ts';
import { portOutFilterCount } from './portout-list-state.ts';
import type { PortOutToolsContext } from './portout-list-tool.ts';

/** Statuses, the last day on which something is due, and the accounts in reach. */
export const portOutFilterTool: ListTool<PortOutToolsContext> = {
  close() {
    // Nothing is under way.
  },

  render({ state, view: { texts, accounts }, onState }) {
    const statuses = { label: texts.say('portouts.status'), words: portOutStatuses, chosen: state.status };
    const account = { accounts, chosen: state.account, texts };
    const { q, filter } = state;
    const onDay = ({ target }: Event) => onState({ dueBy: (target as HTMLInputElement).value });
    return html`${choiceBoxes(
        statuses,
        (word) => texts.term('portouts.status', word),
        (status) => onState({ status }),
      )}
      <label>
        <span class="sub">${texts.say('portouts.due-by')}</span>
        <input class="button" type="date" .value=${state.dueBy} @change=${onDay} />
      </label>
      ${accountChoice(account, (account) => onState({ account }))}
      ${clearFilters(portOutFilterCount(state), texts, () => onState({ ...allPortOuts, q, filter }))}`;
  },
};
