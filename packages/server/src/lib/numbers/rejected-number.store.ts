import { sql } from 'kysely';
import type { TenantTransaction } from '../db/database.ts';

/** Numbers that staff has rejected and that were removed then, as long as no verdict says otherwise (NUM-9). */
export function rejectedNumberStore({ db, tenant }: TenantTransaction) {
  return {
    async keep(number: string): Promise<void> {
      await db
        .insertInto('rejected_numbers')
        .values({ tenant_id: tenant, number })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },

    async forget(number: string): Promise<void> {
      await db
        .deleteFrom('rejected_numbers')
        .where('tenant_id', '=', tenant)
        .where('number', '=', number)
        .execute();
    },

    /** Those of these numbers that were rejected before. */
    async among(numbers: readonly string[]): Promise<ReadonlySet<string>> {
      if (numbers.length === 0) return new Set();
      const rows = await db
        .selectFrom('rejected_numbers')
        .select('number')
        .where('tenant_id', '=', tenant)
        .where(sql<boolean>`number = any(${numbers}::text[])`)
        .execute();
      return new Set(rows.map(({ number }) => number));
    },
  };
}
