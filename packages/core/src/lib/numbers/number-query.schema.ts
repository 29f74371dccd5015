import * as z from 'zod/mini';
import { pageQuerySchema } from '../http/page-query.schema.ts';
import { identifier, textLine } from '../internal/text.schema.ts';
import { callPurposes } from './call-purposes.ts';
import { numberStatuses } from './number-status.ts';

/** What the numbers may be sorted by, `-` for the greatest first. */
export const numberSorts = ['-addedAt', 'addedAt', 'number', '-number'] as const;

export type NumberSort = (typeof numberSorts)[number];

/** What of the numbers is asked for. */
export const numberQuerySchema = z.extend(pageQuerySchema, {
  /** None means all. */
  status: z._default(z.array(z.enum(numberStatuses)), []),
  /** None means all. */
  purpose: z._default(z.array(z.enum(callPurposes)), []),
  sort: z._default(z.enum(numberSorts), '-addedAt'),
  /** A number however it is formatted, or four and more digits of it that follow each other. */
  q: z.optional(textLine(100)),
  /** An account: its numbers and those of the accounts below it. */
  account: z.optional(identifier(64)),
});

export type NumberQuery = z.infer<typeof numberQuerySchema>;
