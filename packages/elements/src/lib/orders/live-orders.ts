import type { Order } from '@numberdesk/core/orders';
import { listRule } from './list-rule.ts';
import type { LoadedOrders } from './loaded-orders.ts';

/** What became of an order that is or was in the list. */
export interface OrderChange {
  kind: 'added' | 'status' | 'updated' | 'left';
  order: Order;
}

/** Takes in what a live event tells of one order; nothing changes where it is no news or belongs beyond what is loaded. */
export function withOrder(
  list: LoadedOrders,
  order: Order,
  now: number,
): { list: LoadedOrders; change: OrderChange | null } {
  const known = list.orders.find(({ number }) => number === order.number);
  const latest = known ?? list.told.get(order.number);
  if (latest && latest.version >= order.version) return { list, change: null };
  const told = new Map(list.told).set(order.number, order);
  const { compare, belongs } = listRule(list);
  const isWithin = list.boundary === null || compare(order, list.boundary) <= 0;
  if (!known && !(isWithin && belongs(order, now))) {
    return { list: { ...list, told }, change: null };
  }
  const others = list.orders.filter((other) => other !== known);
  const kind = !known ? 'added' : known.status === order.status ? 'updated' : 'status';
  return { list: { ...list, told, orders: [...others, order].sort(compare) }, change: { kind, order } };
}

/** Lets go of the orders whose time in the list is over, but for one that is held (ORD-6). */
export function withoutLeft(
  list: LoadedOrders,
  now: number,
  held: string | null,
): { list: LoadedOrders; changes: OrderChange[] } {
  const { belongs } = listRule(list);
  const stays = (order: Order) => order.number === held || belongs(order, now);
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
