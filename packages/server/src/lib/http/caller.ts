import type { Permission } from '@numberdesk/core/access';
import { type Scope, scopeOf } from '../access/account-chain.ts';
import type { StoredSession } from '../access/session.store.ts';
import type { TenantId } from '../db/database.ts';

/** The reseller's own server, by one of the tenant's secret keys. */
interface KeyCaller {
  kind: 'key';
  tenant: TenantId;
  id: string;
}

/** A person in a page, or one of the provider's staff. */
export interface SessionCaller {
  kind: 'session';
  tenant: TenantId;
  session: StoredSession;
}

/** Whoever sends a request, known by their token. */
export type Caller = KeyCaller | SessionCaller;

/** Whether the caller may do what a permission stands for; a secret key may do everything (ACC-2). */
export function holds(caller: Caller, permission: Permission): boolean {
  return caller.kind === 'key' || caller.session.permissions.includes(permission);
}

/** What the caller sees: where they act and what lies below, or the whole tenant (ACC-1). */
export function scopeOfCaller(caller: Caller): Scope {
  return scopeOf(caller.kind === 'key' ? null : caller.session.account);
}

/** The reseller's own id of the account that the caller acts in; `null` for whoever sees the whole tenant (ACC-1). */
export function actingIn(caller: Caller): string | null {
  return caller.kind === 'key' ? null : (caller.session.account?.externalId ?? null);
}

/** Who it is, the same over renewed sessions: what belongs to one person is kept under this name. */
export function subjectOf(caller: Caller): string {
  if (caller.kind === 'key') return `key:${caller.id}`;
  const { account, user } = caller.session;
  return `user:${account?.id ?? 'staff'}:${user.id}`;
}

/** Who it is, as the audit log says it (ACC-5). */
export function actorOf(caller: Caller): Record<string, unknown> {
  if (caller.kind === 'key') return { kind: 'key', id: caller.id };
  const { id, account, user } = caller.session;
  return { kind: 'session', session: id, account: account?.externalId ?? null, user };
}
