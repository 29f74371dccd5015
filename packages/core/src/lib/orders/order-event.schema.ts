import * as z from 'zod/mini';
import { pageShape } from '../http/page.schema.ts';
import { orderSchema } from './order.schema.ts';

/**
 * What happens to an order: it is placed, confirmed by the carrier, a line of it moves, another system says it anew,
 * it leaves the active list (ORD-6).
 */
export const orderEventKinds = ['placed', 'confirmed', 'moved', 'updated', 'leaves'] as const;

export type OrderEventKind = (typeof orderEventKinds)[number];

/** Something that happened to an order; unknown kinds and fields are kept. */
export const orderEventSchema = z.looseObject({
  id: z.string(),
  /** When it happened; with `leaves`, when the order leaves or has left the active list. */
  at: z.string(),
  kind: z.string() as unknown as z.ZodMiniType<
    OrderEventKind | (string & {}),
    OrderEventKind | (string & {})
  >,
  /** Whose doing it was: `customer`, `provider` or `system`; `name` only where the reader may know it. */
  by: z.nullable(z.looseObject({ side: z.string(), name: z.nullable(z.string()) })),
  /** Id of the line that moved. */
  line: z.optional(z.string()),
  /** The line's status before, where that is known. */
  from: z.optional(z.string()),
  to: z.optional(z.string()),
  /** The numbers that it was completed with, as far as it still carries them (ORD-7). */
  numbers: z.optional(z.array(z.string())),
});

export type OrderEvent = z.infer<typeof orderEventSchema>;

/** One page of what happened to an order, the newest first, with the order at that very moment. */
export const orderEventPageSchema = z.looseObject({
  ...pageShape(orderEventSchema),
  order: orderSchema,
  /** The order's account by name. */
  account: z.looseObject({ id: z.string(), name: z.string() }),
  /** The position in the event feed that this answer shows: follow the events after it and nothing is missed. */
  feed: z.number(),
});

export type OrderEventPage = z.infer<typeof orderEventPageSchema>;
