import {
  type Account,
  type Policy,
  type accessApi,
  isInScope,
  permissionSets,
  sessionPolicy,
  wholePolicy,
  withImplied,
} from '@numberdesk/core/access';
import { toInstant } from '@numberdesk/core/time';
import type { Handlers } from './handlers.ts';
import { requireMatch } from './if-match.ts';
import { keepMonthsClosed } from './portout-months.ts';
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
      policy: sessionPolicy(tenant.policy),
      contact: Object.keys(own).length > 0 ? own : tenant.policy.contact,
    };
  },

  reachableAccounts({ tenant, caller, query }) {
    const reached = tenant.accounts
      .list()
      .filter(({ id }) => isInScope(caller.account, tenant.accounts.pathOf(id)));
    const { data, next } = pageOf(reached, query);
    return { data: data.map(({ id, name, level, parent }) => ({ id, name, level, parent })), next };
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

  putAccount({ tenant, params, body, ifMatch, now }) {
    const before = tenant.accounts.find(params.id) ?? null;
    requireMatch(ifMatch, before);
    const after = tenant.accounts.put(params.id, body);
    keepMonthsClosed(tenant, { before, after }, now);
    return after;
  },

  getAccount({ tenant, params }) {
    const account = tenant.accounts.find(params.id);
    if (!account) throw noSuchAccount();
    return account;
  },

  listAccounts: ({ tenant, query }) => pageOf(tenant.accounts.list(), query),

  putPolicy({ tenant, body }) {
    tenant.policy = wholePolicy(body as Partial<Policy>);
    return tenant.policy;
  },

  getPolicy: ({ tenant }) => tenant.policy,
};

function pageOf(
  accounts: readonly Account[],
  { limit, cursor }: { limit: number; cursor?: string | undefined },
) {
  const from =
    cursor === undefined ? 0 : accounts.findIndex(({ id }) => encodeURIComponent(id) === cursor) + 1;
  if (cursor !== undefined && from === 0) throw badCursor();
  const data = accounts.slice(from, from + limit);
  const last = data.at(-1);
  return { data, next: last && last !== accounts.at(-1) ? encodeURIComponent(last.id) : null };
}

const noSuchAccount = (path?: string) =>
  notFound('account', path ? [{ path, code: 'not-found', detail: 'There is no such account.' }] : []);
