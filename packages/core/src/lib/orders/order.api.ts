import type { Operation, Sent } from '../http/operation.ts';
import { listOrderEvents } from './order-event.api.ts';
import type { orderQuerySchema } from './order-query.schema.ts';
import type {
  lineMoveSchema,
  newOrderSchema,
  orderBackfillSchema,
  orderLineParams,
  orderParams,
  orderSyncSchema,
} from './order-input.schema.ts';
import { orderPageSchema, orderSchema, orderSyncedSchema } from './order.schema.ts';

/**
 * The orders of the account and of what lies below it, the newest number first; with `account`, those of an account
 * below, of which one that is out of reach does not exist (ACC-1).
 */
export const listOrders = {
  method: 'get',
  path: 'orders',
  summary: 'The orders of the account and of what lies below it, the newest number first.',
  needs: 'orders:view',
  query: {} as Sent<typeof orderQuerySchema>,
  output: orderPageSchema,
  throws: ['not-found'],
} as const satisfies Operation;

/** One order. */
export const getOrder = {
  method: 'get',
  path: 'orders/{number}',
  summary: 'One order.',
  needs: 'orders:view',
  params: {} as Sent<typeof orderParams>,
  output: orderSchema,
  throws: ['not-found'],
} as const satisfies Operation;

/** Records a new order. */
export const placeOrder = {
  method: 'post',
  path: 'orders',
  summary: 'Records a new order.',
  needs: 'orders:place',
  body: {} as Sent<typeof newOrderSchema>,
  output: orderSchema,
  status: 201,
  idempotency: 'required',
  throws: ['not-found', 'order-exists', 'invalid'],
} as const satisfies Operation;

/** Creates an order or replaces it by what another system knows of it. */
export const backfillOrder = {
  method: 'put',
  path: 'orders/{number}',
  summary: 'Creates an order or replaces it by what another system knows of it.',
  needs: 'orders:manage',
  params: {} as Sent<typeof orderParams>,
  body: {} as Sent<typeof orderBackfillSchema>,
  output: orderSchema,
  ifMatch: 'honoured',
  throws: ['not-found', 'invalid', 'stale'],
} as const satisfies Operation;

/** Moves one line to another status and answers the whole order. */
export const moveOrderLine = {
  method: 'patch',
  path: 'orders/{number}/lines/{id}',
  summary: 'Moves one line to another status and answers the whole order.',
  needs: 'orders:manage',
  params: {} as Sent<typeof orderLineParams>,
  body: {} as Sent<typeof lineMoveSchema>,
  output: orderSchema,
  idempotency: 'honoured',
  ifMatch: 'required',
  throws: ['not-found', 'transition-not-allowed', 'invalid', 'stale'],
} as const satisfies Operation;

/** Records when the upstream carrier's orders were last read in. */
export const recordOrderSync = {
  method: 'put',
  path: 'sync/orders',
  summary: "Records when the upstream carrier's orders were last read in.",
  needs: 'secret-key',
  body: {} as Sent<typeof orderSyncSchema>,
  output: orderSyncedSchema,
  throws: ['invalid'],
} as const satisfies Operation;

/** Every operation on number orders, by the name of its method (ORD-1 … ORD-9). */
export const orderApi = {
  list: listOrders,
  get: getOrder,
  history: listOrderEvents,
  place: placeOrder,
  backfill: backfillOrder,
  moveLine: moveOrderLine,
  recordSync: recordOrderSync,
};
