import * as z from 'zod/mini';
import { pageShape } from '../http/page.schema.ts';
import type { OrderAction } from './order-actions.ts';
import type { OrderStatus } from './order-status.ts';

/** Kinds of numbers; others are handed on raw. */
export const numberTypes = ['local', 'toll-free', 'mobile', 'national'] as const;

export type NumberType = (typeof numberTypes)[number];

type Open<Known extends string> = Known | (string & {});
const open = <Known extends string>() => z.string() as unknown as z.ZodMiniType<Open<Known>, Open<Known>>;

/** One line of an order as the server shows it; unknown fields, types and statuses are kept. */
export const orderLineSchema = z.looseObject({
  id: z.string(),
  type: open<NumberType>(),
  location: z.looseObject({
    country: z.string(),
    region: z.optional(z.string()),
    city: z.optional(z.string()),
  }),
  quantity: z.number(),
  supply: open<'on-order' | 'in-stock'>(),
  status: open<OrderStatus>(),
  statusChangedAt: z.string(),
  leadTime: z.nullable(z.looseObject({ min: z.number(), max: z.number() })),
  estimated: z.nullable(z.looseObject({ from: z.string(), to: z.string() })),
  numbers: z.array(z.string()),
});

export type OrderLine = z.infer<typeof orderLineSchema>;

/** An order as the server shows it (ORD-2). */
export const orderSchema = z.looseObject({
  number: z.string(),
  account: z.string(),
  placedAt: z.string(),
  confirmedAt: z.nullable(z.string()),
  placedBy: z.looseObject({ name: z.string(), email: z.optional(z.string()) }),
  quantity: z.number(),
  status: open<OrderStatus>(),
  action: z.nullable(open<OrderAction>()),
  leavesAt: z.nullable(z.string()),
  version: z.number(),
  lines: z.array(orderLineSchema),
});

export type Order = z.infer<typeof orderSchema>;

/** One page of orders. */
export const orderPageSchema = z.looseObject({
  ...pageShape(orderSchema),
  /** When the upstream carrier's orders were last read in; `null` where they never were (ORD-9). */
  syncedAt: z.nullable(z.string()),
  /** The position in the event feed that this answer shows: follow the events after it and nothing is missed. */
  feed: z.number(),
});

export type OrderPage = z.infer<typeof orderPageSchema>;

/** When the upstream carrier's orders were last read in (ORD-9). */
export const orderSyncedSchema = z.looseObject({ at: z.string() });
