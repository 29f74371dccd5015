import { type Order, compareOrders, matchesOrderQuery } from '@numberdesk/core/orders';
import type { LoadedOrders } from './loaded-orders.ts';

/** How to tell whether an order belongs in a list and where. */
export interface ListRule {
  readonly compare: (a: Order, b: Order) => number;
  readonly belongs: (order: Order, now: number) => boolean;
}

/** Makes the rule of a list from the question that it answers (ORD-1, ACC-1). */
export function listRule({
  ask: { filter, sort },
  parents,
}: Pick<LoadedOrders, 'ask' | 'parents'>): ListRule {
  const isWithin = (own: string | null | undefined, wanted: string): boolean =>
    own === wanted || (own ? isWithin(parents?.get(own), wanted) : false);
  return {
    compare: compareOrders(sort),
    belongs: (order, now) => matchesOrderQuery(order, filter, now, isWithin),
  };
}
