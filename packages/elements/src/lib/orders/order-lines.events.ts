import type { Order } from '@numberdesk/core/orders';

/** The lines of an order have been opened or closed. */
export class OrderExpandedEvent extends Event {
  readonly order: Order;
  readonly isExpanded: boolean;

  constructor(order: Order, isExpanded: boolean) {
    super('order-expanded', { bubbles: true, composed: true });
    this.order = order;
    this.isExpanded = isExpanded;
  }
}
