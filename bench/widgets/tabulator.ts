// Tabulator: its core with the modules for formatters, sorting and filters.
import { FilterModule, FormatModule, SortModule, Tabulator } from 'tabulator-tables';
import type { Order } from '@numberdesk/core/orders';
import type { Contestant } from './contestant.ts';
import { isFound, orderCell, orderColumns } from './order-columns.ts';

Tabulator.registerModule([FilterModule, FormatModule, SortModule]);

let table: Tabulator;

export const contestant: Contestant = {
  mount(place, orders, rowHeight) {
    table = new Tabulator(place.appendChild(document.createElement('div')), {
      data: [...orders],
      index: 'number',
      height: '100%',
      rowHeight,
      initialSort: [{ column: 'number', dir: 'desc' }],
      columns: orderColumns.map(({ field, header, width, text }) => ({
        field,
        title: header,
        width,
        sorter: 'string',
        formatter: (cell) => orderCell(text(cell.getData() as Order)),
      })),
    });
  },
  update(changed) {
    void table.updateData([...changed]);
  },
  search(text) {
    if (text) table.setFilter((order: Order) => isFound(order, text));
    else table.clearFilter(true);
  },
};
