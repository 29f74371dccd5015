import * as z from 'zod/mini';
import { pageShape } from '../http/page.schema.ts';

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
