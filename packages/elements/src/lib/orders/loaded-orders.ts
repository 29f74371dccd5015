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

/** What became of an order that is or was in the list. */
export interface OrderChange {
  kind: 'added' | 'status' | 'updated' | 'left';
  order: Order;
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

/** Takes in what a live event tells of one order; nothing changes where it is no news or belongs beyond what is loaded. */
export function withOrder(
  list: LoadedOrders,
  order: Order,
  now: number,
): { list: LoadedOrders; change: OrderChange | null } {
  const { rule } = list;
  const known = list.orders.find(({ number }) => number === order.number);
  const latest = known ?? list.told.get(order.number);
  if (latest && latest.version >= order.version) return { list, change: null };
  const told = new Map(list.told).set(order.number, order);
  const isWithin = list.boundary === null || rule.compare(order, list.boundary) <= 0;
  if (!known && !(isWithin && rule.belongs(order, now))) {
    return { list: { ...list, told }, change: null };
  }
  const others = list.orders.filter((other) => other !== known);
  const kind = !known ? 'added' : known.status === order.status ? 'updated' : 'status';
  return { list: { ...list, told, orders: [...others, order].sort(rule.compare) }, change: { kind, order } };
}

/** Lets go of the orders whose time in the list is over, but for one that is held (ORD-6). */
export function withoutLeft(
  list: LoadedOrders,
  now: number,
  held: string | null,
): { list: LoadedOrders; changes: OrderChange[] } {
  const stays = (order: Order) => order.number === held || list.rule.belongs(order, now);
  const left = list.orders.filter((order) => !stays(order));
  if (left.length === 0) return { list, changes: [] };
  return {
    list: { ...list, orders: list.orders.filter(stays) },
    changes: left.map((order) => ({ kind: 'left', order })),
  };
}

/** The next moment at which an order leaves, `null` while none is about to (ORD-6). */
export function nextLeaving(orders: readonly Order[], now: number): number | null {
  const moments = orders
    .map(({ leavesAt }) => (leavesAt === null ? NaN : Date.parse(leavesAt)))
    .filter((at) => at > now);
  return moments.length === 0 ? null : Math.min(...moments);
}

function newer(a: Order | undefined, b: Order): Order {
  return a && a.version >= b.version ? a : b;
}
