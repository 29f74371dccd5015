import * as z from 'zod/mini';
import { emailAddress } from '../internal/formats.schema.ts';
import { textLine } from '../internal/text.schema.ts';

const httpUrl = z.url({ protocol: /^https?$/ }).check(z.maxLength(500));

/** Where a customer turns to: any of a link, a mail address, a telephone number; `{order}` in the link is filled in. */
export const contactSchema = z.strictObject({
  url: z.optional(httpUrl),
  email: z.optional(emailAddress),
  phone: z.optional(textLine(40)),
});

export type Contact = z.infer<typeof contactSchema>;
