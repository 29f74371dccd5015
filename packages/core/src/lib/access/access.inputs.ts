import type { InputsOf } from '../http/operation.ts';
import { pageQuerySchema } from '../http/page-query.schema.ts';
import { accountInputSchema, accountParams } from './account-input.schema.ts';
import { embedSessionInputSchema } from './embed-session-input.schema.ts';
import { policyInputSchema } from './policy-input.schema.ts';
import type { accessApi } from './access.api.ts';

/** What each operation is sent, to be checked where it arrives; whoever only calls never loads it. */
export const accessInputs = {
  session: {},
  reachableAccounts: { query: pageQuerySchema },
  createEmbedSession: { body: embedSessionInputSchema },
  putAccount: { params: accountParams, body: accountInputSchema },
  getAccount: { params: accountParams },
  listAccounts: { query: pageQuerySchema },
  putPolicy: { body: policyInputSchema },
  getPolicy: {},
} satisfies InputsOf<typeof accessApi>;
