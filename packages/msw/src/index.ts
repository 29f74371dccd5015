/**
 * A mock of the server for your own tests, by Mock Service Worker and the real rules.
 *
 * @module
 */
export { type PortalMock, mockHandlers } from './lib/mock-handlers.ts';
export type { MockFailure, MockOptions, SessionSeed } from './lib/mock-options.ts';
export type { MockNumbers } from './lib/mock-numbers.ts';
export type { MockOrders } from './lib/mock-orders.ts';
export type { MockActor, MockPortOuts } from './lib/mock-portouts.ts';
export type { AccountSeed } from './lib/account-book.ts';
export { type NumberSeed, sampleNumbers } from './lib/number-seed.ts';
export { type PortOutSeed, samplePortOuts } from './lib/portout-seed.ts';
export { type LineSeed, type OrderSeed, sampleOrders } from './lib/order-seed.ts';
