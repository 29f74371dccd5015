import { type Policy, wholePolicy } from '@numberdesk/core/access';
import { type Instant, type InstantLike, toInstant, toMillis } from '@numberdesk/core/time';
import type { TenantId, TenantTransaction } from '../db/database.ts';

/** A reseller. */
export interface Tenant {
  id: TenantId;
  name: string;
  policy: Policy;
  ordersSyncedAt: Instant | null;
}

/** The tenant itself and its policy. */
export function tenantStore({ db, tenant }: TenantTransaction) {
  return {
    async get(): Promise<Tenant> {
      const row = await db
        .selectFrom('tenants')
        .select(['name', 'policy', 'orders_synced_at'])
        .where('tenant_id', '=', tenant)
        .executeTakeFirstOrThrow();
      return {
        id: tenant,
        name: row.name,
        policy: wholePolicy(row.policy),
        ordersSyncedAt: row.orders_synced_at && toInstant(row.orders_synced_at),
      };
    },

    /** A field left out goes back to its default. */
    async setPolicy(policy: Partial<Policy>): Promise<Policy> {
      await db
        .updateTable('tenants')
        .set({ policy: JSON.stringify(policy) })
        .where('tenant_id', '=', tenant)
        .execute();
      return wholePolicy(policy);
    },

    async setOrdersSyncedAt(at: InstantLike): Promise<void> {
      await db
        .updateTable('tenants')
        .set({ orders_synced_at: new Date(toMillis(at)) })
        .where('tenant_id', '=', tenant)
        .execute();
    },
  };
}
