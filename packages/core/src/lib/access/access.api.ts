import type { Operation, Sent } from '../http/operation.ts';
import type { pageQuerySchema } from '../http/page-query.schema.ts';
import type { accountInputSchema, accountParams } from './account-input.schema.ts';
import { accountPageSchema, accountSchema } from './account.schema.ts';
import type { embedSessionInputSchema } from './embed-session-input.schema.ts';
import { embedSessionSchema } from './embed-session.schema.ts';
import type { policyInputSchema } from './policy-input.schema.ts';
import { policySchema } from './policy.schema.ts';
import { reachableAccountPageSchema } from './reachable-account.schema.ts';
import { sessionSchema } from './session.schema.ts';

/** Tells a widget who its user is, where they act, what they may do and until when. */
export const getSession = {
  method: 'get',
  path: 'session',
  summary: 'Tells a widget who its user is, where they act, what they may do and until when.',
  needs: 'session',
  output: sessionSchema,
  throws: [],
} as const satisfies Operation;

/** The account that the session acts in and those below it, by id; all of the tenant's for staff (ACC-1). */
export const listReachableAccounts = {
  method: 'get',
  path: 'session/accounts',
  summary: "The account that the session acts in and those below it, by id; all of the tenant's for staff.",
  needs: 'session',
  query: {} as Sent<typeof pageQuerySchema>,
  output: reachableAccountPageSchema,
  throws: [],
} as const satisfies Operation;

/** Lets one person's page in: a token bound to an account, permissions and origins, valid for minutes. */
export const createEmbedSession = {
  method: 'post',
  path: 'embed-sessions',
  summary:
    "Lets one person's page in: a token bound to an account, permissions and origins, valid for minutes.",
  needs: 'secret-key',
  body: {} as Sent<typeof embedSessionInputSchema>,
  output: embedSessionSchema,
  status: 201,
  throws: ['not-found'],
} as const satisfies Operation;

/** Creates an account or replaces what is known of it; its level and parent stay once set. */
export const putAccount = {
  method: 'put',
  path: 'accounts/{id}',
  summary: 'Creates an account or replaces what is known of it; its level and parent stay once set.',
  needs: 'secret-key',
  params: {} as Sent<typeof accountParams>,
  body: {} as Sent<typeof accountInputSchema>,
  output: accountSchema,
  ifMatch: 'honoured',
  throws: ['invalid', 'stale'],
} as const satisfies Operation;

/** One account. */
export const getAccount = {
  method: 'get',
  path: 'accounts/{id}',
  summary: 'One account.',
  needs: 'secret-key',
  params: {} as Sent<typeof accountParams>,
  output: accountSchema,
  throws: ['not-found'],
} as const satisfies Operation;

/** All accounts, by id. */
export const listAccounts = {
  method: 'get',
  path: 'accounts',
  summary: 'All accounts, by id.',
  needs: 'secret-key',
  query: {} as Sent<typeof pageQuerySchema>,
  output: accountPageSchema,
  throws: [],
} as const satisfies Operation;

/** Sets the tenant's policy; a field left out goes back to its default. */
export const putPolicy = {
  method: 'put',
  path: 'policy',
  summary: "Sets the tenant's policy; a field left out goes back to its default.",
  needs: 'secret-key',
  body: {} as Sent<typeof policyInputSchema>,
  output: policySchema,
  throws: ['invalid'],
} as const satisfies Operation;

/** The tenant's policy, every field set. */
export const getPolicy = {
  method: 'get',
  path: 'policy',
  summary: "The tenant's policy, every field set.",
  needs: 'secret-key',
  output: policySchema,
  throws: [],
} as const satisfies Operation;

/** Every operation on sessions, accounts and the tenant's policy, by the name of its method (ACC-1, ACC-2). */
export const accessApi = {
  session: getSession,
  reachableAccounts: listReachableAccounts,
  createEmbedSession,
  putAccount,
  getAccount,
  listAccounts,
  putPolicy,
  getPolicy,
};
