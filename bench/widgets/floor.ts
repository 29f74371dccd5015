// The floor: plain DOM, written for this page alone.
import { VirtualList } from '../floor/virtual-list.ts';
import type { Contestant } from './contestant.ts';

let list: VirtualList;

export const contestant: Contestant = {
  mount(place, orders, rowHeight) {
    list = new VirtualList(place, rowHeight);
    list.orders = orders;
  },
  update(_, all) {
    list.orders = all;
  },
  search(text) {
    list.query = text;
  },
};
