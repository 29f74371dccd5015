import type { Order, OrderPage } from '@numberdesk/core/orders';
import type { ListAsk } from './order-page.ts';

/** The account above each that is known of (ACC-1). */
export type AccountParents = ReadonlyMap<string, string | null>;

/** The part of the list that has been loaded, in its order, kept right by live events (ORD-1). */
export interface LoadedOrders {
  /** The question that it answers. */
  readonly ask: ListAsk;
  /** Where the question is about an account: what tells which accounts lie below it. */
  readonly parents: AccountParents | null;
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

/** A list of its first page, as it came: a server has filtered and sorted it. */
export function firstPage(
  ask: ListAsk,
  { data: orders, next, syncedAt }: Pick<OrderPage, 'data' | 'next' | 'syncedAt'>,
  parents: AccountParents | null = null,
): LoadedOrders {
  const boundary = next === null ? null : (orders.at(-1) ?? null);
  return { ask, parents, orders, next, boundary, syncedAt, hasOthers: false, told: new Map() };
}
