import { isInScope } from './account-scope.ts';

/** Whose doing a change was. */
export type ChangeDoer = {
  side: 'customer' | 'provider' | 'system';
  /** `null` where the reader may not know it, or nobody did it. */
  name: string | null;
};

/**
 * Whose doing a change was, as far as a reader may know. A customer knows staff only as the provider, and of their
 * own people those at or below the account they act in; `path` is the way from the top to the account that the change
 * belongs to (ACC-1).
 */
export function changedBy(
  doer: { account: string | null; name: string | null } | null,
  actingIn: string | null,
  path: readonly string[],
): ChangeDoer {
  if (doer === null) return { side: 'system', name: null };
  const { account, name } = doer;
  const above = account === null ? [] : path.slice(0, path.indexOf(account) + 1);
  const side = account === null ? 'provider' : 'customer';
  return { side, name: isInScope(actingIn, above) ? name : null };
}
