import * as z from 'zod/mini';
import { accountId } from '../access/account.schema.ts';
import { pageOf, pageQuery } from '../http/page.schema.ts';
import { emailAddress, instant, textLine } from '../internal/text.schema.ts';
import type { OrderAction } from './order-actions.ts';
import { type OrderStatus, orderStatuses } from './order-status.ts';

/** Kinds of numbers; others are handed on raw. */
export const numberTypes = ['local', 'toll-free', 'mobile', 'national'] as const;

export type NumberType = (typeof numberTypes)[number];

/** The reseller's own number of an order, the one in the confirmation mail. */
export const orderNumber = textLine(64);

const lineId = textLine(64);
const leadTime = z
  .strictObject({ min: z.int().check(z.gte(0), z.lte(999)), max: z.int().check(z.gte(0), z.lte(999)) })
  .check(
    z.refine((range) => range.min <= range.max, { path: ['max'], error: '"max" must not be below "min".' }),
  );

const e164 = z
  .string()
  .check(z.regex(/^\+[1-9][0-9]{6,14}$/, 'Not a phone number in E.164, such as "+15013334444".'));
const numbers = z.array(e164).check(z.maxLength(10_000));

const newLine = {
  /** Unique in the order; the line's place, from "1", unless given. */
  id: z.optional(lineId),
  type: textLine(40),
  location: z.strictObject({
    country: z
      .string()
      .check(z.regex(/^[A-Z]{2}$/, 'Not a country code of two capital letters, such as "US".')),
    region: z.optional(textLine(100)),
    city: z.optional(textLine(100)),
  }),
  quantity: z.int().check(z.gte(1), z.lte(10_000)),
  supply: z.enum(['on-order', 'in-stock']),
  /** In business days, as the cart showed it at the time of order (ORD-5). */
  leadTime: z._default(z.nullable(leadTime), null),
};

const lineIdsDiffer = z.refine<{ id?: string | undefined }[]>(
  (lines) => new Set(lines.map((line, index) => line.id ?? String(index + 1))).size === lines.length,
  { error: 'Two lines have the same id.' },
);

const placed = {
  account: accountId,
  confirmedAt: z._default(z.nullable(instant), null),
  placedBy: z.strictObject({ name: textLine(200), email: z.optional(emailAddress) }),
};

/** An order as it is placed. */
export const newOrderSchema = z.strictObject({
  number: orderNumber,
  ...placed,
  /** Now, unless given. */
  placedAt: z.optional(instant),
  lines: z
    .array(
      z.strictObject({
        ...newLine,
        status: z._default(z.enum(['processing', 'pending-docs']), 'processing'),
      }),
    )
    .check(z.minLength(1), z.maxLength(200), lineIdsDiffer),
});

export type NewOrder = z.input<typeof newOrderSchema>;

/** An order as another system knows it, with all that has happened to it. */
export const orderBackfillSchema = z.strictObject({
  ...placed,
  placedAt: instant,
  lines: z
    .array(
      z.strictObject({
        ...newLine,
        status: z.enum(orderStatuses),
        statusChangedAt: instant,
        numbers: z._default(numbers, []),
      }),
    )
    .check(z.minLength(1), z.maxLength(200), lineIdsDiffer),
});

export type OrderBackfill = z.input<typeof orderBackfillSchema>;

/** Where a line goes; with `completed`, the numbers it was provisioned with (ORD-7). */
export const lineMoveSchema = z.strictObject({
  status: z.enum(orderStatuses),
  numbers: z._default(numbers, []),
});

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
  quantity: z.int(),
  supply: open<'on-order' | 'in-stock'>(),
  status: open<OrderStatus>(),
  statusChangedAt: z.string(),
  leadTime: z.nullable(z.looseObject({ min: z.int(), max: z.int() })),
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
  quantity: z.int(),
  status: open<OrderStatus>(),
  action: z.nullable(open<OrderAction>()),
  leavesAt: z.nullable(z.string()),
  version: z.int(),
  lines: z.array(orderLineSchema),
});

export type Order = z.infer<typeof orderSchema>;

/** The orders that a list may be sorted by, `-` for the greatest first. */
export const orderSorts = ['-number', 'number', '-placedAt', 'placedAt'] as const;

export type OrderSort = (typeof orderSorts)[number];

/** What of the orders is asked for. */
export const orderQuerySchema = z.strictObject({
  view: z._default(z.enum(['active', 'history']), 'active'),
  /** Rolled-up statuses; none means all. */
  status: z._default(z.array(z.enum(orderStatuses)), []),
  sort: z._default(z.enum(orderSorts), '-number'),
  /** Start of the order number, or of a word of the name of who placed it. */
  q: z.optional(textLine(100)),
  ...pageQuery,
});

export type OrderQuery = z.infer<typeof orderQuerySchema>;

/** One page of orders. */
export const orderPageSchema = z.extend(pageOf(orderSchema), {
  /** When the upstream carrier's orders were last read in; `null` where that is not done (ORD-9). */
  syncedAt: z.nullable(z.string()),
  /** The position in the event feed that this answer shows: follow the events after it and nothing is missed. */
  feed: z.int(),
});

export type OrderPage = z.infer<typeof orderPageSchema>;

/** When the upstream carrier's orders were last read in. */
export const orderSyncSchema = z.strictObject({ at: instant });
