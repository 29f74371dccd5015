import type { Connection } from '@numberdesk/core/http';
import { type OrderFilter, type OrderPage, type OrderSort, listOrders } from '@numberdesk/core/orders';

/** What is asked for; another object is another question. */
export interface ListAsk {
  readonly filter: OrderFilter;
  readonly sort: OrderSort;
}

/** The most that one request may ask for. */
export const largestPage = 200;

/** One page of the answer to a question. */
export interface PageAsk {
  connection: Connection;
  ask: ListAsk;
  signal: AbortSignal;
  limit: number;
  cursor?: string | null | undefined;
}

/** Asks a server for a page of orders. */
export function orderPage({
  connection,
  ask: { filter, sort },
  signal,
  limit,
  cursor,
}: PageAsk): Promise<OrderPage> {
  const query = { ...filter, sort, limit, ...(cursor ? { cursor } : {}) };
  return connection.call(listOrders, query, { signal });
}
