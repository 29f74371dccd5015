import * as z from 'zod/mini';
import { op } from '../http/operation.ts';
import { pageOf, pageQuery } from '../http/page.schema.ts';
import { accountId, accountInputSchema, accountSchema } from './account.schema.ts';
import { policyInputSchema, policySchema } from './policy.schema.ts';
import { embedSessionInputSchema, embedSessionSchema, sessionSchema } from './session.schema.ts';

/** Sessions, accounts and the tenant's policy (ACC-1, ACC-2). */
export const accessApi = {
  session: op({
    method: 'get',
    path: 'session',
    summary: 'Tells a widget who its user is, where they act, what they may do and until when.',
    needs: 'session',
    output: sessionSchema,
    throws: [],
  }),
  createEmbedSession: op({
    method: 'post',
    path: 'embed-sessions',
    summary:
      "Lets one person's page in: a token bound to an account, permissions and origins, valid for minutes.",
    needs: 'secret-key',
    body: embedSessionInputSchema,
    output: embedSessionSchema,
    status: 201,
    throws: ['not-found'],
  }),
  putAccount: op({
    method: 'put',
    path: 'accounts/{id}',
    summary: 'Creates an account or replaces what is known of it; its level and parent stay once set.',
    needs: 'secret-key',
    params: z.strictObject({ id: accountId }),
    body: accountInputSchema,
    output: accountSchema,
    ifMatch: 'honoured',
    throws: ['invalid', 'stale'],
  }),
  getAccount: op({
    method: 'get',
    path: 'accounts/{id}',
    summary: 'One account.',
    needs: 'secret-key',
    params: z.strictObject({ id: accountId }),
    output: accountSchema,
    throws: ['not-found'],
  }),
  listAccounts: op({
    method: 'get',
    path: 'accounts',
    summary: 'All accounts, by id.',
    needs: 'secret-key',
    query: z.strictObject(pageQuery),
    output: pageOf(accountSchema),
    throws: [],
  }),
  putPolicy: op({
    method: 'put',
    path: 'policy',
    summary: "Sets the tenant's policy; a field left out goes back to its default.",
    needs: 'secret-key',
    body: policyInputSchema,
    output: policySchema,
    throws: ['invalid'],
  }),
  getPolicy: op({
    method: 'get',
    path: 'policy',
    summary: "The tenant's policy, every field set.",
    needs: 'secret-key',
    output: policySchema,
    throws: [],
  }),
};
