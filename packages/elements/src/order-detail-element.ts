/**
 * The class of `<order-detail>`, registered by nothing but your own `define(tag?, registry?)`.
 *
 * @module
 */
export { OrderDetail } from './lib/orders/order-detail.element.ts';
export type { SessionExpiredEvent } from './lib/internal/portal.events.ts';
