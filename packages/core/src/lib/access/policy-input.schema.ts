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
});
