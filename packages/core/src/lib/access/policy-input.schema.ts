import * as z from 'zod/mini';
import { calendarDate } from '../internal/formats.schema.ts';
import { contactSchema } from './contact-input.schema.ts';

/** What a tenant may set; a field left out keeps its default. */
export const policyInputSchema = z.strictObject({
  /** Days for which a completed or canceled order stays in the active list (ORD-6). */
  retentionDays: z.optional(z.int().check(z.gte(0), z.lte(365))),
  /** Days off for business days; `null` stands for the United States federal holidays (TIM-5). */
  holidays: z.optional(z.nullable(z.array(calendarDate).check(z.maxLength(1000)))),
  /** The contact of every account that names none of its own. */
  contact: z.optional(contactSchema),
  /** Rows of a file of numbers at most (NUM-3, NUM-7). */
  batchMaxRows: z.optional(z.int().check(z.gte(1), z.lte(1_000_000))),
  /** Minutes after which a new number is approved by itself; `null`: staff looks at each (NUM-9). */
  numberApprovalMinutes: z.optional(z.nullable(z.int().check(z.gte(0), z.lte(10_080)))),
  /** Area codes in use that the kit's table does not know yet (NUM-4). */
  areaCodes: z.optional(
    z.array(z.string().check(z.regex(/^[2-9][0-9]{2}$/, 'Not an area code.'))).check(z.maxLength(100)),
  ),
  /** Whether numbers set aside for fiction are taken, for tests (NUM-4). */
  allowFictionalNumbers: z.optional(z.boolean()),
});
