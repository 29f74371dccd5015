/**
 * Number orders: what a status means, where a line may go, how long an order stays, when it is due.
 *
 * @module
 */
export {
  type OrderStatus,
  orderLineTransitions,
  orderStatus,
  orderStatuses,
} from './lib/orders/order-status.ts';
export { type OrderAction, orderAction, orderActions } from './lib/orders/order-actions.ts';
export { type LineMoveProblem, lineMoveProblem, lineNumbersProblem } from './lib/orders/line-move.ts';
export {
  type RetainedOrder,
  hasEnded,
  isActiveOrder,
  orderEndedAt,
  retentionEndsAt,
} from './lib/orders/retention.ts';
export { type DateRange, type QuotedLine, isEstimatePassed, leadTimeRange } from './lib/orders/lead-time.ts';
export { type OrderFacts, orderBody } from './lib/orders/order-body.ts';
export {
  type LineFacts,
  carriedNumbersProblems,
  completeLines,
  keepFrozen,
  numbersFieldProblem,
} from './lib/orders/order-lines.ts';
export { type OrderChangeRecord, leavingEvents, orderEventsOf } from './lib/orders/order-history.ts';
export {
  type OrderEvent,
  type OrderEventKind,
  type OrderEventPage,
  orderEventKinds,
  orderEventPageSchema,
  orderEventSchema,
} from './lib/orders/order-event.schema.ts';
export {
  type ConfirmedOrder,
  confirmationDueAt,
  defaultConfirmationHours,
} from './lib/orders/confirmation.ts';
export { orderNumberKey } from './lib/orders/order-number.ts';
export {
  type OrderFilter,
  compareOrders,
  matchesOrderQuery,
  orderMatcher,
  orderSearchTerms,
  sortOrders,
} from './lib/orders/order-list.ts';
export { placedOnDays } from './lib/orders/placed-days.ts';
export {
  type NumberType,
  type Order,
  type OrderLine,
  type OrderPage,
  numberTypes,
  orderLineSchema,
  orderPageSchema,
  orderSchema,
} from './lib/orders/order.schema.ts';
export {
  type OrderQuery,
  type OrderSort,
  orderQuerySchema,
  orderSorts,
} from './lib/orders/order-query.schema.ts';
export {
  type NewOrder,
  type OrderBackfill,
  newOrderSchema,
  orderBackfillSchema,
} from './lib/orders/order-input.schema.ts';
export { listOrderEvents } from './lib/orders/order-event.api.ts';
export {
  backfillOrder,
  getOrder,
  listOrders,
  moveOrderLine,
  orderApi,
  placeOrder,
  recordOrderSync,
} from './lib/orders/order.api.ts';
