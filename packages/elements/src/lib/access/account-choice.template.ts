import type { ReachableAccount } from '@numberdesk/core/access';
import { html, nothing } from 'lit';
import type { Localizer } from '../internal/localize.ts';
import { inTreeOrder } from './account-tree.ts';

/** The accounts in reach, of which one can be chosen; nothing where there is but one. */
export function accountChoice(
  { accounts, chosen, texts }: { accounts: readonly ReachableAccount[]; chosen: string; texts: Localizer },
  onAccount: (account: string) => void,
) {
  if (accounts.length < 2) return nothing;
  return html`<label>
    <span class="sub">${texts.say('list.account')}</span>
    <select class="button" @change=${({ target }: Event) => onAccount((target as HTMLSelectElement).value)}>
      <option value="">${texts.say('list.account.all')}</option>
      ${inTreeOrder(accounts).map(
        ({ id, name }) => html`<option value=${id} .selected=${id === chosen}>${name}</option>`,
      )}
    </select>
  </label>`;
}
