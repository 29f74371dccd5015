import * as z from 'zod/mini';

/** A fresh token; `capabilities` are the permissions with all that they imply. */
export const embedSessionSchema = z.looseObject({
  token: z.string(),
  expiresAt: z.string(),
  capabilities: z.array(z.string()),
});

export type EmbedSession = z.infer<typeof embedSessionSchema>;
