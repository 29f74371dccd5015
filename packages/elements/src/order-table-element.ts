/**
 * The class of `<order-table>` and its events, registered by nothing but your own `define(tag?, registry?)`.
 *
 * @module
 */
export { OrderTable } from './lib/orders/order-table.element.ts';
export type { OrderColumn } from './lib/orders/order-view.ts';
export type {
  OrderDocumentsRequestEvent,
  OrderExpandedEvent,
  OrderOpenRequestEvent,
  ViewStateChangedEvent,
} from './lib/orders/order-table.events.ts';
export type { SessionExpiredEvent } from './lib/internal/portal.events.ts';
