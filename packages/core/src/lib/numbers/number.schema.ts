import * as z from 'zod/mini';
import { pageShape } from '../http/page.schema.ts';
import type { CallPurpose } from './call-purposes.ts';
import type { NumberRowProblemCode, NumberWarning } from './number-problems.ts';
import type { NumberStatus } from './number-status.ts';

type Open<Known extends string> = Known | (string & {});
const open = <Known extends string>() => z.string() as unknown as z.ZodMiniType<Open<Known>, Open<Known>>;

/** A number of the inventory as the server shows it; unknown fields, statuses and purposes are kept (NUM-8, NUM-9). */
export const phoneNumberSchema = z.looseObject({
  id: z.string(),
  /** In E.164, such as `+15013334444`. */
  number: z.string(),
  account: z.string(),
  /** `null` where nobody has said it yet: an order brought the number (ORD-7). */
  purpose: z.nullable(open<CallPurpose>()),
  status: open<NumberStatus>(),
  statusChangedAt: z.string(),
  /** What staff said with their verdict. */
  note: z.nullable(z.string()),
  /** What is odd about it, so that staff looks at it first. */
  warning: z.nullable(open<NumberWarning>()),
  /** Number of the order that brought it. */
  order: z.nullable(z.string()),
  addedAt: z.string(),
  /** Whether a port-out of it is open: until that ends it can be neither moved nor removed (POR-7). */
  leaving: z.optional(z.boolean()),
  version: z.number(),
});

export type PhoneNumber = z.infer<typeof phoneNumberSchema>;

/** One page of the inventory. */
export const phoneNumberPageSchema = z.looseObject({
  ...pageShape(phoneNumberSchema),
  /** The position in the event feed that this answer shows: follow the events after it and nothing is missed. */
  feed: z.number(),
});

export type PhoneNumberPage = z.infer<typeof phoneNumberPageSchema>;

/** A row of a batch that was not added, with its place in the request, from 0 (NUM-7). */
export const rejectedRowSchema = z.looseObject({
  index: z.number(),
  number: z.string(),
  purpose: z.string(),
  code: open<NumberRowProblemCode>(),
  detail: z.string(),
  /** What was probably meant; never applied by itself. */
  suggestion: z.optional(z.string()),
  /** Whether the same row with `reassign` would take the number out of the account that has it (NUM-8). */
  canReassign: z.boolean(),
  /** With `canReassign`: the account that would lose the number. */
  holder: z.optional(z.looseObject({ id: z.string(), name: z.string() })),
  /** With `duplicate-in-batch`: the row that has the number first. */
  first: z.optional(z.number()),
});

export type RejectedRow = z.infer<typeof rejectedRowSchema>;

/** What became of a batch: each row is in one of the two lists (NUM-7). */
export const numberBatchSchema = z.looseObject({
  id: z.string(),
  added: z.array(phoneNumberSchema),
  rejected: z.array(rejectedRowSchema),
  totals: z.looseObject({ rows: z.number(), added: z.number(), rejected: z.number() }),
});

export type NumberBatch = z.infer<typeof numberBatchSchema>;

/** How far an import of more rows than one request takes has got. */
export const numberImportSchema = z.looseObject({
  id: z.string(),
  account: z.string(),
  /** The file's name, as whoever imports it calls it. */
  name: z.nullable(z.string()),
  /** Rows that are to come in all. */
  rows: z.number(),
  /** Rows that have come; the next batch begins at this row, from 0. */
  next: z.number(),
  added: z.number(),
  rejected: z.number(),
  createdAt: z.string(),
});

export type NumberImport = z.infer<typeof numberImportSchema>;

/** The number that was taken out of the inventory. */
export const removedNumberSchema = z.looseObject({ id: z.string(), number: z.string() });
