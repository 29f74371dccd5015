import { permissionSets, withImplied } from '@numberdesk/core/access';
import { toInstant } from '@numberdesk/core/time';
import type { SessionCaller } from './caller.ts';
import type { MockOptions } from './mock-options.ts';

const longAfter = 365 * 86_400_000;

/** Whom a token stands for that the mock has not made itself: an admin of the first account, unless told otherwise. */
export function sessionOf(
  { session = {}, permissions }: Pick<MockOptions, 'session' | 'permissions'>,
  home: string,
  now: number,
): SessionCaller | null {
  if (session === null) return null;
  const { user, account, permissionSet = 'admin', locale = null, expiresAt = now + longAfter } = session;
  const isStaff = account === null || permissionSet === 'staff';
  return {
    kind: 'session',
    user: user ?? { id: 'u-1', name: 'Ada Byron' },
    account: isStaff ? null : (account ?? home),
    permissions: withImplied(permissions ?? session.permissions ?? permissionSets[permissionSet]),
    locale,
    expiresAt: toInstant(expiresAt),
  };
}
