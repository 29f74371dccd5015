// Vaadin Grid: the grid and its sort column. It has no search over several columns; its documentation filters `items`.
import '@vaadin/grid/vaadin-grid.js';
import '@vaadin/grid/vaadin-grid-sort-column.js';
import type { Grid } from '@vaadin/grid/vaadin-grid.js';
import type { Order } from '@numberdesk/core/orders';
import type { Contestant } from './contestant.ts';
import { fillCell, isFound, orderColumns } from './order-columns.ts';

let grid: Grid<Order>;
let all: readonly Order[];

export const contestant: Contestant = {
  mount(place, orders, rowHeight) {
    all = orders;
    grid = document.createElement('vaadin-grid') as Grid<Order>;
    grid.style.blockSize = '100%';
    grid.style.setProperty('--vaadin-grid-cell-padding', `0 12px`);
    for (const { field, header, width, text } of orderColumns) {
      const column = document.createElement('vaadin-grid-sort-column');
      Object.assign(column, { path: field, header, width: `${width}px`, flexGrow: 0 });
      if (field === 'number') column.direction = 'desc';
      column.renderer = (cell, _, { item }) => {
        cell.style.blockSize = `${rowHeight}px`;
        fillCell(cell, text(item as Order));
      };
      grid.append(column);
    }
    grid.items = [...orders];
    place.append(grid);
  },
  update(changed) {
    const orders = new Map(changed.map((order) => [order.number, order]));
    for (const item of all) Object.assign(item, orders.get(item.number));
    grid.requestContentUpdate();
  },
  search(text) {
    grid.items = text ? all.filter((order) => isFound(order, text)) : [...all];
  },
};
