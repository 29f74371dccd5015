/**
 * The class of `<order-detail>` and its events, registered by nothing but your own `define(tag?, registry?)`.
 *
 * @module
 */
export { OrderDetail } from './lib/orders/order-detail.element.ts';
export type { OrderDocumentsRequestEvent } from './lib/orders/order-table.events.ts';
export type { SessionExpiredEvent } from './lib/internal/portal.events.ts';
