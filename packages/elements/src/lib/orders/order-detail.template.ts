import type { Order, OrderLine } from '@numberdesk/core/orders';
import { type TemplateResult, html, nothing } from 'lit';
import { apart } from '../internal/apart.ts';
import { copyButton, fact, heading, titleOf } from '../internal/detail-parts.template.ts';
import { icon } from '../internal/icons.ts';
import { rowList } from '../internal/row-list.ts';
import { leadTimeText } from './lead-time.template.ts';
import type { LoadedOrder } from './order-detail-feed.ts';
import type { OrderDetailView } from './order-detail-view.ts';
import { statusLook } from './order-status-look.ts';
import { statusChip } from './order-status.template.ts';
import { linePlace, lineType, orderContact } from './order-texts.template.ts';
import { hoursToConfirm } from './order-view.ts';
import { orderTimeline } from './order-timeline.template.ts';

/** Telephone numbers of a line that are shown before the rest is folded away. */
const shownNumbers = 12;

/** One order, whole. */
export function orderDetail(loaded: LoadedOrder, isLoading: boolean, view: OrderDetailView): TemplateResult {
  const { order, events } = loaded;
  const { texts } = view;
  // What leaves has ended: nothing of it can be changed any more (ORD-6, ORD-10).
  const change = order.leavesAt === null ? orderContact(order, view) : null;
  return html`${head(order, view)} ${actionBand(order, view)} ${facts(loaded, view)}
    <div class="body">
      <div class="lines">
        ${heading(texts.say('order.lines'), view)}
        <ol part="lines">
          ${rowList(
            order.lines.map((line, index) => ({
              key: line.id,
              render: () => lineItem(line, order.lines.length > 1 ? index + 1 : null, view),
            })),
          )}
        </ol>
      </div>
      ${
        events &&
        html`<div class="history">
          ${heading(texts.say('order.history'), view)} ${orderTimeline(events, order, view)}
          ${
            loaded.hasMore
              ? html`<button class="button" aria-disabled=${isLoading} @click=${view.onMore}>
                  ${texts.say(isLoading ? 'list.more.loading' : 'order.history.more')}
                </button>`
              : nothing
          }
        </div>`
      }
    </div>
    ${change && html`<p class="contact sub" part="contact">${texts.show('order.change', { contact: change })}</p>`}`;
}

function head(order: Order, view: OrderDetailView): TemplateResult {
  const { texts } = view;
  const number = apart(order.number, texts);
  const label = texts.say('orders.copy', { number: order.number });
  return html`<div class="head" part="header">
    ${titleOf(texts.say('order.title', { number }), view)}
    ${copyButton(order.number, texts.say('order.copy'), label, view)}
    <div class="status">${statusChip(order.status, 'tip-status', view)}</div>
  </div>`;
}

/** What there is to do, and whom to send documents to (ORD-4, ORD-11). */
function actionBand(order: Order, view: OrderDetailView) {
  if (order.action === null) return nothing;
  const { texts } = view;
  const word = texts.term('orders.action', order.action);
  const contact = orderContact(order, view, view.onDocuments);
  return html`<div class="notice action" part="action">
    ${icon('alert')}
    <div>
      <p class="main">${word ?? apart(order.action, texts)}</p>
      ${word && contact ? html`<p>${texts.show('orders.documents', { contact })}</p>` : nothing}
    </div>
  </div>`;
}

/** Who placed it and when, whether it is confirmed, whose it is, when it leaves (ORD-2, ORD-6, ORD-9). */
function facts({ order, account }: LoadedOrder, view: OrderDetailView): TemplateResult {
  const { texts, formats, now } = view;
  const { placedAt, placedBy, confirmedAt, leavesAt } = order;
  const moment = (at: string) => html`<time datetime=${at}>${apart(formats.exactly(at), texts)}</time>`;
  const confirmed = confirmedAt ? moment(confirmedAt) : unconfirmed(view);
  const hasLeft = leavesAt !== null && Date.parse(leavesAt) <= now;
  return html`<dl class="facts" part="facts">
    ${fact(texts.say('order.placed'), html`${moment(placedAt)} <span class="sub">${apart(placedBy.name, texts)}</span>`)}
    ${fact(texts.say('order.confirmed'), confirmed)}
    ${fact(texts.say('order.account'), apart(account, texts))}
    ${leavesAt ? fact(texts.say(hasLeft ? 'order.left' : 'order.leaves'), moment(leavesAt)) : nothing}
  </dl>`;
}

/** That the carrier has not confirmed it: in the hours that this may take, and once they are over (ORD-9). */
function unconfirmed(view: OrderDetailView): string {
  const { texts, isOverdue } = view;
  const hours = hoursToConfirm(view);
  return texts.say(isOverdue ? 'order.unconfirmed.late' : 'order.unconfirmed', { hours });
}

/** What was ordered in one place, how far it is, when it is due and what came of it (ORD-5, ORD-7, ORD-8). */
function lineItem(line: OrderLine, place: number | null, view: OrderDetailView): TemplateResult {
  const { texts } = view;
  const count = place && texts.say('orders.line', { count: place }) + texts.say('separator');
  const supply = texts.term('orders.supply', line.supply);
  return html`<li class="line" part="line">
    <div class="what">
      <p class="main">
        ${lineType(line, view)} ${supply ? html`<span class="tag">${supply}</span>` : nothing}
      </p>
      <p class="sub">${count}${linePlace(line, view)}</p>
    </div>
    <p class="quantity">${texts.say('order.quantity', { count: line.quantity })}</p>
    <div class="status">${statusChip(line.status, null, view)}</div>
    ${
      statusLook(line.status).hasLeadTime
        ? html`<div class="due">
            <p class="sub">${texts.say('orders.lead-time')}</p>
            ${leadTimeText(line, view.hasPassed(line), view)}
          </div>`
        : nothing
    }
    ${line.numbers.length > 0 ? numbersOf(line, view) : nothing}
  </li>`;
}

function numbersOf({ numbers }: OrderLine, view: OrderDetailView): TemplateResult {
  const { texts } = view;
  const list = (some: readonly string[]) =>
    html`<ul class="numbers" part="numbers">
      ${some.map((number) => html`<li><bdi dir="ltr">${number}</bdi></li>`)}
    </ul>`;
  const rest = numbers.slice(shownNumbers);
  const all = texts.say('order.copy.numbers');
  return html`<div class="delivered">
    <div class="head">
      <p class="sub">${texts.say('order.delivered', { count: numbers.length })}</p>
      ${copyButton(numbers.join('\n'), all, all, view)}
    </div>
    ${list(numbers.slice(0, shownNumbers))}
    ${
      rest.length > 0
        ? html`<details>
            <summary>${texts.say('more', { count: rest.length })}</summary>
            ${list(rest)}
          </details>`
        : nothing
    }
  </div>`;
}
