import { type Order, type OrderPage, sortOrders } from '@numberdesk/core/orders';
import { listRule } from './list-rule.ts';
import { type LoadedOrders, firstPage } from './loaded-orders.ts';
import type { ListAsk } from './order-page.ts';

/** Shows orders that a page has itself as the server would: filtered and sorted (ORD-1, ORD-6). */
export function hostOrders(orders: readonly Order[], ask: ListAsk, now: number): LoadedOrders {
  const { belongs } = listRule({ ask, parents: null });
  const data = sortOrders(
    orders.filter((order) => belongs(order, now)),
    ask.sort,
  );
  const list = firstPage(ask, { data, next: null, syncedAt: null });
  return { ...list, hasOthers: data.length < orders.length };
}

/** Leaves in a list, which is shown as it came at first, what belongs in it by the clock that is here, in its order. */
export function byRule(list: LoadedOrders, now: number): LoadedOrders {
  const { compare, belongs } = listRule(list);
  return { ...list, orders: list.orders.filter((order) => belongs(order, now)).sort(compare) };
}

/** Puts a page behind what is there already; an order that live events know better stays as they told it. */
export function withPage(list: LoadedOrders, page: OrderPage, now: number): LoadedOrders {
  const { compare, belongs } = listRule(list);
  const { orders, told } = list;
  const byNumber = new Map(orders.map((order) => [order.number, order]));
  for (const order of page.data) {
    const newest = newer(told.get(order.number), order);
    if (belongs(newest, now)) byNumber.set(order.number, newest);
  }
  return {
    ...list,
    orders: [...byNumber.values()].sort(compare),
    next: page.next,
    boundary: page.next === null ? null : (page.data.at(-1) ?? list.boundary),
    syncedAt: page.syncedAt,
  };
}

function newer(a: Order | undefined, b: Order): Order {
  return a && a.version >= b.version ? a : b;
}
