import { type TemplateResult, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Localizer } from '../internal/localize.ts';
import type { MessageKey } from '../internal/locales/en.ts';
import { icon } from '../internal/icons.ts';
import { requestNote } from '../internal/panels.ts';
import { problemWords } from '../internal/problems.ts';
import type { Resource } from '../internal/resource-controller.ts';
import type { LoadedOrders } from './loaded-orders.ts';
import { orderRows, rowCount } from './order-row.template.ts';
import type { OrderView } from './order-view.ts';

/** The columns, in the order in which they are read (ORD-2). */
const columns = ['number', 'summary', 'quantity', 'action', 'status'] as const;

/** Hours that an order may take to come from the upstream carrier (ORD-9). */
const carrierHours = 24;

/** Rows of the skeleton. */
const skeletonRows = 6;

/** The table with what has been loaded. */
export function orderTable({ orders, next }: LoadedOrders, view: OrderView): TemplateResult {
  const { texts } = view;
  const rows = orders.map((order) => rowCount(order, view));
  const firstRow = rows.map((_, index) => 2 + rows.slice(0, index).reduce((sum, count) => sum + count, 0));
  const total = next === null ? 1 + rows.reduce((sum, count) => sum + count, 0) : -1;
  return html`<table role="table" part="table" aria-label=${texts.say('orders.label')} aria-rowcount=${total}>
    ${tableHead(texts)}
    ${repeat(
      orders,
      (order) => order.number,
      (order, index) => orderRows(order, firstRow[index] ?? 0, view),
    )}
  </table>`;
}

/** As much room as the table will take, with nothing in it yet. */
export function skeletonTable(texts: Localizer, hasTexts: boolean): TemplateResult {
  const cells = columns.map((column) => html`<td class=${column}><i></i></td>`);
  const row = html`<tr class="bones">
    ${cells}
  </tr>`;
  return html`<p class="unseen">${hasTexts ? texts.say('orders.loading') : nothing}</p>
    <table part="table skeleton" aria-hidden="true">
      ${tableHead(hasTexts ? texts : null)}
      <tbody>
        ${Array.from({ length: skeletonRows }, () => row)}
      </tbody>
    </table>`;
}

/** When the carrier's orders were last read in, and why a new one may not be here yet (ORD-9). */
export function toolbar({ syncedAt }: LoadedOrders, { texts, formats }: OrderView) {
  if (syncedAt === null) return nothing;
  const time = html`<time datetime=${syncedAt}><bdi>${formats.moment(syncedAt)}</bdi></time>`;
  return html`<p class="toolbar sub" part="toolbar">
    ${texts.show('orders.synced', { time, hours: carrierHours })}
  </p>`;
}

/** What is no longer fresh, quietly: the list stays as it is. */
export function staleNotice(
  text: MessageKey,
  error: unknown,
  { loadedAt, reload }: { loadedAt: number; reload: (() => void) | null },
  { texts, formats }: OrderView,
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

/** How much is shown, and the way to more. */
export function moreBar(
  list: LoadedOrders,
  more: Resource<null>,
  onMore: () => void,
  { texts }: OrderView,
): TemplateResult {
  const count = list.orders.length;
  const isLoading = more.state === 'loading';
  const failed = more.state === 'error' ? more.error : null;
  return html`<div class="more" part="more">
    ${
      failed === null
        ? nothing
        : html`<p class="failed">${icon('alert')}${texts.say('orders.more.failed')}</p>
            ${requestNote(problemWords(failed).requestId, texts)}`
    }
    ${
      list.next === null
        ? nothing
        : html`<button class="button" aria-disabled=${isLoading} @click=${onMore}>
            ${texts.say(isLoading ? 'orders.more.loading' : 'orders.more')}
          </button>`
    }
    <p class="count sub" tabindex="-1">${texts.say('orders.shown', { count })}</p>
  </div>`;
}

function tableHead(texts: Localizer | null): TemplateResult {
  const heads = columns.map(
    (column) =>
      html`<th role="columnheader" part="cell" class="${column} sub">
        ${texts ? texts.say(`orders.${column}`) : nothing}
      </th>`,
  );
  return html`<thead role="rowgroup">
    <tr role="row" part="row" aria-rowindex="1">
      ${heads}
    </tr>
  </thead>`;
}
