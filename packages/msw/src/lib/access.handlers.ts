import {
  type Policy,
  type accessApi,
  defaultPolicy,
  permissionSets,
  withImplied,
} from '@numberdesk/core/access';
import { toInstant } from '@numberdesk/core/time';
import type { Handlers } from './handlers.ts';
import { requireMatch } from './if-match.ts';
import { badCursor, notFound } from './refusal.ts';

/** Sessions, accounts and the tenant's policy. */
export const accessHandlers: Handlers<typeof accessApi> = {
  session({ tenant, caller }) {
    const account = caller.account === null ? null : tenant.accounts.find(caller.account);
    const own = account?.contact ?? {};
    return {
      user: caller.user,
      account: account
        ? { id: account.id, name: account.name, level: account.level, timeZone: account.timeZone }
        : null,
      permissions: [...caller.permissions],
      locale: caller.locale ?? account?.locale ?? null,
      expiresAt: caller.expiresAt,
      policy: { retentionDays: tenant.policy.retentionDays },
      contact: Object.keys(own).length > 0 ? own : tenant.policy.contact,
    };
  },

  createEmbedSession({ tenant, body, now }) {
    if (body.account !== null && !tenant.accounts.find(body.account)) throw noSuchAccount('/account');
    const held = body.permissionSet ? permissionSets[body.permissionSet] : (body.permissions ?? []);
    const permissions = withImplied(held);
    const expiresAt = toInstant(now + body.ttlSeconds * 1000);
    const token = tenant.tokens.mint({
      kind: 'session',
      user: { id: body.user.id, name: body.user.name },
      account: body.account,
      permissions,
      locale: body.locale ?? null,
      expiresAt,
    });
    return { token, expiresAt, capabilities: permissions };
  },

  putAccount({ tenant, params, body, ifMatch }) {
    requireMatch(ifMatch, tenant.accounts.find(params.id) ?? null);
    return tenant.accounts.put(params.id, body);
  },

  getAccount({ tenant, params }) {
    const account = tenant.accounts.find(params.id);
    if (!account) throw noSuchAccount();
    return account;
  },

  listAccounts({ tenant, query: { limit, cursor } }) {
    const all = tenant.accounts.list();
    const from = cursor === undefined ? 0 : all.findIndex(({ id }) => encodeURIComponent(id) === cursor) + 1;
    if (cursor !== undefined && from === 0) throw badCursor();
    const data = all.slice(from, from + limit);
    const last = data.at(-1);
    return { data, next: last && last !== all.at(-1) ? encodeURIComponent(last.id) : null };
  },

  putPolicy({ tenant, body }) {
    tenant.policy = { ...defaultPolicy, ...(body as Partial<Policy>) };
    return tenant.policy;
  },

  getPolicy: ({ tenant }) => tenant.policy,
};

const noSuchAccount = (path?: string) =>
  notFound('account', path ? [{ path, code: 'not-found', detail: 'There is no such account.' }] : []);
