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

/** A person wants to send documents for an order. Cancel it to take them in the page's own way. */
export class OrderDocumentsRequestEvent extends Event {
  readonly order: Order;

  constructor(order: Order) {
    super('order-documents-request', { bubbles: true, composed: true, cancelable: true });
    this.order = order;
  }
}

/** A person has chosen other orders to see. Keep `viewState` to give it back to the table later. */
export class ViewStateChangedEvent extends Event {
  readonly viewState: string;

  constructor(viewState: string) {
    super('view-state-changed', { bubbles: true, composed: true });
    this.viewState = viewState;
  }
}

declare global {
  interface HTMLElementEventMap {
    'order-open-request': OrderOpenRequestEvent;
    'order-documents-request': OrderDocumentsRequestEvent;
    'order-expanded': OrderExpandedEvent;
    'view-state-changed': ViewStateChangedEvent;
  }
}
