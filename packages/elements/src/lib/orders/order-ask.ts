import type { OrderFilter, OrderSort } from '@numberdesk/core/orders';

/** What is asked for; another object is another question. */
export interface ListAsk {
  readonly filter: OrderFilter;
  readonly sort: OrderSort;
}
