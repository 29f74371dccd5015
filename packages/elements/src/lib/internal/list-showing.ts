import {
  type AccessProblem,
  type Permission,
  type Session,
  missingPermission,
} from '@numberdesk/core/access';
import { isPortalError } from '@numberdesk/core/http';

import type { LiveList } from './live-list.ts';
import { refusedPermission } from './problems.ts';
import { type Resource, failureIn } from './resource-controller.ts';

/** What a list shows: one of five. */
export type ListShowing<Item> =
  | { readonly kind: 'loading' | 'empty' }
  | { readonly kind: 'forbidden'; readonly problem: AccessProblem }
  | { readonly kind: 'error'; readonly error: unknown }
  | { readonly kind: 'data'; readonly list: LiveList<Item> };

/** What a list is shown to, and whether one account is asked for. */
export interface ListAudience {
  session: Resource<Pick<Session, 'permissions'>>;
  /** What it takes to see the list. */
  needs: Permission;
  account: string;
}

/** Decides what to show from who is here and what has been loaded; a list that is here stays, whatever fails then. */
export function listShowing<Item>(
  items: Resource<LiveList<Item>>,
  { session, needs, account }: ListAudience,
): ListShowing<Item> {
  const missing = session.data && missingPermission(session.data, needs);
  if (missing) return { kind: 'forbidden', problem: missing };
  const list = session.data && items.data;
  if (list) return list.items.length > 0 || list.next !== null ? { kind: 'data', list } : { kind: 'empty' };
  const error = failureIn(session.data ? items : session);
  if (error === null) return { kind: 'loading' };
  // An account in a kept address may be gone, or another's: nothing matches, and the filter can be cleared.
  if (account && isPortalError(error) && error.code === 'not-found') return { kind: 'empty' };
  const refused = refusedPermission(error);
  return refused ? { kind: 'forbidden', problem: refused } : { kind: 'error', error };
}
