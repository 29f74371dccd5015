import { type AccessProblem, type Session, missingPermission } from '@numberdesk/core/access';
import { isPortalError } from '@numberdesk/core/http';
import { refusedPermission } from '../internal/problems.ts';
import type { Resource } from '../internal/resource-controller.ts';
import type { LoadedOrders } from './loaded-orders.ts';
import type { ListState } from './order-list-state.ts';

/** What the table shows: one of five. */
export type Showing =
  | { readonly kind: 'loading' | 'empty' }
  | { readonly kind: 'forbidden'; readonly problem: AccessProblem }
  | { readonly kind: 'error'; readonly error: unknown }
  | { readonly kind: 'data'; readonly list: LoadedOrders };

/** Decides what to show from who is here and what has been loaded; a list that is here stays, whatever fails then. */
export function showingOf(
  session: Resource<Pick<Session, 'permissions'>>,
  orders: Resource<LoadedOrders>,
  { account }: Pick<ListState, 'account'>,
): Showing {
  const missing = session.data && missingPermission(session.data, 'orders:view');
  if (missing) return { kind: 'forbidden', problem: missing };
  const list = session.data && orders.data;
  if (list) return list.orders.length > 0 || list.next !== null ? { kind: 'data', list } : { kind: 'empty' };
  const error = failureOf(session.data ? orders : session);
  if (error === null) return { kind: 'loading' };
  // An account in a kept address may be gone, or another's: nothing matches, and the filter can be cleared.
  if (account && isPortalError(error) && error.code === 'not-found') return { kind: 'empty' };
  const refused = refusedPermission(error);
  return refused ? { kind: 'forbidden', problem: refused } : { kind: 'error', error };
}

/** Why a resource is not here or not fresh, `null` where nothing is wrong. */
export function failureOf(resource: Resource<unknown>): unknown {
  return resource.state === 'error' ? resource.error : null;
}
