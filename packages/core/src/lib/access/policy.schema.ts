import * as z from 'zod/mini';
import { calendarDate, emailAddress } from '../internal/formats.schema.ts';
import { textLine } from '../internal/text.schema.ts';
import { shownContactSchema } from './contact.schema.ts';

const httpUrl = z.url({ protocol: /^https?$/ }).check(z.maxLength(500));

/** Where a customer turns to: any of a link, a mail address, a telephone number; `{order}` in the link is filled in. */
export const contactSchema = z.strictObject({
  url: z.optional(httpUrl),
  email: z.optional(emailAddress),
  phone: z.optional(textLine(40)),
});

export type Contact = z.infer<typeof contactSchema>;

/** What a tenant may set; a field left out keeps its default. */
export const policyInputSchema = z.strictObject({
  /** Days for which a completed or canceled order stays in the active list (ORD-6). */
  retentionDays: z.optional(z.int().check(z.gte(0), z.lte(365))),
  /** Days off for business days; `null` stands for the United States federal holidays (TIM-5). */
  holidays: z.optional(z.nullable(z.array(calendarDate).check(z.maxLength(1000)))),
  /** The contact of every account that names none of its own. */
  contact: z.optional(contactSchema),
});

/** One tenant's policy as the server shows it, every field set. */
export const policySchema = z.looseObject({
  retentionDays: z.int(),
  holidays: z.nullable(z.array(z.string())),
  contact: shownContactSchema,
});

export type Policy = z.infer<typeof policySchema>;

/** The policy of a tenant that has set none. */
export const defaultPolicy: Policy = { retentionDays: 7, holidays: null, contact: {} };
