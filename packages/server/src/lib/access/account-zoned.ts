import type { TenantTransaction } from '../db/database.ts';
import type { StoredAccount } from './account-rows.store.ts';

/**
 * What follows, as capabilities above this one know, from an account that is new (`before` is `null`) or has been written
 * anew, in the same transaction.
 */
export type AccountZoned = (
  at: { tx: TenantTransaction; now: number },
  account: { before: StoredAccount | null; after: StoredAccount },
) => Promise<void>;
