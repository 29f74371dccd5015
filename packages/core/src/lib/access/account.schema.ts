import * as z from 'zod/mini';
import { pageShape } from '../http/page.schema.ts';
import { shownContactSchema } from './contact.schema.ts';

/** An account as the server shows it. */
export const accountSchema = z.looseObject({
  id: z.string(),
  name: z.string(),
  level: z.string(),
  parent: z.nullable(z.string()),
  timeZone: z.string(),
  locale: z.string(),
  owner: z.looseObject({ name: z.string(), email: z.string() }),
  recipients: z.array(z.string()),
  contact: shownContactSchema,
  version: z.int(),
});

export type Account = z.infer<typeof accountSchema>;

/** One page of accounts. */
export const accountPageSchema = z.looseObject(pageShape(accountSchema));
