import { type TemplateResult, html, nothing } from 'lit';
import type { Order } from '@numberdesk/core/orders';
import type { Localizer } from '../internal/localize.ts';
import { icon } from '../internal/icons.ts';
import { requestNote } from '../internal/panels.ts';
import { problemWords } from '../internal/problems.ts';
import type { Resource } from '../internal/resource-controller.ts';
import { type ListedRow, rowList } from '../internal/row-list.ts';
import type { Piece } from '../internal/row-pieces.ts';
import type { LoadedOrders } from './loaded-orders.ts';
import { orderRows, rowCount } from './order-row.template.ts';
import type { OrderColumn, OrderView } from './order-view.ts';

/** The columns, in the order in which they are read (ORD-2). */
const columns = ['number', 'summary', 'quantity', 'action', 'status'] as const;

/** Hours that an order may take to come from the upstream carrier (ORD-9). */
const carrierHours = 24;

/** Rows of the skeleton. */
const skeletonRows = 6;

/** The table with what has been loaded, as far as it is in the window or near it. */
export function orderTable(
  { orders, next }: LoadedOrders,
  pieces: readonly Piece<Order>[],
  view: OrderView,
): TemplateResult {
  const { texts, columns: extra } = view;
  const isLong = orders.some((order) => rowCount(order, view) > 1);
  // The first row of each order, the head being the first of all.
  const firstRows: number[] = [];
  let total = 1;
  if (isLong) {
    for (const order of orders) {
      firstRows.push(total + 1);
      total += rowCount(order, view);
    }
  } else total += orders.length;
  // Whatever the rows show besides their order.
  const common = [texts, view.formats, view.contact, extra, view.href, Math.floor(view.now / 60_000)];
  const row = (order: Order, index: number): ListedRow => {
    const rowIndex = firstRows[index] ?? index + 2;
    const own = [order, index, rowIndex, view.isExpanded(order), view.isFresh(order), view.isCopied(order)];
    const render = () => orderRows(order, index, rowIndex, view);
    return { key: order.number, kind: 'order', shows: [...own, ...common], render };
  };
  const rows = pieces.map((piece) => (piece.item ? row(piece.item, piece.index) : gapRow(piece)));
  return html`<table
    role="table"
    part="table"
    class=${extra.length > 0 ? 'wide' : ''}
    aria-label=${texts.say('orders.label')}
    aria-rowcount=${next === null ? total : -1}
  >
    ${tableHead(texts, extra)} ${rowList(rows)}
  </table>`;
}

/** Room for rows that are not rendered; its height is set by whoever measures them. */
function gapRow({ gap, index }: { gap: number; index: number }): ListedRow {
  const render = () =>
    html`<tbody class="gap" aria-hidden="true">
      <tr>
        <td data-gap=${gap}></td>
      </tr>
    </tbody>`;
  return { key: `gap ${index}`, kind: 'gap', shows: [gap], render };
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
export function syncNote(syncedAt: string | null | undefined, { texts, formats }: OrderView) {
  if (!syncedAt) return nothing;
  const time = html`<time datetime=${syncedAt}><bdi>${formats.moment(syncedAt)}</bdi></time>`;
  return html`<p class="synced sub">${texts.show('orders.synced', { time, hours: carrierHours })}</p>`;
}

/** What follows the list could not be loaded; whoever turns to the table has that tried again. */
export function partNotice(texts: Localizer): TemplateResult {
  return html`<div class="notice" part="notice">${icon('alert')}${texts.say('orders.tool.failed')}</div>`;
}

/** How much is shown, and the way to more. */
export function moreBar(
  list: LoadedOrders,
  more: Resource<null> | null,
  onMore: () => void,
  { texts }: OrderView,
): TemplateResult {
  const count = list.orders.length;
  const isLoading = more?.state === 'loading';
  const failed = more?.state === 'error' ? problemWords(more.error) : null;
  return html`<div class="more" part="more">
    ${
      failed === null
        ? nothing
        : html`<p class="failed">
              ${icon('alert')}<span
                >${texts.say('orders.more.failed')} ${texts.say(failed.text, { count: failed.count })}</span
              >
            </p>
            ${requestNote(failed.requestId, texts)}`
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

function tableHead(texts: Localizer | null, extra: readonly OrderColumn[] = []): TemplateResult {
  const head = (name: string, text: unknown) =>
    html`<th role="columnheader" part="cell" class="${name} sub">${text}</th>`;
  return html`<thead role="rowgroup">
    <tr role="row" part="row" aria-rowindex="1">
      ${columns.map((column) => head(column, texts ? texts.say(`orders.${column}`) : nothing))}
      ${extra.map(({ header }) => head('extra', header))}
    </tr>
  </thead>`;
}
