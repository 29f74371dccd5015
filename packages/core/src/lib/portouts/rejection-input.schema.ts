import * as z from 'zod/mini';
import { calendarDate } from '../internal/formats.schema.ts';
import { textLine } from '../internal/text.schema.ts';
import { e164 } from './portout-input.schema.ts';

/** A rejection as it is sent; whether its reason has what it needs is for `rejectionProblems` to say (POR-5). */
export const rejectionInputSchema = z.strictObject({
  reason: textLine(64),
  details: z._default(
    z.strictObject({
      field: z.optional(textLine(64)),
      value: z.optional(textLine(200)),
      numbers: z.optional(z.array(e164).check(z.maxLength(10_000))),
      evidence: z.optional(z.strictObject({ date: calendarDate, text: textLine(1000) })),
      reference: z.optional(textLine(200)),
      date: z.optional(calendarDate),
      text: z.optional(textLine(1000)),
    }),
    {},
  ),
  /** What the sender was asked once more, and confirmed. */
  confirm: z._default(z.array(textLine(64)).check(z.maxLength(20)), []),
});

export type RejectionInput = z.input<typeof rejectionInputSchema>;
