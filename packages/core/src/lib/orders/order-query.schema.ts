import * as z from 'zod/mini';
import { pageQuerySchema } from '../http/page-query.schema.ts';
import { textLine } from '../internal/text.schema.ts';
import { orderStatuses } from './order-status.ts';

/** The orders that a list may be sorted by, `-` for the greatest first. */
export const orderSorts = ['-number', 'number', '-placedAt', 'placedAt'] as const;

export type OrderSort = (typeof orderSorts)[number];

/** What of the orders is asked for. */
export const orderQuerySchema = z.extend(pageQuerySchema, {
  view: z._default(z.enum(['active', 'history']), 'active'),
  /** Rolled-up statuses; none means all. */
  status: z._default(z.array(z.enum(orderStatuses)), []),
  sort: z._default(z.enum(orderSorts), '-number'),
  /** Start of the order number, or of a word of the name of who placed it. */
  q: z.optional(textLine(100)),
});

export type OrderQuery = z.infer<typeof orderQuerySchema>;
