import type { MatchedField } from '@numberdesk/core/portouts';
import type { TenantTransaction } from '../db/database.ts';

/** What is on file of an account, its PIN too: never to be told. */
export type StoredServiceRecord = Record<MatchedField, string | null>;

/** What is on file of accounts, which requests are held against (POR-3, POR-5). */
export function serviceRecordStore({ db, tenant }: TenantTransaction) {
  return {
    async get(accountId: string): Promise<StoredServiceRecord | null> {
      const row = await db
        .selectFrom('service_records')
        .select(['name', 'address', 'zip', 'account_number as accountNumber', 'pin'])
        .where('tenant_id', '=', tenant)
        .where('account_id', '=', accountId)
        .executeTakeFirst();
      return row ?? null;
    },

    async put(accountId: string, record: StoredServiceRecord, at: Date): Promise<void> {
      const { name, address, zip, accountNumber, pin } = record;
      const columns = { name, address, zip, account_number: accountNumber, pin, updated_at: at };
      await db
        .insertInto('service_records')
        .values({ tenant_id: tenant, account_id: accountId, ...columns })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'account_id']).doUpdateSet(columns))
        .execute();
    },
  };
}
