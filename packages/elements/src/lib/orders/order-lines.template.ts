import { type Order, type OrderLine, orderAction } from '@numberdesk/core/orders';
import { type TemplateResult, html } from 'lit';
import { rowList } from '../internal/row-list.ts';
import { actionCell, groupId, numbersNote, quantityCell, supplyTag } from './order-row.template.ts';
import { statusChip } from './order-status.template.ts';
import { linePlace, lineType } from './order-texts.template.ts';
import type { OrderView } from './order-view.ts';

/** The lines of an order that is open, a row for each (ORD-2). */
export function lineRows(order: Order, rowIndex: number, view: OrderView): unknown {
  const rows = order.lines.map((line, at) => ({
    key: line.id,
    render: () => lineRow(order, line, at, rowIndex, view),
  }));
  return rowList(rows);
}

function lineRow(
  order: Order,
  line: OrderLine,
  index: number,
  rowIndex: number,
  view: OrderView,
): TemplateResult {
  const tipId = `tip-${groupId(order)}-${encodeURIComponent(line.id)}`;
  return html`<tr
    role="row"
    part="row"
    class="line"
    aria-rowindex=${rowIndex + 1 + index}
    data-line=${line.id}
  >
    <th role="rowheader" part="cell" class="number">
      <span class="sub">${view.texts.say('orders.line', { count: index + 1 })}</span>
    </th>
    <td role="cell" part="cell" class="summary">
      <span class="main">${lineType(line, view)} ${supplyTag(line, view)}</span>
      <span class="sub">${linePlace(line, view)}</span>
      ${numbersNote(line, view)}
    </td>
    ${quantityCell(line.quantity, view)} ${actionCell(orderAction(line.status), null, view)}
    <td role="cell" part="cell" class="status">${statusChip(line.status, tipId, view)}</td>
    ${view.columns.map(({ id }) => html`<td role="cell" part="cell" class="extra" data-column=${id}></td>`)}
  </tr>`;
}
