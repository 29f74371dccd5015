import * as z from 'zod/mini';

/** A contact as the server shows it. */
export const shownContactSchema = z.looseObject({
  url: z.optional(z.string()),
  email: z.optional(z.string()),
  phone: z.optional(z.string()),
});
