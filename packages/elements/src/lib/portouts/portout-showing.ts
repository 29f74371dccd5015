import { type Session, missingPermission } from '@numberdesk/core/access';
import { isPortalError } from '@numberdesk/core/http';
import type { Resource } from '../internal/resource-controller.ts';

/** How the server says that there is no such request; an id that cannot be one is none either. */
const missingCodes = ['not-found', 'bad-request'];

/** Why a resource is not here or not fresh, `null` where nothing is wrong. */
export const failureOf = (of: Resource<unknown>): unknown => (of.state === 'error' ? of.error : null);

/** Whether a failure means that there is no such request. */
export const isGone = (error: unknown): boolean => isPortalError(error) && missingCodes.includes(error.code);

/** The permission that is missing to see port-outs; who may answer them may see them (POR-10). */
export const missingView = (holder: Pick<Session, 'permissions'>) =>
  holder.permissions.includes('portouts:modify') ? null : missingPermission(holder, 'portouts:view');

/** Whether nothing may be asked for yet, or at all. */
export const missesView = (session: Session | null): boolean =>
  session === null || missingView(session) !== null;
