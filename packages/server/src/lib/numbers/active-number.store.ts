import { sql } from 'kysely';
import { type InstantLike, toMillis } from '@numberdesk/core/time';
import type { TenantTransaction } from '../db/database.ts';

/** Numbers that an order brought to an account. */
export interface Provisioned {
  accountId: string;
  orderId: string;
  numbers: readonly string[];
  at: InstantLike;
}

/** What became of numbers that were to be added. */
export type ProvisionedAnswer = { ok: true } | { ok: false; code: 'held-elsewhere'; numbers: string[] };

/** The inventory: each number sits in exactly one account of a tenant (ORD-7, NUM-8). */
export function activeNumberStore({ db, tenant, newId }: TenantTransaction) {
  return {
    /**
     * Adds the numbers that an order was provisioned with; one that the account holds already stays as it is.
     * After a refusal the transaction must not be committed.
     */
    async addProvisioned({ accountId, orderId, numbers, at }: Provisioned): Promise<ProvisionedAnswer> {
      if (numbers.length === 0) return { ok: true };
      // In one order for everybody: two transactions with the same numbers then wait rather than deadlock.
      const sorted = [...new Set(numbers)].sort();
      await sql`
        insert into active_numbers (tenant_id, id, number, account_id, order_id, added_at)
        select ${tenant}, id, number, ${accountId}, ${orderId}, ${new Date(toMillis(at))}
        from unnest(${sorted.map(() => newId())}::uuid[], ${sorted}::text[]) as given (id, number)
        on conflict (tenant_id, number) do nothing`.execute(db);
      const held = await db
        .selectFrom('active_numbers')
        .select('number')
        .where('tenant_id', '=', tenant)
        .where(sql<boolean>`number = any(${sorted}::text[])`)
        .where('account_id', '!=', accountId)
        .orderBy('number')
        .execute();
      if (held.length === 0) return { ok: true };
      return { ok: false, code: 'held-elsewhere', numbers: held.map((row) => row.number) };
    },

    /** Takes back numbers that an order brought, where a correction says it did not. */
    async removeProvisioned({ orderId, numbers }: Pick<Provisioned, 'orderId' | 'numbers'>): Promise<void> {
      await db
        .deleteFrom('active_numbers')
        .where('tenant_id', '=', tenant)
        .where('order_id', '=', orderId)
        .where(sql<boolean>`number = any(${[...numbers]}::text[])`)
        .execute();
    },
  };
}
