import { callPurposes, numberStatuses } from '@numberdesk/core/numbers';
import { html } from 'lit';
import { accountChoice } from '../access/account-choice.template.ts';
import { choiceBoxes, clearFilters } from '../internal/list-filters.template.ts';
import type { ListTool } from '../internal/list-tools.controller.ts';
import { allNumbers, numberFilterCount } from './number-list-state.ts';
import type { NumberToolsContext } from './number-list-tool.ts';

/** Statuses, purposes, and the accounts in reach. */
export const numberFilters: ListTool<NumberToolsContext> = {
  close() {
    // Nothing is under way.
  },

  render({ state, accounts, view: { texts }, onState }) {
    const statuses = { label: texts.say('numbers.status'), words: numberStatuses, chosen: state.status };
    const purposes = { label: texts.say('numbers.purpose'), words: callPurposes, chosen: state.purpose };
    const account = { accounts, chosen: state.account, texts };
    return html`${choiceBoxes(
      statuses,
      (word) => texts.term('numbers.status', word),
      (status) => onState({ status }),
    )}
    ${choiceBoxes(
      purposes,
      (word) => texts.term('purpose', word),
      (purpose) => onState({ purpose }),
    )}
    ${accountChoice(account, (account) => onState({ account }))}
    ${clearFilters(numberFilterCount(state), texts, () => onState({ ...allNumbers, q: state.q }))}`;
  },
};
