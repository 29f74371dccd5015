import * as z from 'zod/mini';
import { op } from '../http/operation.ts';
import {
  lineMoveSchema,
  newOrderSchema,
  orderBackfillSchema,
  orderNumber,
  orderPageSchema,
  orderQuerySchema,
  orderSchema,
  orderSyncSchema,
} from './order.schema.ts';

const byNumber = z.strictObject({ number: orderNumber });

/** Number orders (ORD-1 … ORD-9). */
export const orderApi = {
  list: op({
    method: 'get',
    path: 'orders',
    summary: 'The orders of the account and of what lies below it, the newest number first.',
    needs: 'orders:view',
    query: orderQuerySchema,
    output: orderPageSchema,
    throws: [],
  }),
  get: op({
    method: 'get',
    path: 'orders/{number}',
    summary: 'One order.',
    needs: 'orders:view',
    params: byNumber,
    output: orderSchema,
    throws: ['not-found'],
  }),
  place: op({
    method: 'post',
    path: 'orders',
    summary: 'Records a new order.',
    needs: 'orders:place',
    body: newOrderSchema,
    output: orderSchema,
    status: 201,
    idempotency: 'required',
    throws: ['not-found', 'order-exists', 'invalid'],
  }),
  backfill: op({
    method: 'put',
    path: 'orders/{number}',
    summary: 'Creates an order or replaces it by what another system knows of it.',
    needs: 'orders:manage',
    params: byNumber,
    body: orderBackfillSchema,
    output: orderSchema,
    ifMatch: 'honoured',
    throws: ['not-found', 'invalid', 'stale'],
  }),
  moveLine: op({
    method: 'patch',
    path: 'orders/{number}/lines/{id}',
    summary: 'Moves one line to another status and answers the whole order.',
    needs: 'orders:manage',
    params: z.strictObject({ number: orderNumber, id: orderNumber }),
    body: lineMoveSchema,
    output: orderSchema,
    idempotency: 'honoured',
    ifMatch: 'required',
    throws: ['not-found', 'transition-not-allowed', 'invalid', 'stale'],
  }),
  recordSync: op({
    method: 'put',
    path: 'sync/orders',
    summary: "Records when the upstream carrier's orders were last read in.",
    needs: 'secret-key',
    body: orderSyncSchema,
    output: orderSyncSchema,
    throws: ['invalid'],
  }),
};
