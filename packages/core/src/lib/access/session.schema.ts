import * as z from 'zod/mini';
import { shownContactSchema } from './contact.schema.ts';

/** Who the holder of a token is, where they act, what they may do and until when. */
export const sessionSchema = z.looseObject({
  user: z.looseObject({ id: z.string(), name: z.string() }),
  account: z.nullable(
    z.looseObject({ id: z.string(), name: z.string(), level: z.string(), timeZone: z.string() }),
  ),
  permissions: z.array(z.string()),
  locale: z.nullable(z.string()),
  expiresAt: z.string(),
  policy: z.looseObject({
    retentionDays: z.number(),
    confirmationHours: z.optional(z.number()),
    batchMaxRows: z.optional(z.number()),
    areaCodes: z.optional(z.array(z.string())),
    allowFictionalNumbers: z.optional(z.boolean()),
    /** Where a request goes whose rejection is found invalid (POR-5). */
    afterInvalidRejection: z.optional(z.string()),
  }),
  contact: shownContactSchema,
});

export type Session = z.infer<typeof sessionSchema>;
