import type { NewOrder } from '@numberdesk/core/orders';
import { type TemplateResult, html, nothing } from 'lit';
import { accounts } from '../../seeds/accounts.ts';
import { people } from '../../seeds/people.ts';
import { places } from '../../seeds/places.ts';
import type { NewOrders } from './new-order.ts';
import { lineSummary } from './words.ts';

/** The form for one more order, filled in so that one click is enough. */
export function newOrderForm(orders: NewOrders): TemplateResult {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void orders.place(orderIn(new FormData(event.currentTarget as HTMLFormElement)));
  };
  const at = orders.turn * 5;
  return html`<form class="sheet new-order" aria-label="New order" @submit=${submit}>
    <label
      ><span>What</span>
      <select name="place">
        ${places.map(
          (place, index) =>
            html`<option value=${index} ?selected=${index === at % places.length}>
              ${lineSummary(place)}
            </option>`,
        )}
      </select></label
    >
    <label
      ><span>How many</span> <input name="quantity" type="number" min="1" max="100" required value="2"
    /></label>
    <label
      ><span>For</span>
      <select name="account">
        ${Object.entries(accounts).map(([id, { name }]) => html`<option value=${id}>${name}</option>`)}
      </select></label
    >
    <label
      ><span>Placed by</span>
      <input name="person" required maxlength="200" .value=${people[at % people.length]?.name ?? ''}
    /></label>
    <div class="moves">
      <button class="primary">Place the order</button>
      <button type="button" @click=${() => orders.dismiss()}>Not now</button>
    </div>
    ${orders.refusal ? html`<p class="refusal" role="alert">${orders.refusal}</p>` : nothing}
  </form>`;
}

function orderIn(form: FormData): Omit<NewOrder, 'number'> {
  const place = places[Number(form.get('place'))];
  if (!place) throw new RangeError('The form offers places of the list only.');
  const { type, location, leadTime } = place;
  return {
    account: String(form.get('account')),
    placedBy: { name: String(form.get('person')) },
    lines: [{ type, location, leadTime, quantity: Number(form.get('quantity')), supply: 'on-order' }],
  };
}
