import type { InputsOf } from '../http/operation.ts';
import { pageQuerySchema } from '../http/page-query.schema.ts';
import {
  lineMoveSchema,
  newOrderSchema,
  orderBackfillSchema,
  orderLineParams,
  orderParams,
  orderSyncSchema,
} from './order-input.schema.ts';
import { orderQuerySchema } from './order-query.schema.ts';
import type { orderApi } from './order.api.ts';

/** What each operation is sent, to be checked where it arrives; whoever only calls never loads it. */
export const orderInputs = {
  list: { query: orderQuerySchema },
  get: { params: orderParams },
  history: { params: orderParams, query: pageQuerySchema },
  place: { body: newOrderSchema },
  backfill: { params: orderParams, body: orderBackfillSchema },
  moveLine: { params: orderLineParams, body: lineMoveSchema },
  recordSync: { body: orderSyncSchema },
} satisfies InputsOf<typeof orderApi>;
