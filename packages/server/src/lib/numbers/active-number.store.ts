import { sql } from 'kysely';
import { type InstantLike, toMillis } from '@numberdesk/core/time';
import type { TenantTransaction } from '../db/database.ts';
import { takenBy } from './held-numbers.store.ts';
import {
  type StoredNumber,
  namedNumbers,
  numberRows,
  suffixStarts,
  toStoredNumber,
} from './number-rows.store.ts';
import { removeNumbers } from './number.store.ts';

/** Numbers that an order brought to an account. */
export interface Provisioned {
  accountId: string;
  orderId: string;
  numbers: readonly string[];
  at: InstantLike;
}

/** What became of numbers that were to be added. */
export type ProvisionedAnswer = { ok: true } | { ok: false; code: 'held-elsewhere'; numbers: string[] };

/** What orders bring into the inventory: each number sits in exactly one account, of whatever tenant (ORD-7, NUM-8). */
export function activeNumberStore(tx: TenantTransaction) {
  const { db, tenant, newId } = tx;
  return {
    /**
     * Adds the numbers that an order was provisioned with; one that the account holds already stays as it is.
     * After a refusal the transaction must not be committed.
     */
    async addProvisioned({ accountId, orderId, numbers, at }: Provisioned): Promise<ProvisionedAnswer> {
      if (numbers.length === 0) return { ok: true };
      // In one order for everybody: two transactions with the same numbers then wait rather than deadlock.
      const sorted = [...new Set(numbers)].sort();
      const moment = new Date(toMillis(at));
      await sql`
        with given as (
          select * from unnest(${sorted.map(() => newId())}::uuid[], ${sorted}::text[]) as given (id, number)
        ), ${takenBy(tenant)}, added as (
          insert into active_numbers (tenant_id, id, number, account_id, business_id, unit_id, program_id, order_id,
            status, status_changed_at, added_at, updated_at, version)
          select ${tenant}::uuid, given.id, given.number, a.id, a.business_id, a.unit_id, a.program_id,
            ${orderId}::uuid, 'approved', ${moment}::timestamptz, ${moment}::timestamptz, ${moment}::timestamptz, 1
          from given join taken using (number)
          join accounts a on a.tenant_id = ${tenant} and a.id = ${accountId}
          order by given.number
          on conflict (tenant_id, number) do nothing
          returning id, number
        )
        insert into number_suffixes (tenant_id, suffix, number_id)
        select ${tenant}::uuid, substr(number, start), id from added, ${suffixStarts} as start`.execute(db);
      const rows = await db
        .selectFrom('active_numbers')
        .select('number')
        .where('tenant_id', '=', tenant)
        .where(sql<boolean>`number = any(${sorted}::text[])`)
        .where('account_id', '=', accountId)
        .execute();
      const here = new Set(rows.map(({ number }) => number));
      const elsewhere = sorted.filter((number) => !here.has(number));
      return elsewhere.length === 0
        ? { ok: true }
        : { ok: false, code: 'held-elsewhere', numbers: elsewhere };
    },

    /** Those of these numbers that an order brought. */
    async broughtBy({ orderId, numbers }: Pick<Provisioned, 'orderId' | 'numbers'>): Promise<StoredNumber[]> {
      const selection = namedNumbers(tx, 'number', numbers).where('order_id', '=', orderId);
      return (await numberRows(tx, selection).orderBy('n.number').execute()).map(toStoredNumber);
    },

    /** Takes back numbers that an order brought, where a correction says it did not. */
    async removeProvisioned({
      orderId,
      numbers,
    }: Pick<Provisioned, 'orderId' | 'numbers'>): Promise<{ id: string; number: string }[]> {
      const brought = await db
        .selectFrom('active_numbers')
        .select('id')
        .where('tenant_id', '=', tenant)
        .where('order_id', '=', orderId)
        .where(sql<boolean>`number = any(${[...numbers]}::text[])`)
        .orderBy('number')
        .forUpdate()
        .execute();
      return brought.length === 0
        ? []
        : removeNumbers(
            tx,
            brought.map(({ id }) => id),
          );
    },
  };
}
