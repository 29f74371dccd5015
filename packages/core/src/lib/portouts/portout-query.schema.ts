import * as z from 'zod/mini';
import { pageQuerySchema } from '../http/page-query.schema.ts';
import { instant } from '../internal/formats.schema.ts';
import { identifier, textLine } from '../internal/text.schema.ts';

/** What port-out requests may be sorted by, `-` for the greatest first; `dueAt` is the earliest deadline, none last. */
export const portOutSorts = ['-receivedAt', 'receivedAt', 'dueAt'] as const;

export type PortOutSort = (typeof portOutSorts)[number];

/** The groups that a list is filtered by (POR-2). */
export const portOutFilters = ['all', 'incomplete', 'complete'] as const;

export type PortOutFilter = (typeof portOutFilters)[number];

/** What of the port-out requests is asked for. */
export const portOutQuerySchema = z.extend(pageQuerySchema, {
  filter: z._default(z.enum(portOutFilters), 'all'),
  /** None means all; one that is not known is looked for as it is (POR-6). */
  status: z._default(z.array(textLine(40)).check(z.maxLength(20)), []),
  sort: z._default(z.enum(portOutSorts), '-receivedAt'),
  /** A number however it is formatted, its area code, four and more digits of it, or the start of a request number (POR-2). */
  q: z.optional(textLine(100)),
  /** Those whose earliest deadline is before this moment. */
  dueBefore: z.optional(instant),
  /** An account: its requests and those of the accounts below it. */
  account: z.optional(identifier(64)),
});

export type PortOutQuery = z.infer<typeof portOutQuerySchema>;

/** Which month's charges are asked for. */
export const chargeQuerySchema = z.extend(pageQuerySchema, {
  /** `YYYY-MM`; the running one unless given. */
  month: z.optional(
    z.string().check(z.regex(/^[0-9]{4}-(?:0[1-9]|1[0-2])$/, 'Not a month, such as "2026-01".')),
  ),
  /** An account: its charges and those of the accounts below it; staff has to name one. */
  account: z.optional(identifier(64)),
});
