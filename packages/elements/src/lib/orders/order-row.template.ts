import { type Order, type OrderLine, hasEnded } from '@numberdesk/core/orders';
import { type TemplateResult, html, nothing } from 'lit';
import { apart, unbroken } from '../internal/apart.ts';
import { contactHref } from '../internal/contact-link.template.ts';
import { icon } from '../internal/icons.ts';
import { statusChip, statusNote } from './order-status.template.ts';
import { orderContact, orderPlaces, orderTypes } from './order-texts.template.ts';
import type { OrderColumn, OrderView } from './order-view.ts';

/** Telephone numbers of a line that are shown before the rest is only counted. */
const shownNumbers = 3;

/** An order as a group of rows: its own, and one for each line while they are open (ORD-2). */
export function orderRows(order: Order, index: number, rowIndex: number, view: OrderView): TemplateResult {
  const isExpanded = isOpen(order, view);
  const [onlyLine] = order.lines.length === 1 ? order.lines : [];
  return html`<tbody
    role="rowgroup"
    id=${groupId(order)}
    class="order ${view.isFresh(order) ? 'fresh' : ''}"
    data-key=${order.number}
    data-index=${index}
  >
    <tr role="row" part="row" aria-rowindex=${rowIndex}>
      ${numberCell(order, view)}
      <td role="cell" part="cell" class="summary">
        <span class="main"
          >${orderTypes(order, view)}
          ${onlyLine ? supplyTag(onlyLine, view) : linesButton(order, isExpanded, view)}</span
        >
        <span class="sub">${orderPlaces(order, view)}</span>
        ${onlyLine ? numbersNote(onlyLine, view) : nothing}
      </td>
      ${quantityCell(order.quantity, view)} ${actionCell(order.action, order, view)}
      <td role="cell" part="cell" class="status">
        ${statusChip(order.status, `tip-${groupId(order)}`, view)} ${statusNote(order, view)}
      </td>
      ${view.columns.map((column) => extraCell(column, order))}
    </tr>
    ${isExpanded ? view.lines(order, rowIndex) : nothing}
  </tbody>`;
}

/** Rows that an order takes up. */
export function rowCount(order: Order, view: OrderView): number {
  return isOpen(order, view) ? 1 + order.lines.length : 1;
}

const isOpen = (order: Order, view: OrderView) => order.lines.length > 1 && view.isExpanded(order);

/** Id of an order's rows. */
export const groupId = ({ number }: Order) => `order-${encodeURIComponent(number)}`;

function numberCell(order: Order, view: OrderView): TemplateResult {
  const { texts } = view;
  const href = view.href(order);
  const number = html`<bdi>${order.number}</bdi>`;
  const name = apart(order.placedBy.name, texts);
  const date = apart(unbroken(view.formats.day(order.placedAt)), texts);
  return html`<th role="rowheader" part="cell" class="number">
    <span class="main">
      ${
        href === null
          ? number
          : html`<a href=${href} @click=${(event: MouseEvent) => view.onOpen(order, event)}>${number}</a>`
      }
      <button
        class="copy"
        aria-label=${texts.say('orders.copy', { number: order.number })}
        @click=${() => view.onCopy(order)}
      >
        ${icon(view.isCopied(order) ? 'check' : 'copy')}
      </button>
    </span>
    <span class="sub">${texts.say('orders.placed', { name, date })}</span>
  </th>`;
}

/** A cell of the page's own. */
function extraCell({ id, header, cell }: OrderColumn, order: Order): TemplateResult {
  return html`<td role="cell" part="cell" class="extra" data-column=${id} data-label=${header}>
    ${cell(order)}
  </td>`;
}

function linesButton(order: Order, isExpanded: boolean, { texts, onToggle }: OrderView): TemplateResult {
  const lines = texts.say('orders.lines', { count: order.lines.length });
  return html`<button
    class="lines"
    aria-expanded=${isExpanded}
    aria-controls=${groupId(order)}
    aria-label=${texts.say('orders.expand', { lines, number: order.number })}
    @click=${() => onToggle(order)}
  >
    ${lines}
  </button>`;
}

/** How many numbers. */
export function quantityCell(quantity: number, { texts, formats }: OrderView): TemplateResult {
  return html`<td role="cell" part="cell" class="quantity" data-label=${texts.say('orders.quantity')}>
    ${formats.number(quantity)}
  </td>`;
}

/** What there is to do, whom to send documents to, and the way to a change (ORD-4, ORD-10, ORD-11). */
export function actionCell(action: string | null, order: Order | null, view: OrderView): TemplateResult {
  const { texts } = view;
  const change = order && changeLink(order, view);
  const isIdle = action === null && !change;
  return html`<td
    role="cell"
    part="cell action"
    class="action ${action === null ? 'none' : ''} ${isIdle ? 'idle' : ''}"
  >
    ${isIdle ? texts.say('orders.no-action') : action && whatToDo(action, order, view)} ${change}
  </td>`;
}

function whatToDo(action: string, order: Order | null, view: OrderView): TemplateResult {
  const { texts } = view;
  const word = texts.term('orders.action', action);
  const contact = order && word && orderContact(order, view, (event) => view.onDocuments(order, event));
  return html`<span class="main">${icon('alert')}${word ?? apart(action, texts)}</span> ${
      contact ? html`<span class="sub">${texts.show('orders.documents', { contact })}</span>` : nothing
    }`;
}

/** In place of a cancel button: the contact, for as long as something can still be changed (ORD-10). */
function changeLink(order: Order, { texts, contact }: OrderView) {
  const href = hasEnded(order) ? null : contactHref(contact, order.number);
  const label = texts.say('orders.change.label', { number: order.number });
  return (
    href &&
    html`<span class="sub quiet"><a href=${href} aria-label=${label}>${texts.say('orders.change')}</a></span>`
  );
}

/** Whether a line's numbers are in stock. */
export function supplyTag({ supply }: OrderLine, { texts }: OrderView) {
  const word = texts.term('orders.supply', supply);
  return word === null ? nothing : html`<span class="tag">${word}</span>`;
}

/** The numbers that a line was delivered with (ORD-7). */
export function numbersNote({ numbers }: OrderLine, { texts }: OrderView) {
  if (numbers.length === 0) return nothing;
  const rest = numbers.length - shownNumbers;
  return html`<span class="sub numbers">
    ${numbers.slice(0, shownNumbers).map((number) => html`<bdi dir="ltr">${number}</bdi> `)}
    ${rest > 0 ? texts.say('more', { count: rest }) : nothing}
  </span>`;
}
