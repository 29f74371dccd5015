import type { OrderStatus } from './order-status.ts';

/** What the customer must do, by status (ORD-4). */
export const orderActions = {
  processing: null,
  'pending-docs': 'action-required',
  completed: null,
  canceled: null,
} as const satisfies Record<OrderStatus, 'action-required' | null>;

export type OrderAction = NonNullable<(typeof orderActions)[OrderStatus]>;

/** What the customer must do about an order or line in this status; `null` is nothing (ORD-4). */
export function orderAction(status: string): OrderAction | null {
  return Object.hasOwn(orderActions, status) ? orderActions[status as OrderStatus] : null;
}
