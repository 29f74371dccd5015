import type { InstantLike } from '@numberdesk/core/time';
import type { TenantTransaction } from '../db/database.ts';

/** Whose request of which operation. */
export interface IdempotencyKey {
  subject: string;
  operation: string;
  key: string;
}

/** An answer that can be given again. */
export interface KeptAnswer {
  status: number;
  etag: string | null;
  body: string;
}

/** `claimed`: go on, and complete it in the same transaction. */
export type IdempotencyClaim = 'claimed' | 'mismatch' | 'in-progress' | { replay: KeptAnswer };

/** The keys by which a repeated request is known. Key, effect and answer are committed together. */
export function idempotencyStore(tx: TenantTransaction): {
  /** Call it first in the transaction: a claim is the lock of the whole request. */
  claim(key: IdempotencyKey & { requestHash: string; now: InstantLike }): Promise<IdempotencyClaim>;
  complete(key: IdempotencyKey, answer: KeptAnswer): Promise<void>;
} {
  throw new Error(`not there yet: ${tx.tenant}`);
}
