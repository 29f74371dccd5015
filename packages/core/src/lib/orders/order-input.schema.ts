import * as z from 'zod/mini';
import { accountId } from '../access/account-input.schema.ts';
import { emailAddress, instant } from '../internal/formats.schema.ts';
import { identifier, textLine } from '../internal/text.schema.ts';
import { orderStatuses } from './order-status.ts';

/** The reseller's own number of an order, the one in the confirmation mail. */
export const orderNumber = identifier(64);

const lineId = identifier(64);

/** Which order is meant. */
export const orderParams = z.strictObject({ number: orderNumber });

/** Which line of which order is meant. */
export const orderLineParams = z.strictObject({ number: orderNumber, id: lineId });

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

/** When the upstream carrier's orders were last read in. */
export const orderSyncSchema = z.strictObject({ at: instant });
