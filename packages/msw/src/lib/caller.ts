import { type Permission, missingPermission } from '@numberdesk/core/access';
import type { Operation } from '@numberdesk/core/http';
import { type Instant, toMillis } from '@numberdesk/core/time';
import { Refusal } from './refusal.ts';

/** A person in a page, or one of the provider's staff. */
export interface SessionCaller {
  kind: 'session';
  user: { id: string; name: string };
  /** `null` for staff, who see the whole tenant. */
  account: string | null;
  permissions: readonly string[];
  locale: string | null;
  expiresAt: Instant;
}

/** Whoever sends a request: the reseller's own server by its key, or a session. */
export type Caller = { kind: 'key' } | SessionCaller;

/** Whether the caller may do what a permission stands for; a secret key may do everything. */
export function holds(caller: Caller, permission: Permission): boolean {
  return caller.kind === 'key' || caller.permissions.includes(permission);
}

/** The account in which the caller acts, `null` for one who sees all. */
export function actingIn(caller: Caller): string | null {
  return caller.kind === 'key' ? null : caller.account;
}

/**
 * Holds what an operation needs against what the caller may do.
 *
 * @throws Refusal `session-expired`, `forbidden` with the permission.
 */
export function requireNeeds(caller: Caller, needs: Operation['needs'] | 'caller', now: number): void {
  if (caller.kind === 'session' && now >= toMillis(caller.expiresAt)) {
    throw new Refusal('session-expired', 'The session has ended: fetch a new one from your own server.');
  }
  if (needs === 'caller') return;
  if (caller.kind === 'key') {
    if (needs !== 'session') return;
    throw new Refusal('forbidden', 'This is about a session: ask with its token, not with a secret key.');
  }
  if (needs === 'session') return;
  if (needs === 'secret-key') {
    throw new Refusal('forbidden', "This takes the tenant's secret key; no session may do it.");
  }
  if (missingPermission(caller, needs) === null) return;
  throw new Refusal('forbidden', `This needs the permission ${needs}.`, { permission: needs });
}
