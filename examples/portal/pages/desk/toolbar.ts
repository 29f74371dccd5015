import { type OrderStatus, orderStatuses } from '@numberdesk/core/orders';
import { type TemplateResult, html } from 'lit';
import type { Filter } from './order-list.ts';
import { statusWords } from './words.ts';

export interface ToolbarActs {
  find: (filter: Filter) => void;
  newOrder: () => void;
}

/** Search, filter, and one more order. */
export function toolbar({ status, q }: Filter, acts: ToolbarActs): TemplateResult {
  const find = (event: Event) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget as HTMLFormElement);
    const wanted = String(data.get('status')) as OrderStatus | '';
    acts.find({ status: wanted === '' ? [] : [wanted], q: String(data.get('q')).trim() });
  };
  return html`<form class="toolbar" role="search" @submit=${find} @change=${find}>
    <label
      ><span>Find</span>
      <input name="q" type="search" placeholder="Order number or name" maxlength="100" .value=${q}
    /></label>
    <label
      ><span>Status</span>
      <select name="status">
        <option value="">Any</option>
        ${orderStatuses.map(
          (value) =>
            html`<option value=${value} ?selected=${status.includes(value)}>${statusWords[value]}</option>`,
        )}
      </select></label
    >
    <button type="button" class="primary" @click=${acts.newOrder}>Place a new order</button>
  </form>`;
}
