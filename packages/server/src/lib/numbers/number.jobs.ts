import type { CrossTenant } from '../db/cross-tenant.ts';
import type { Database, TenantId } from '../db/database.ts';
import { eventStore } from '../events/event.store.ts';
import { repeat } from '../jobs/repeat.ts';
import { settleNumbers } from './number-change.ts';

/** What the approvals take from outside. */
export interface ApprovalPorts {
  database: Pick<Database, 'write'> & { crossTenant: Pick<CrossTenant, 'tenantsWithDueNumbers'> };
  /** Milliseconds since 1970. */
  clock: () => number;
  /** Told after a commit that the tenant's feed has grown. */
  onEvents: (tenant: TenantId) => void;
}

/** Numbers that one transaction writes down: more would keep the tenant's other writers waiting. */
const atOnce = 500;

/**
 * Writes down all that has been approved by itself, and tells of it: once, by whichever process comes first, also
 * after days in which none ran (NUM-9). Answers how many there were.
 */
export async function approveDueNumbers({ database, clock, onEvents }: ApprovalPorts): Promise<number> {
  let approved = 0;
  const now = clock();
  for (const tenant of await database.crossTenant.tenantsWithDueNumbers(now)) {
    for (let more = true; more;) {
      const settled = await database.write(tenant, async (tx) => {
        const { settled, events } = await settleNumbers(tx, now, { limit: atOnce });
        for (const event of events) await eventStore(tx).append(event);
        return settled;
      });
      approved += settled;
      more = settled === atOnce;
      if (settled > 0) onEvents(tenant);
    }
  }
  return approved;
}

/** When the approvals run and who hears of their failures. */
export interface ApprovalOptions extends ApprovalPorts {
  /** Milliseconds between two looks; 5 s unless given. */
  every?: number;
  onFailure: (error: unknown) => void;
}

/** Looks from time to time until `stop`, which waits for a look under way. */
export function startApprovals({ every = 5_000, onFailure, ...ports }: ApprovalOptions): {
  stop(): Promise<void>;
} {
  return repeat(() => approveDueNumbers(ports), { every, onFailure });
}
