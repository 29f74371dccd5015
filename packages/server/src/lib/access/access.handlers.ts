import { operationInputs } from '@numberdesk/core/inputs';
import { accessApi, levelAbove, permissionSets, sessionPolicy, withImplied } from '@numberdesk/core/access';
import type { Account, AccountInput, Policy } from '@numberdesk/core/access';
import type { FieldProblem } from '@numberdesk/core/http';
import { toInstant } from '@numberdesk/core/time';
import type { TenantTransaction } from '../db/database.ts';
import { scopeOfCaller } from '../http/caller.ts';
import { hashToken, newToken } from '../http/credential.ts';
import { requireMatch } from '../http/if-match.ts';
import { Refusal, badCursor, invalid, notFound } from '../http/refusal.ts';
import { type HandlerRequest, type Route, handlersFor } from '../http/route.ts';
import type { Scope } from './account-chain.ts';
import type { AccountZoned } from './account-zoned.ts';
import { type StoredAccount, accountStore } from './account.store.ts';
import { sessionStore } from './session.store.ts';
import { tenantStore } from './tenant.store.ts';

/** Sessions, accounts and the tenant's policy; `zoned` follows from each account that is written. */
export const accessHandlers = (zoned: AccountZoned = async () => undefined): Route[] =>
  handlersFor('access', accessApi, operationInputs.access, {
    async session({ tx, caller: { session } }) {
      const { account, user, permissions, locale, expiresAt } = session;
      const { policy } = await tenantStore(tx).get();
      const contact = account && Object.keys(account.contact).length > 0 ? account.contact : policy.contact;
      return {
        user: { id: user.id, name: user.name },
        account: account && {
          id: account.externalId,
          name: account.name,
          level: account.level,
          timeZone: account.timeZone,
        },
        permissions,
        locale: locale ?? account?.locale ?? null,
        expiresAt,
        policy: sessionPolicy(policy),
        contact,
      };
    },

    async reachableAccounts({ tx, caller, query }) {
      const { data, next } = await accountPage(tx, query, scopeOfCaller(caller));
      return { data: data.map(({ id, name, level, parent }) => ({ id, name, level, parent })), next };
    },

    async createEmbedSession({ tx, body, now, audit }) {
      const account = body.account === null ? null : await accountStore(tx).find(body.account);
      if (body.account !== null && !account) throw noSuchAccount('/account');
      const held = body.permissionSet ? permissionSets[body.permissionSet] : (body.permissions ?? []);
      const facts = {
        user: { id: body.user.id, name: body.user.name, email: body.user.email ?? null },
        permissions: withImplied(held),
        origins: body.origins,
        locale: body.locale ?? null,
        expiresAt: toInstant(now + body.ttlSeconds * 1000),
      };
      const token = newToken('session', tx.tenant);
      const created = await sessionStore(tx).create({
        ...facts,
        tokenHash: hashToken(token),
        accountId: account?.id ?? null,
        at: now,
      });
      await audit({
        action: 'session.created',
        subject: `session:${created.id}`,
        after: { account: body.account, ...facts },
      });
      return { token, expiresAt: facts.expiresAt, capabilities: facts.permissions };
    },

    putAccount: (request) => putAccount(request, zoned),

    async getAccount({ tx, params }) {
      const account = await accountStore(tx).find(params.id);
      if (!account) throw noSuchAccount();
      return shown(account);
    },

    listAccounts: ({ tx, query }) => accountPage(tx, query, null),

    async putPolicy({ tx, body, audit }) {
      const store = tenantStore(tx);
      const { policy: before } = await store.get();
      const after = await store.setPolicy(body as Partial<Policy>);
      await audit({ action: 'policy.changed', subject: 'policy', before, after });
      return after;
    },

    async getPolicy({ tx }) {
      const { policy } = await tenantStore(tx).get();
      return policy;
    },
  });

/** One account more than the page takes, to know whether there is a next. */
async function accountPage(
  tx: TenantTransaction,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
  scope: Scope,
): Promise<{ data: Account[]; next: string | null }> {
  const after = cursor === undefined ? undefined : decodeCursor(cursor);
  const accounts = await accountStore(tx).list({ limit: limit + 1, after, scope });
  const data = accounts.slice(0, limit).map(shown);
  const last = data.at(-1);
  return { data, next: accounts.length > limit && last ? encodeCursor(last.id) : null };
}

function shown(account: StoredAccount): Account {
  const {
    externalId: id,
    name,
    level,
    parent,
    timeZone,
    locale,
    owner,
    recipients,
    contact,
    version,
  } = account;
  return { id, name, level, parent, timeZone, locale, owner, recipients, contact, version };
}

const noSuchAccount = (path?: string) =>
  notFound('account', path ? [{ path, code: 'not-found', detail: 'There is no such account.' }] : []);

/** The account right above, which must be there and of the level right above (ACC-1). */
async function parentOf(
  tx: TenantTransaction,
  { level, parent }: AccountInput,
): Promise<StoredAccount | null> {
  const wanted = levelAbove(level);
  const problem = (code: string, detail: string) => invalid([{ path: '/parent', code, detail }]);
  if (wanted === null && parent !== null) throw problem('not-at-the-top', `A ${level} has no parent.`);
  if (wanted === null) return null;
  if (parent === null) throw problem('parent-needed', `A ${level} needs a ${wanted} as its parent.`);
  const above = await accountStore(tx).find(parent);
  if (!above) throw problem('not-found', 'There is no such account.');
  if (above.level !== wanted) throw problem('wrong-level', `The parent of a ${level} is a ${wanted}.`);
  return above;
}

async function putAccount(
  { tx, params, body, ifMatch, now, audit }: HandlerRequest<typeof accessApi.putAccount>,
  zoned: AccountZoned,
): Promise<Account> {
  const store = accountStore(tx);
  const parent = await parentOf(tx, body);
  const known = ifMatch && (await store.find(params.id));
  requireMatch(ifMatch, known && shown(known));
  const { parent: _, ...facts } = body;
  const put = await store.put({
    ...facts,
    externalId: params.id,
    parent,
    ifVersion: known?.version,
    at: now,
  });
  if (!put.ok && put.code === 'stale') {
    throw new Refusal('stale', 'The account has changed in the meantime.', {
      current: put.current && shown(put.current),
    });
  }
  if (!put.ok) throw invalid([fixedProblem(put.code, put.current)]);
  await zoned({ tx, now }, { before: put.before, after: put.account });
  const account = shown(put.account);
  await audit({
    action: put.created ? 'account.created' : 'account.changed',
    subject: `account:${params.id}`,
    before: put.before && shown(put.before),
    after: account,
  });
  return account;
}

function fixedProblem(code: 'level-fixed' | 'parent-fixed', current: StoredAccount): FieldProblem {
  return code === 'level-fixed'
    ? { path: '/level', code, detail: `The level stays as it was first set: ${current.level}.` }
    : { path: '/parent', code, detail: `The parent stays as it was first set: ${current.parent ?? 'none'}.` };
}

const encodeCursor = (id: string) => Buffer.from(id).toString('base64url');

function decodeCursor(cursor: string): string {
  const id = Buffer.from(cursor, 'base64url').toString();
  if (encodeCursor(id) === cursor && !id.includes('\0')) return id;
  throw badCursor();
}
