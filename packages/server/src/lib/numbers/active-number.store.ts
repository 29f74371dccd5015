import type { InstantLike } from '@numberdesk/core/time';
import type { TenantTransaction } from '../db/database.ts';

/** What became of numbers that were to be added. */
export type ProvisionedAnswer = { ok: true } | { ok: false; code: 'held-elsewhere'; numbers: string[] };

/** The inventory: each number sits in exactly one account of a tenant (ORD-7, NUM-8). */
export function activeNumberStore(tx: TenantTransaction): {
  /**
   * Adds the numbers that an order was provisioned with; one that the account holds already stays as it is.
   * After a refusal the transaction must not be committed.
   */
  addProvisioned(provisioned: {
    accountId: string;
    orderId: string;
    numbers: readonly string[];
    at: InstantLike;
  }): Promise<ProvisionedAnswer>;
  /** Takes back numbers that an order brought, where a correction says it did not. */
  removeProvisioned(provisioned: { orderId: string; numbers: readonly string[] }): Promise<void>;
} {
  throw new Error(`not there yet: ${tx.tenant}`);
}
