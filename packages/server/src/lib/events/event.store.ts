import type { Permission } from '@numberdesk/core/access';
import type { Instant, InstantLike } from '@numberdesk/core/time';
import type { AccountChain, Scope } from '../access/account-chain.ts';
import type { TenantTransaction } from '../db/database.ts';

/** Something that happened, for those who see `chain` and hold `permission`. */
export interface NewEvent {
  type: string;
  at: InstantLike;
  permission: Permission;
  chain: AccountChain;
  data: Record<string, unknown>;
}

/** An event by its place in the tenant's feed. */
export interface StoredEvent {
  position: number;
  type: string;
  at: Instant;
  /** Who may see it: holders of the permission in an account of the chain or above (one read serves all who watch). */
  permission: string;
  chain: AccountChain;
  data: Record<string, unknown>;
}

/** A piece of the feed. */
export interface FeedPiece {
  /** The feed cannot say what happened since the position asked for: read everything anew. */
  reset: boolean;
  events: StoredEvent[];
  /** Go on from here; beyond the last event where later ones were not for this reader. */
  position: number;
}

/** The event feed of a tenant. */
export function eventStore(tx: TenantTransaction): {
  /** Must be the last act of its transaction: from here on the tenant's other writers wait for the commit. */
  append(event: NewEvent): Promise<{ position: number }>;
  /** How far the feed has got. */
  position(): Promise<number>;
  /** What happened after a position, oldest first. */
  after(request: {
    position: number;
    scope: Scope;
    permissions: readonly string[];
    limit: number;
  }): Promise<FeedPiece>;
} {
  throw new Error(`not there yet: ${tx.tenant}`);
}
