import { sql } from 'kysely';
import type { Instant } from '@numberdesk/core/time';
import type { StoredAccount } from '../access/account.store.ts';
import type { TenantTransaction } from '../db/database.ts';
import { openPortOutsOf } from './open-portouts.store.ts';
import { takenBy } from './held-numbers.store.ts';
import {
  type StoredNumber,
  numberRows,
  suffixStarts,
  toStoredNumber,
  namedNumbers,
} from './number-rows.store.ts';

type Place = Pick<StoredAccount, 'id' | 'externalId' | 'chain'>;

/** A number that is to be added. */
export interface NewNumber {
  id: string;
  number: string;
  purpose: string;
  status: string;
  approvesAt: Instant | null;
  warning: string | null;
}

/** A number that is to come from another account, as it was when it was looked at. */
export interface MovedNumber {
  id: string;
  purpose: string | null;
  /** The account that it is to come from. */
  from: string;
}

/** Many numbers at once, each step in one statement. */
export function numberAddingStore(tx: TenantTransaction) {
  const { db, tenant } = tx;

  return {
    /** Those of these numbers that the tenant has, wherever. */
    async held(numbers: readonly string[]): Promise<Map<string, StoredNumber>> {
      if (numbers.length === 0) return new Map();
      const rows = await numberRows(tx, namedNumbers(tx, 'number', numbers)).execute();
      return new Map(rows.map((row) => [row.number, toStoredNumber(row)]));
    },

    /**
     * Adds the numbers that nobody has, in no tenant, and answers these, each with whether a port-out of it is open. They
     * come in the order of numbers, whatever the batch has: of two batches with the same numbers one waits for the other
     * rather than both (NUM-8).
     */
    async insert(account: Place, numbers: readonly NewNumber[], at: Date): Promise<Map<string, boolean>> {
      if (numbers.length === 0) return new Map();
      const column = <Key extends keyof NewNumber>(key: Key) => numbers.map((number) => number[key]);
      const { businessId, unitId, programId } = account.chain;
      const { rows } = await sql<{ number: string; is_leaving: boolean }>`
        with given as (
          select * from unnest(${column('id')}::uuid[], ${column('number')}::text[], ${column('purpose')}::text[],
            ${column('status')}::text[], ${column('approvesAt')}::timestamptz[], ${column('warning')}::text[])
            as given (id, number, purpose, status, approves_at, warning)
        ), ${takenBy(tenant)}, added as (
          insert into active_numbers (tenant_id, id, number, account_id, business_id, unit_id, program_id, purpose,
            status, approves_at, warning, status_changed_at, added_at, updated_at, version)
          select ${tenant}::uuid, id, number, ${account.id}::uuid,
            ${businessId}::uuid, ${unitId}::uuid, ${programId}::uuid, purpose,
            status, approves_at, warning, ${at}::timestamptz, ${at}::timestamptz, ${at}::timestamptz, 1
          from given join taken using (number)
          order by number
          on conflict (tenant_id, number) do nothing
          returning id, number, business_id, unit_id, program_id
        ), found_by as (
          insert into number_suffixes (tenant_id, suffix, number_id)
          select ${tenant}::uuid, substr(number, start), id from added, ${suffixStarts} as start
        )
        select number, exists (select from ${openPortOutsOf(tenant, 'added')}) as is_leaving from added`.execute(
        db,
      );
      return new Map(rows.map((row) => [row.number, row.is_leaving]));
    },

    /** Takes numbers out of other accounts into this one, and answers those that were still where they had been. */
    async move(account: Place, numbers: readonly MovedNumber[], at: Date): Promise<Set<string>> {
      if (numbers.length === 0) return new Set();
      const column = <Key extends keyof MovedNumber>(key: Key) => numbers.map((number) => number[key]);
      const { businessId, unitId, programId } = account.chain;
      // Locked in the order of numbers, for the sake of whoever does the same at this moment.
      const { rows } = await sql<{ id: string }>`
        with given as (
          select * from unnest(${column('id')}::uuid[], ${column('purpose')}::text[], ${column('from')}::uuid[])
            as given (id, purpose, origin)
        ), locked as (
          select n.id, given.purpose from active_numbers n join given on given.id = n.id
          where n.tenant_id = ${tenant} and n.account_id = given.origin
          order by n.number for update of n
        )
        update active_numbers n
        set account_id = ${account.id}, business_id = ${businessId}, unit_id = ${unitId}, program_id = ${programId},
          purpose = locked.purpose, order_id = null, added_at = ${at}, updated_at = ${at}, version = n.version + 1
        from locked where n.tenant_id = ${tenant} and n.id = locked.id
        returning n.id`.execute(db);
      return new Set(rows.map(({ id }) => id));
    },
  };
}
