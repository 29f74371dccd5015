import {
  type Order,
  type OrderFilter,
  type OrderPage,
  type OrderSort,
  compareOrders,
  matchesOrderQuery,
} from '@numberdesk/core/orders';
import { sampleNow } from './sample-orders.ts';

/** Answers for lists of orders as a server would give them: filtered, sorted, page by page. */
export function orderServer(orders: readonly Order[]) {
  return (input: Record<string, unknown>): OrderPage => {
    const { sort, limit, cursor, ...filter } = input;
    const all = orders
      .filter((order) => matchesOrderQuery(order, filter as OrderFilter, sampleNow))
      .sort(compareOrders(sort as OrderSort));
    const from = Number(cursor ?? 0);
    const to = from + Number(limit);
    return { data: all.slice(from, to), next: to < all.length ? String(to) : null, syncedAt: null, feed: 7 };
  };
}
