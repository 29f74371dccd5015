// Ours, from the files that are shipped to a plain page.
import type { OrderTable } from '@numberdesk/elements/order-table';
import '@numberdesk/elements/order-table';
import type { Contestant } from './contestant.ts';

let table: OrderTable;

export const contestant: Contestant = {
  mount(place, orders) {
    table = document.createElement('order-table');
    table.orders = orders;
    place.append(table);
  },
  update(_, all) {
    table.orders = all;
  },
};
