import { type Policy, isInScope } from '@numberdesk/core/access';
import { type StoredAccount, accountStore } from '../access/account.store.ts';
import { tenantStore } from '../access/tenant.store.ts';
import type { TenantTransaction } from '../db/database.ts';
import { type Caller, actingIn } from '../http/caller.ts';
import { notFound } from '../http/refusal.ts';

/**
 * The account in which something is to be done; one beside or above the caller's does not exist for them (ACC-1).
 *
 * @throws Refusal `not-found`.
 */
export async function visibleAccount(
  tx: TenantTransaction,
  caller: Caller,
  id: string,
): Promise<StoredAccount> {
  const account = await accountStore(tx).find(id);
  if (account && isInScope(actingIn(caller), account.path)) return account;
  throw notFound('account', [{ path: '/account', code: 'not-found', detail: 'There is no such account.' }]);
}

/** The same, with what the tenant's policy says. @throws Refusal `not-found`. */
export async function placeOf(
  tx: TenantTransaction,
  caller: Caller,
  id: string,
): Promise<{ policy: Policy; account: StoredAccount }> {
  const account = await visibleAccount(tx, caller, id);
  const { policy } = await tenantStore(tx).get();
  return { policy, account };
}
