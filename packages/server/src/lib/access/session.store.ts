import type { InstantLike, Instant } from '@numberdesk/core/time';
import type { TenantTransaction } from '../db/database.ts';
import type { StoredAccount } from './account.store.ts';

/** Somebody who was let in. */
export interface StoredSession {
  id: string;
  /** Where they act; `null` for staff. */
  account: StoredAccount | null;
  user: { id: string; name: string; email: string | null };
  permissions: string[];
  origins: string[];
  locale: string | null;
  expiresAt: Instant;
}

export interface NewSession extends Omit<StoredSession, 'id' | 'account' | 'expiresAt'> {
  tokenHash: string;
  accountId: string | null;
  at: InstantLike;
  expiresAt: InstantLike;
}

/** Sessions, by the hash of their token. */
export function sessionStore(tx: TenantTransaction): {
  /** Lets somebody in, and lists the origins of their pages as the tenant's. */
  create(session: NewSession): Promise<{ id: string }>;
  /** Finds an ended session too, unless it was revoked. */
  findByHash(tokenHash: string): Promise<StoredSession | null>;
  revoke(id: string, at: InstantLike): Promise<void>;
} {
  throw new Error(`not there yet: ${tx.tenant}`);
}
