import { type TemplateResult, html, nothing } from 'lit';
import type { Order } from '@numberdesk/core/orders';
import { apart } from '../internal/apart.ts';
import type { Localizer } from '../internal/localize.ts';
import { gapRow } from '../internal/list-parts.template.ts';
import type { LiveList } from '../internal/live-list.ts';
import { type ListedRow, rowList } from '../internal/row-list.ts';
import type { Piece, RowPiece } from '../internal/row-pieces.ts';
import { orderRows, rowCount } from './order-row.template.ts';
import type { SyncedAt } from './order-rule.ts';
import { type OrderColumn, type OrderView, hoursToConfirm } from './order-view.ts';

/** The columns, in the order in which they are read (ORD-2). */
const columns = ['number', 'summary', 'quantity', 'action', 'status'] as const;

/** Rows of the skeleton. */
const skeletonRows = 6;

/** The table with what has been loaded, as far as it is in the window or near it. */
export function orderTable(
  { items: orders, next }: LiveList<Order>,
  pieces: readonly Piece<Order>[],
  view: OrderView,
): TemplateResult {
  const { texts, columns: extra } = view;
  // The first row of each order, the head being the first of all.
  const firstRows: number[] = [];
  let total = 1;
  if (view.hasExpanded) {
    for (const order of orders) {
      firstRows.push(total + 1);
      total += rowCount(order, view);
    }
  } else total += orders.length;
  // Whatever the rows show besides their order.
  const common = [texts, view.formats, view.contact, extra, view.href, Math.floor(view.now / 60_000)];
  const row = ({ item: order, index, place }: RowPiece<Order>): ListedRow => {
    const rowIndex = firstRows[index] ?? index + 2;
    const render = () => orderRows(order, index, rowIndex, view);
    const shows = [
      order,
      index,
      rowIndex,
      view.isExpanded(order),
      view.isFresh(order),
      view.isCopied(order),
      ...common,
    ];
    const build = `${order.status} ${order.lines.length > 1}`;
    return { key: order.number, kind: 'order', build, shows, place, render };
  };
  const rows = pieces.map((piece) => (piece.item ? row(piece) : gapRow(piece)));
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

/** As much room as the table will take, with nothing in it yet. */
export function orderBones(texts: Localizer | null): TemplateResult {
  const cells = columns.map((column) => html`<td class=${column}><i></i></td>`);
  const row = html`<tr class="bones">
    ${cells}
  </tr>`;
  return html`<p class="unseen">${texts?.say('orders.loading')}</p>
    <table part="table skeleton" aria-hidden="true">
      ${tableHead(texts)}
      <tbody>
        ${Array.from({ length: skeletonRows }, () => row)}
      </tbody>
    </table>`;
}

/** When the carrier's orders were last read in, if ever, and why a new one may not be here yet; nothing where neither is known (ORD-9). */
export function syncNote(syncedAt: SyncedAt, view: OrderView) {
  if (syncedAt === undefined) return nothing;
  const time = syncedAt && apart(view.formats.moment(syncedAt), view.texts);
  const key = time ? 'orders.synced' : 'orders.synced.never';
  return html`<p class="synced sub">${view.texts.say(key, { time, hours: hoursToConfirm(view) })}</p>`;
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
