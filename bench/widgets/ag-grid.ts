// AG Grid Community: the client-side row model, which brings sorting, its transactions and the quick filter.
import {
  ClientSideRowModelApiModule,
  ClientSideRowModelModule,
  type ColDef,
  type GridApi,
  ModuleRegistry,
  QuickFilterModule,
  createGrid,
} from 'ag-grid-community';
import type { Order } from '@numberdesk/core/orders';
import type { Contestant } from './contestant.ts';
import { orderCell, orderColumns } from './order-columns.ts';

ModuleRegistry.registerModules([ClientSideRowModelModule, ClientSideRowModelApiModule, QuickFilterModule]);

let grid: GridApi<Order>;

/** What the quick filter looks through: each word at the start of a line of its own. */
const searched = ({ number, placedBy }: Order) => `\n${number}\n${placedBy.name.replaceAll(' ', '\n')}`;

const columnDefs = orderColumns.map(({ field, header, width, text }): ColDef<Order> => ({
  colId: field,
  headerName: header,
  width,
  sortable: true,
  sort: field === 'number' ? 'desc' : null,
  ...(field === 'number' ? { field } : { valueGetter: ({ data }) => data && text(data).join('\n') }),
  cellRenderer: ({ data }: { data: Order }) => orderCell(text(data)),
  getQuickFilterText: ({ data }) => (field === 'number' ? searched(data) : ''),
}));

export const contestant: Contestant = {
  mount(place, orders, rowHeight) {
    grid = createGrid(place, {
      columnDefs,
      rowData: [...orders],
      rowHeight,
      getRowId: ({ data }) => data.number,
      animateRows: false,
      cacheQuickFilter: true,
      quickFilterMatcher: (parts, text) => parts.every((part) => text.includes(`\n${part}`)),
    });
  },
  update(changed) {
    grid.applyTransaction({ update: [...changed] });
  },
  search(text) {
    grid.setGridOption('quickFilterText', text);
  },
};
