import type { AccountLevel, Contact } from '@numberdesk/core/access';
import type { InstantLike } from '@numberdesk/core/time';
import type { TenantTransaction } from '../db/database.ts';
import type { AccountChain } from './account-chain.ts';

/** An account with its place in the tree. */
export interface StoredAccount {
  /** Our own id; `externalId` is the reseller's. */
  id: string;
  externalId: string;
  name: string;
  level: AccountLevel;
  chain: AccountChain;
  /** External ids from the top, the account's own last (ACC-1). */
  path: string[];
  /** External id of the account right above. */
  parent: string | null;
  timeZone: string;
  locale: string;
  owner: { name: string; email: string };
  recipients: string[];
  contact: Contact;
  version: number;
}

/** What is to be known of an account; `parent` has been looked up. */
export interface AccountToPut extends Pick<
  StoredAccount,
  'externalId' | 'name' | 'level' | 'timeZone' | 'locale' | 'owner' | 'recipients' | 'contact'
> {
  parent: StoredAccount | null;
  /** With it, the account is replaced only in this version, and never created. */
  ifVersion?: number | undefined;
  at: InstantLike;
}

/** What became of a put. Level and parent stay as they were first set. */
export type AccountPut =
  | { ok: true; created: boolean; account: StoredAccount; before: StoredAccount | null }
  | { ok: false; code: 'level-fixed' | 'parent-fixed'; current: StoredAccount }
  | { ok: false; code: 'stale'; current: StoredAccount | null };

/** The accounts of a tenant. */
export function accountStore(tx: TenantTransaction): {
  find(externalId: string): Promise<StoredAccount | null>;
  byId(id: string): Promise<StoredAccount | null>;
  put(account: AccountToPut): Promise<AccountPut>;
  /** By external id, those after `after`. */
  list(page: { limit: number; after?: string | undefined }): Promise<StoredAccount[]>;
} {
  throw new Error(`not there yet: ${tx.tenant}`);
}
