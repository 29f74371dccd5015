import type { Order } from '@numberdesk/core/orders';
import type { ListViewChangedEvent } from '../internal/list-view.events.ts';
import type { OrderExpandedEvent } from './order-lines.events.ts';

export type { OrderExpandedEvent } from './order-lines.events.ts';
export type { ListViewChangedEvent as ViewStateChangedEvent } from '../internal/list-view.events.ts';

/** A person follows the link of an order's number. Cancel it to open the order in the page's own way. */
export class OrderOpenRequestEvent extends Event {
  readonly order: Order;

  constructor(order: Order) {
    super('order-open-request', { bubbles: true, composed: true, cancelable: true });
    this.order = order;
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

declare global {
  interface HTMLElementEventMap {
    'order-open-request': OrderOpenRequestEvent;
    'order-documents-request': OrderDocumentsRequestEvent;
    'order-expanded': OrderExpandedEvent;
    'view-state-changed': ListViewChangedEvent;
  }
}
