import type { Order, OrderLine } from '@numberdesk/core/orders';
import { type TemplateResult, html, nothing } from 'lit';
import { icon } from '../internal/icons.ts';
import type { Localizer } from '../internal/localize.ts';
import type { MessageKey } from '../internal/locales/en.ts';
import { requestNote } from '../internal/panels.ts';
import { problemWords } from '../internal/problems.ts';
import { rowList } from '../internal/row-list.ts';
import { leadTimeText } from './lead-time.template.ts';
import type { LoadedOrder } from './order-detail-feed.controller.ts';
import type { OrderDetailView } from './order-detail-view.ts';
import { statusLook } from './order-status-look.ts';
import { statusChip } from './order-status.template.ts';
import { linePlace, lineType, orderContact } from './order-texts.template.ts';
import { timeline } from './order-timeline.template.ts';

/** Hours that an order may take to come from the upstream carrier (ORD-9). */
const carrierHours = 24;

/** Telephone numbers of a line that are shown before the rest is folded away. */
const shownNumbers = 12;

/** One order, whole. */
export function orderDetail(loaded: LoadedOrder, isLoading: boolean, view: OrderDetailView): TemplateResult {
  const { order, events } = loaded;
  const { texts, headingLevel } = view;
  const change = orderContact(order, view);
  const heading = (text: string) =>
    html`<p class="heading" role="heading" aria-level=${headingLevel + 1}>${text}</p>`;
  return html`${head(order, view)} ${actionBand(order, view)} ${facts(loaded, view)}
    <div class="body">
      <div class="lines">
        ${heading(texts.say('order.lines'))}
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
          ${heading(texts.say('order.history'))} ${timeline(events, order, view)}
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

/** As much room as an order will take, with nothing in it yet. */
export function skeletonDetail(texts: Localizer, hasTexts: boolean): TemplateResult {
  return html`<p class="unseen">${hasTexts ? texts.say('order.loading') : nothing}</p>
    <div class="bones" part="skeleton" aria-hidden="true">
      ${Array.from({ length: 6 }, () => html`<i></i>`)}
    </div>`;
}

/** What is no longer fresh, quietly: the order stays as it is. */
export function staleDetail(
  text: MessageKey,
  error: unknown,
  { loadedAt, reload }: { loadedAt: number; reload: (() => void) | null },
  { texts, formats }: Pick<OrderDetailView, 'texts' | 'formats'>,
): TemplateResult {
  const time = html`<bdi>${formats.moment(loadedAt)}</bdi>`;
  return html`<div class="notice" part="notice">
    ${icon('alert')}
    <div>
      <p>${texts.show(text, { time })}</p>
      ${error === null ? nothing : requestNote(problemWords(error).requestId, texts)}
    </div>
    ${reload && html`<button class="button" @click=${reload}>${texts.say('reload')}</button>`}
  </div>`;
}

function head(order: Order, view: OrderDetailView): TemplateResult {
  const { texts, headingLevel } = view;
  const number = html`<bdi>${order.number}</bdi>`;
  const label = texts.say('orders.copy', { number: order.number });
  return html`<div class="head" part="header">
    <p class="title" role="heading" aria-level=${headingLevel}>${texts.show('order.title', { number })}</p>
    ${copyButton(order.number, texts.say('order.copy'), label, view)}
    <div class="status">${statusChip(order.status, 'tip-status', view)}</div>
  </div>`;
}

/** The label begins with the words that are shown, for whoever speaks to the page (WCAG 2.5.3). */
function copyButton(
  text: string,
  words: string,
  label: string,
  { texts, hasCopied, onCopy }: OrderDetailView,
): TemplateResult {
  const isDone = hasCopied(text);
  const shown = isDone ? texts.say('order.copied') : words;
  return html`<button class="copy" aria-label=${isDone ? shown : label} @click=${() => onCopy(text)}>
    ${icon(isDone ? 'check' : 'copy')}${shown}
  </button>`;
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
      <p class="main">${word ?? html`<bdi>${order.action}</bdi>`}</p>
      ${word && contact ? html`<p>${texts.show('orders.documents', { contact })}</p>` : nothing}
    </div>
  </div>`;
}

/** Who placed it and when, whether it is confirmed, whose it is, when it leaves (ORD-2, ORD-6, ORD-9). */
function facts({ order, account }: LoadedOrder, { texts, formats, now }: OrderDetailView): TemplateResult {
  const { placedAt, placedBy, confirmedAt, leavesAt } = order;
  const moment = (at: string) => html`<time datetime=${at}><bdi>${formats.exactly(at)}</bdi></time>`;
  const fact = (name: string, value: unknown) =>
    html`<div>
      <dt class="sub">${name}</dt>
      <dd>${value}</dd>
    </div>`;
  const confirmed = confirmedAt
    ? moment(confirmedAt)
    : texts.say('order.unconfirmed', { hours: carrierHours });
  const hasLeft = leavesAt !== null && Date.parse(leavesAt) <= now;
  return html`<dl class="facts" part="facts">
    ${fact(texts.say('order.placed'), html`${moment(placedAt)} <span class="sub"><bdi>${placedBy.name}</bdi></span>`)}
    ${fact(texts.say('order.confirmed'), confirmed)}
    ${fact(texts.say('order.account'), html`<bdi>${account}</bdi>`)}
    ${leavesAt ? fact(texts.say(hasLeft ? 'order.left' : 'order.leaves'), moment(leavesAt)) : nothing}
  </dl>`;
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
