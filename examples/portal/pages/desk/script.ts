import { createClient } from '@numberdesk/core';
import { html, nothing, render } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { followChoices } from '../look.ts';
import { sessionFrom } from '../session.ts';
import { LineMoves } from './line-moves.ts';
import { newOrderForm } from './new-order-form.ts';
import { NewOrders } from './new-order.ts';
import { OrderList } from './order-list.ts';
import { orderCard } from './order.ts';
import { toolbar } from './toolbar.ts';

const root = document.querySelector('#desk') as HTMLElement;
const client = createClient({ baseUrl: '/numberdesk', fetchSession: sessionFrom('/desk/session') });
const list = new OrderList(client, draw);
const moves = new LineMoves(client, list, draw);
const newOrders = new NewOrders(client, list, draw);

const failure = (words: string) =>
  html`<p class="refusal" role="alert">
    ${words} <button type="button" @click=${() => list.load()}>Try again</button>
  </p>`;

function draw(): void {
  const { orders, filter, state } = list;
  render(
    html`${toolbar(filter, { find: (wanted) => void list.load(wanted), newOrder: () => newOrders.open() })}
      ${newOrders.isOpen ? newOrderForm(newOrders) : nothing}
      <p class="said" role="status">${moves.said}</p>
      ${state.failure === null ? nothing : failure(state.failure)}
      ${repeat(
        orders,
        ({ number }) => number,
        (order) => orderCard(order, moves),
      )}
      ${state.isEmpty ? html`<p class="sheet">No order is like that.</p>` : nothing}
      ${
        state.hasMore
          ? html`<button type="button" @click=${() => void list.more()}>Load more</button>`
          : nothing
      }`,
    root,
  );
}

followChoices(document.querySelector('form.strip') as HTMLFormElement);
draw();
void list.load();
