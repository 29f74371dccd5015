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

/** What a session is told of an account that it reaches: enough to choose it by, and nobody's name or address. */
export const reachableAccountSchema = z.looseObject({
  id: z.string(),
  name: z.string(),
  level: z.string(),
  parent: z.nullable(z.string()),
});

export type ReachableAccount = z.infer<typeof reachableAccountSchema>;

/** One page of the accounts that a session reaches. */
export const reachableAccountPageSchema = z.looseObject(pageShape(reachableAccountSchema));
