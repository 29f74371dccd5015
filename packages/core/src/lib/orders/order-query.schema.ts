import * as z from 'zod/mini';
import { pageQuerySchema } from '../http/page-query.schema.ts';
import { instant } from '../internal/formats.schema.ts';
import { identifier, textLine } from '../internal/text.schema.ts';
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
  /** An account: its orders and those of the accounts below it. */
  account: z.optional(identifier(64)),
  /** Placed at this moment or after it. */
  placedFrom: z.optional(instant),
  /** Placed before this moment. */
  placedBefore: z.optional(instant),
});

export type OrderQuery = z.infer<typeof orderQuerySchema>;
