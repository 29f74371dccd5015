import type { Order } from '@numberdesk/core/orders';

/** A person follows the link of an order's number. Cancel it to open the order in the page's own way. */
export class OrderOpenRequestEvent extends Event {
  readonly order: Order;

  constructor(order: Order) {
    super('order-open-request', { bubbles: true, composed: true, cancelable: true });
    this.order = order;
  }
}

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

declare global {
  interface HTMLElementEventMap {
    'order-open-request': OrderOpenRequestEvent;
    'order-expanded': OrderExpandedEvent;
  }
}
