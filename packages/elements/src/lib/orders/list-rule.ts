import { compareOrders, orderMatcher } from '@numberdesk/core/orders';
import type { OrderQuestion, OrderRules } from './order-rule.ts';

/** Makes the rule of a list from the question that it answers (ORD-1, ACC-1). */
export function listRule({ ask: { filter, sort }, parents }: OrderQuestion): OrderRules {
  const isWithin = (own: string | null | undefined, wanted: string): boolean =>
    own === wanted || (own ? isWithin(parents?.get(own), wanted) : false);
  return {
    compare: compareOrders(sort),
    belongs: (now) => orderMatcher(filter, now, isWithin),
  };
}
