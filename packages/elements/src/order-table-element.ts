/**
 * The class of `<order-table>` and its events, registered by nothing but your own `define(tag?, registry?)`.
 *
 * @module
 */
export { OrderTable } from './lib/orders/order-table.element.ts';
export type { OrderExpandedEvent, OrderOpenRequestEvent } from './lib/orders/order-table.events.ts';
export type { SessionExpiredEvent } from './lib/internal/portal.events.ts';
