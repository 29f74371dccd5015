import { type Order, sortOrders } from '@numberdesk/core/orders';
import type { ListRule } from './list-rule.ts';
import { type LoadedOrders, emptyList } from './loaded-orders.ts';

/** Shows orders that a page has itself as the server would: filtered and sorted (ORD-1, ORD-6). */
export function hostOrders(orders: readonly Order[], rule: ListRule, now: number): LoadedOrders {
  const shown = sortOrders(
    orders.filter((order) => rule.belongs(order, now)),
    rule.sort,
  );
  const hasOthers = shown.length < orders.length;
  return { ...emptyList(rule), orders: shown, hasOthers };
}
