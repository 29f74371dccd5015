import * as z from 'zod/mini';
import { accountId } from '../access/account-input.schema.ts';
import { identifier, textLine } from '../internal/text.schema.ts';
import { callPurposes } from './call-purposes.ts';

/** Rows that one request takes at most; a policy may allow fewer, and imports of several requests (NUM-7). */
export const batchRequestRows = 10_000;

/**
 * Text as it stands in a row: checked row by row, so that one bad row refuses no other. No number and no purpose comes near
 * this length; what lies beyond is left out.
 */
const cell = z.string().check(z.overwrite((text) => text.slice(0, 200).replace(/[\ud800-\udbff]$/, '')));

const count = z.int().check(z.gte(0), z.lte(1_000_000));

/** What may be said of a row of a number that another account has (NUM-8). */
const taking = {
  reassign: z.optional(z.boolean()),
  /** With `reassign`: the account that is to lose it; where another has it by then, the row is rejected. */
  from: z.optional(accountId),
};

/** That somebody has seen how many numbers will be unable to place calls (NUM-6). */
const confirmation = z.strictObject({ doNotOriginate: count });

/** Several numbers at once; each row is added or has its reason (NUM-7). */
export const numberBatchInputSchema = z.strictObject({
  account: accountId,
  rows: z
    .array(z.strictObject({ number: cell, purpose: cell, ...taking }))
    .check(z.minLength(1), z.maxLength(batchRequestRows)),
  confirm: z.optional(confirmation),
  /** The import that this is a piece of, and its first row's place in that, from 0. */
  import: z.optional(z.strictObject({ id: identifier(64), from: count })),
});

export type NumberBatchInput = z.input<typeof numberBatchInputSchema>;

/** An import of more rows than one request takes. */
export const numberImportInputSchema = z.strictObject({
  account: accountId,
  rows: z.int().check(z.gte(1), z.lte(1_000_000)),
  name: z.optional(textLine(200)),
});

/** One number (NUM-2). */
export const numberInputSchema = z.strictObject({
  account: accountId,
  number: cell,
  purpose: cell,
  ...taking,
  confirm: z.optional(confirmation),
});

export type NumberInput = z.input<typeof numberInputSchema>;

/** What of a number is to be another: its purpose, or the account it sits in (NUM-8). */
export const numberChangeSchema = z.strictObject({
  purpose: z.optional(z.enum(callPurposes)),
  account: z.optional(accountId),
  confirm: z.optional(confirmation),
});

/** What the provider's staff finds of a number (NUM-9); a rejection says why. */
export const numberVerdictSchema = z
  .strictObject({ valid: z.boolean(), note: z.optional(textLine(500)) })
  .check(
    z.refine(({ valid, note }) => valid || note !== undefined, {
      path: ['note'],
      error: 'A rejection needs a note that says why.',
    }),
  );

/** Which number is meant, by its id. */
export const numberParams = z.strictObject({ id: identifier(64) });

/** Which import is meant. */
export const numberImportParams = z.strictObject({ id: identifier(64) });
