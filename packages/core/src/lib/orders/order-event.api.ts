import type { Operation, Sent } from '../http/operation.ts';
import type { pageQuerySchema } from '../http/page-query.schema.ts';
import { orderEventPageSchema } from './order-event.schema.ts';
import type { orderParams } from './order-input.schema.ts';

/** What happened to an order, the newest first. */
export const listOrderEvents = {
  method: 'get',
  path: 'orders/{number}/history',
  summary: 'What happened to an order, the newest first.',
  needs: 'orders:view',
  params: {} as Sent<typeof orderParams>,
  query: {} as Sent<typeof pageQuerySchema>,
  output: orderEventPageSchema,
  throws: ['not-found'],
} as const satisfies Operation;
