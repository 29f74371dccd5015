import type { Order, OrderPage } from '@numberdesk/core/orders';
import type { ListRule } from './list-rule.ts';

/** The part of the list that has been loaded, in its order, kept right by live events (ORD-1). */
export interface LoadedOrders {
  readonly rule: ListRule;
  readonly orders: readonly Order[];
  /** Where the next page begins, `null` when everything is here. */
  readonly next: string | null;
  /** The last order of the last page while there is more: what sorts after it comes with the next page. */
  readonly boundary: Order | null;
  readonly syncedAt: string | null;
  /** Whether there are orders beside those of this list; asked only where it is empty. */
  readonly hasOthers: boolean;
  /** What live events told last of each order, for pages that were on their way meanwhile. */
  readonly told: ReadonlyMap<string, Order>;
}

/** A list of which nothing has been loaded. */
export function emptyList(rule: ListRule): LoadedOrders {
  return { rule, orders: [], next: null, boundary: null, syncedAt: null, hasOthers: false, told: new Map() };
}

/** Puts a page behind what is there already; an order that live events know better stays as they told it. */
export function withPage(list: LoadedOrders, page: OrderPage, now: number): LoadedOrders {
  const { rule, orders, told } = list;
  const byNumber = new Map(orders.map((order) => [order.number, order]));
  for (const order of page.data) {
    const newest = newer(told.get(order.number), order);
    if (rule.belongs(newest, now)) byNumber.set(order.number, newest);
  }
  return {
    ...list,
    orders: [...byNumber.values()].sort(rule.compare),
    next: page.next,
    boundary: page.next === null ? null : (page.data.at(-1) ?? list.boundary),
    syncedAt: page.syncedAt,
  };
}

function newer(a: Order | undefined, b: Order): Order {
  return a && a.version >= b.version ? a : b;
}
