import type { ReachableAccount } from '@numberdesk/core/access';
import { orderStatuses } from '@numberdesk/core/orders';
import { type TemplateResult, html, nothing } from 'lit';
import { reachableAccounts } from '../access/reachable-accounts.ts';
import { filterCount, isListDate } from './order-list-state.ts';
import type { OpenTool, ToolsContext } from './order-tool.ts';

const valueOf = ({ target }: Event) => (target as HTMLInputElement | HTMLSelectElement).value;

/** Status, days of placing, and the accounts below the reader's own. */
export class OrderFilters implements OpenTool {
  #accounts: readonly ReachableAccount[] | null = null;

  close(): void {
    // Nothing is under way.
  }

  render(context: ToolsContext): TemplateResult {
    this.#readAccounts(context);
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
          @change=${(event: Event) => onDay(name, valueOf(event))}
        />
      </label>`;
    const clear = { status: [], account: '', from: '', to: '' };
    return html`<fieldset>
        <legend class="sub">${texts.say('orders.status')}</legend>
        ${orderStatuses.map((status) => statusBox(status, context))}
      </fieldset>
      ${day('from', { max: state.to })} ${day('to', { min: state.from })} ${this.#accountChoice(context)}
      ${
        filterCount(state) > 0
          ? html`<button class="button" @click=${() => onState(clear)}>
              ${texts.say('orders.filter.clear')}
            </button>`
          : nothing
      }`;
  }

  #accountChoice({ state, view: { texts }, onState }: ToolsContext) {
    const accounts = this.#accounts ?? [];
    if (accounts.length < 2) return nothing;
    return html`<label>
      <span class="sub">${texts.say('orders.filter.account')}</span>
      <select class="button" @change=${(event: Event) => onState({ account: valueOf(event) })}>
        <option value="">${texts.say('orders.filter.account.all')}</option>
        ${accounts.map(
          ({ id, name }) => html`<option value=${id} .selected=${id === state.account}>${name}</option>`,
        )}
      </select>
    </label>`;
  }

  #readAccounts({ connection, update }: ToolsContext): void {
    if (this.#accounts || !connection) return;
    this.#accounts = [];
    // Without the accounts the filter is one short; the list itself says what is wrong with the connection.
    reachableAccounts(connection).then(
      (accounts) => {
        this.#accounts = inTreeOrder(accounts);
        update();
      },
      () => (this.#accounts = null),
    );
  }
}

function statusBox(status: string, { state, view: { texts }, onState }: ToolsContext): TemplateResult {
  const others = state.status.filter((other) => other !== status);
  const isOn = others.length < state.status.length;
  return html`<label class="choice">
    <input
      type="checkbox"
      .checked=${isOn}
      @change=${() => onState({ status: isOn ? others : [...others, status] })}
    />
    ${texts.term('orders.status', status)}
  </label>`;
}

/** Each account before those below it, and these by name. */
function inTreeOrder(accounts: readonly ReachableAccount[]): ReachableAccount[] {
  const ids = new Set(accounts.map(({ id }) => id));
  const below = (parent: string | null): ReachableAccount[] =>
    accounts
      .filter((account) => (account.parent && ids.has(account.parent) ? account.parent : null) === parent)
      .sort((a, b) => a.name.localeCompare(b.name))
      .flatMap((account) => [account, ...below(account.id)]);
  return below(null);
}
