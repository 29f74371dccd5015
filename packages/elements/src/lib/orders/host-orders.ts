import { type Order, compareOrders, matchesOrderQuery } from '@numberdesk/core/orders';
import type { LoadedOrders } from './loaded-orders.ts';

/** Shows orders that a page has itself as the server would: the active ones, sorted, so many of them (ORD-1, ORD-6). */
export function hostOrders(orders: readonly Order[], shown: number, now: number): LoadedOrders {
  const active = orders.filter((order) => matchesOrderQuery(order, {}, now)).sort(compareOrders());
  return {
    orders: active.slice(0, shown),
    next: active.length > shown ? String(shown) : null,
    boundary: active[shown - 1] ?? null,
    syncedAt: null,
    told: new Map(),
  };
}
