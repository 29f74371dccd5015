import {
  type Order,
  type OrderFilter,
  type OrderSort,
  compareOrders,
  matchesOrderQuery,
} from '@numberdesk/core/orders';

/** What a list asks for, and how to tell whether an order belongs in it and where. */
export interface ListRule {
  readonly filter: OrderFilter;
  readonly sort: OrderSort;
  readonly compare: (a: Order, b: Order) => number;
  readonly belongs: (order: Order, now: number) => boolean;
}

/** Makes the rule of a list; `parents` are the accounts above each account that is known of (ACC-1). */
export function listRule(
  filter: OrderFilter,
  sort: OrderSort,
  parents: ReadonlyMap<string, string | null> = new Map(),
): ListRule {
  const isWithin = (own: string | null | undefined, wanted: string): boolean =>
    own === wanted || (own ? isWithin(parents.get(own), wanted) : false);
  return {
    filter,
    sort,
    compare: compareOrders(sort),
    belongs: (order, now) => matchesOrderQuery(order, filter, now, isWithin),
  };
}
