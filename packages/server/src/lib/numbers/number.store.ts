import { sql } from 'kysely';
import type { NumberStatus } from '@numberdesk/core/numbers';
import { validate as isUuid } from 'uuid';
import type { Scope } from '../access/account-chain.ts';
import type { TenantTransaction } from '../db/database.ts';
import { setFreeBy } from './held-numbers.store.ts';
import { type NumberListAnswer, type NumberListRequest, numberPage } from './number-page.store.ts';
import {
  type StoredNumber,
  namedNumbers,
  numberRows,
  suffixStarts,
  toStoredNumber,
  visibleNumbers,
} from './number-rows.store.ts';

/** What of a number becomes another; what is left out stays. */
export interface NumberChange {
  purpose?: string | null;
  status?: NumberStatus;
  note?: string | null;
}

/** The inventory: each number sits in exactly one account of a tenant (ORD-7, NUM-8). */
export function numberStore(tx: TenantTransaction) {
  const { db, tenant } = tx;

  async function get(id: string, scope: Scope): Promise<StoredNumber | null> {
    if (!isUuid(id)) return null;
    const selection = visibleNumbers(tx, scope).where('active_numbers.id', '=', id);
    const row = await numberRows(tx, selection).executeTakeFirst();
    return row ? toStoredNumber(row) : null;
  }

  return {
    get,

    list: (request: NumberListRequest): Promise<NumberListAnswer> => numberPage(tx, request),

    /** As `get`, and nobody else changes the number until the transaction ends. */
    async forUpdate(id: string, scope: Scope): Promise<StoredNumber | null> {
      if (!isUuid(id)) return null;
      await visibleNumbers(tx, scope).where('active_numbers.id', '=', id).forUpdate().execute();
      return get(id, scope);
    },

    /** A number by its digits, if it sits in an account or below it, and nobody else changes it until the end. */
    async holdIn(number: string, accountId: string): Promise<StoredNumber | null> {
      const row = await visibleNumbers(tx, null)
        .where('number', '=', number)
        .where(sql<boolean>`${accountId}::uuid in (business_id, unit_id, program_id)`)
        .forUpdate()
        .executeTakeFirst();
      return row ? get(row.id, null) : null;
    },

    /** Changes a number that the transaction holds, in a new version. */
    async change(stored: StoredNumber, change: NumberChange, at: Date): Promise<StoredNumber> {
      const decided =
        change.status === undefined
          ? {}
          : { status: change.status, status_changed_at: at, approves_at: null };
      await db
        .updateTable('active_numbers')
        .set({
          ...(change.purpose === undefined ? {} : { purpose: change.purpose }),
          ...(change.note === undefined ? {} : { note: change.note }),
          ...decided,
          version: stored.facts.version + 1,
          updated_at: at,
        })
        .where('tenant_id', '=', tenant)
        .where('id', '=', stored.facts.id)
        .execute();
      return (await get(stored.facts.id, null)) ?? stored;
    },

    /** Takes a number that the transaction holds out of the inventory. */
    async remove({ facts: { id } }: StoredNumber): Promise<void> {
      await removeNumbers(tx, [id]);
    },

    /**
     * Writes down what has been approved by itself until now: among these, or any so many of them. Whoever does the
     * same at this moment waits, and then finds them approved already (NUM-9).
     */
    async settle(now: Date, which: { ids: readonly string[] } | { limit: number }): Promise<StoredNumber[]> {
      const among = 'ids' in which ? sql`and id = any(${[...which.ids]}::uuid[])` : sql``;
      const most = 'limit' in which ? sql`limit ${which.limit}` : sql``;
      const { rows } = await sql<{ id: string }>`
        with due as (
          select id from active_numbers
          where tenant_id = ${tenant} and status = 'pending' and approves_at <= ${now} ${among}
          order by number ${most} for update
        )
        update active_numbers n
        set status = 'approved', status_changed_at = n.approves_at, approves_at = null,
          version = n.version + 1, updated_at = ${now}
        from due where n.tenant_id = ${tenant} and n.id = due.id
        returning n.id`.execute(db);
      return numbersById(
        tx,
        rows.map(({ id }) => id),
      );
    },
  };
}

/** Gives these numbers a new version, those that an account and those below it have; the answer is how they are then. */
export async function renewNumbers(
  tx: TenantTransaction,
  numbers: readonly string[],
  { within, at }: { within: string; at: Date },
): Promise<StoredNumber[]> {
  const { db, tenant } = tx;
  const { rows } = await sql<{ id: string }>`
    with own as (
      select id from active_numbers
      where tenant_id = ${tenant} and number = any(${[...numbers]}::text[])
        and ${within}::uuid in (business_id, unit_id, program_id)
      order by number for update
    )
    update active_numbers n set version = n.version + 1, updated_at = ${at}
    from own where n.tenant_id = ${tenant} and n.id = own.id
    returning n.id`.execute(db);
  return numbersById(
    tx,
    rows.map(({ id }) => id),
  );
}

async function numbersById(tx: TenantTransaction, ids: readonly string[]): Promise<StoredNumber[]> {
  if (ids.length === 0) return [];
  const rows = await numberRows(tx, namedNumbers(tx, 'id', ids))
    .orderBy('n.number')
    .execute();
  return rows.map(toStoredNumber);
}

/** Takes numbers out of the inventory, with all that they are found by. */
export async function removeNumbers(
  { db, tenant }: TenantTransaction,
  ids: readonly string[],
): Promise<{ id: string; number: string }[]> {
  const { rows } = await sql<{ id: string; number: string }>`
    with gone as (
      delete from active_numbers where tenant_id = ${tenant} and id = any(${[...ids]}::uuid[])
      returning id, number
    ), ${setFreeBy(tenant)}, not_found_by as (
      delete from number_suffixes s using gone, ${suffixStarts} as start
      where s.tenant_id = ${tenant} and s.suffix = substr(gone.number, start) and s.number_id = gone.id
    )
    select id, number from gone order by number`.execute(db);
  return rows;
}
