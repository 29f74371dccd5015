import type { ReachableAccount } from '@numberdesk/core/access';
import { type Order, orderStatuses } from '@numberdesk/core/orders';
import { type TemplateResult, html, nothing } from 'lit';
import { accountChoice } from '../access/account-choice.template.ts';
import { reachableAccounts } from '../access/reachable-accounts.ts';
import { choiceBoxes, clearFilters } from '../internal/list-filters.template.ts';
import type { ListTool } from '../internal/list-tools.controller.ts';
import { filterCount, isListDate } from './order-list-state.ts';
import type { OrderToolsContext } from './order-list-tool.ts';

/** Status, days of placing, and the accounts below the reader's own. */
export class OrderFilters implements ListTool<OrderToolsContext> {
  #accounts: readonly ReachableAccount[] | null = null;
  /** The accounts that orders of a page's own name. */
  #named: { of: readonly Order[] | null; accounts: readonly ReachableAccount[] } = { of: null, accounts: [] };

  close(): void {
    // Nothing is under way.
  }

  render(context: OrderToolsContext): TemplateResult {
    const accounts = context.given ? this.#given(context.given) : this.#asked(context);
    const { state, view, onState } = context;
    const { texts } = view;
    // A year that is still being typed is a date already.
    const onDay = (name: 'from' | 'to', date: string) => {
      if (date === '' || isListDate(date)) onState({ [name]: date });
    };
    const day = (name: 'from' | 'to', bounds: { min?: string; max?: string }) =>
      html`<label>
        <span class="sub">${texts.say(`orders.filter.${name}`)}</span>
        <input
          type="date"
          class="button"
          min=${bounds.min || nothing}
          max=${bounds.max || nothing}
          .value=${state[name]}
          @change=${({ target }: Event) => onDay(name, (target as HTMLInputElement).value)}
        />
      </label>`;
    const statuses = { label: texts.say('orders.status'), words: orderStatuses, chosen: state.status };
    const account = { accounts, chosen: state.account, texts };
    return html`${choiceBoxes(
      statuses,
      (word) => texts.term('orders.status', word),
      (status) => onState({ status }),
    )}
    ${day('from', { max: state.to })} ${day('to', { min: state.from })}
    ${accountChoice(account, (account) => onState({ account }))}
    ${clearFilters(filterCount(state), texts, () => onState({ status: [], account: '', from: '', to: '' }))}`;
  }

  /** Those that the page tells, else those of its orders, of which nothing but the id is known. */
  #given({ accounts, orders }: NonNullable<OrderToolsContext['given']>): readonly ReachableAccount[] {
    if (accounts) return accounts;
    if (this.#named.of !== orders) {
      const ids = new Set((orders ?? []).map(({ account }) => account).filter(Boolean));
      this.#named = {
        of: orders,
        accounts: [...ids].map((id) => ({ id, name: id, level: '', parent: null })),
      };
    }
    return this.#named.accounts;
  }

  #asked(context: OrderToolsContext): readonly ReachableAccount[] {
    this.#ask(context);
    return this.#accounts ?? [];
  }

  #ask({ connection, update }: OrderToolsContext): void {
    if (this.#accounts || !connection) return;
    this.#accounts = [];
    // Without the accounts the filter is one short; the list itself says what is wrong with the connection.
    reachableAccounts(connection).then(
      (accounts) => {
        this.#accounts = accounts;
        update();
      },
      () => (this.#accounts = null),
    );
  }
}
