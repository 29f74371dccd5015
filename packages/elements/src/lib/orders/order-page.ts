import type { Connection } from '@numberdesk/core/http';
import { type OrderPage, listOrders } from '@numberdesk/core/orders';
import type { ListRule } from './list-rule.ts';

/** What is asked for; another object is another question. */
export type ListAsk = Pick<ListRule, 'filter' | 'sort'>;

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
