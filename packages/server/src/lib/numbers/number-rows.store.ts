import { type SelectQueryBuilder, type Selectable, sql } from 'kysely';
import { type NumberFacts, type NumberStatus, type PhoneNumber, numberBody } from '@numberdesk/core/numbers';
import { toInstant } from '@numberdesk/core/time';
import type { AccountChain, Scope } from '../access/account-chain.ts';
import type { TenantTransaction } from '../db/database.ts';
import { openPortOutsOf } from './open-portouts.store.ts';
import type { Tables } from '../db/tables.ts';

/** A number as it is written down, with what only the server needs of it. */
export interface StoredNumber {
  accountId: string;
  chain: AccountChain;
  facts: NumberFacts;
  /** Whether a port-out of it is open (POR-7). */
  isLeaving: boolean;
}

/** What is shown of a number at a moment. */
export const shownNumber = ({ facts, isLeaving }: StoredNumber, now: number): PhoneNumber =>
  numberBody(facts, now, isLeaving);

/** Numbers by themselves, to be narrowed down. */
export type NumberSelection = SelectQueryBuilder<
  Tables,
  'active_numbers',
  Selectable<Tables['active_numbers']>
>;

/** The tenant's numbers as far as they may be seen. */
export function visibleNumbers({ db, tenant }: TenantTransaction, scope: Scope): NumberSelection {
  const numbers = db.selectFrom('active_numbers').where('active_numbers.tenant_id', '=', tenant).selectAll();
  return scope ? numbers.where(scope.column, '=', scope.id) : numbers;
}

/**
 * The tenant's numbers of these names, each looked up by itself: as one list of hundreds, a table whose statistics are
 * old (it has just been filled) would be read from end to end.
 */
export function namedNumbers(
  { db, tenant }: TenantTransaction,
  column: 'id' | 'number',
  names: readonly string[],
): NumberSelection {
  const name = sql.ref(column);
  const type = sql.raw(column === 'id' ? 'uuid' : 'text');
  const found = sql<Selectable<Tables['active_numbers']>>`(
    select n.* from unnest(${[...names]}::${type}[]) as given (name)
    cross join lateral (
      select * from active_numbers where tenant_id = ${tenant} and ${name} = given.name limit 1
    ) as n)`;
  return db.selectFrom(found.as('active_numbers')).selectAll('active_numbers');
}

/**
 * A selection of numbers, each with its account, the order that brought it, and whether it is leaving, in one statement.
 * Row by row: a table of all that leave would be made for a page of fifty.
 */
export function numberRows({ db, tenant }: TenantTransaction, selection: NumberSelection) {
  return db
    .selectFrom(selection.as('n'))
    .innerJoin('accounts as a', (join) =>
      join.onRef('a.id', '=', 'n.account_id').on('a.tenant_id', '=', tenant),
    )
    .leftJoin('orders as o', (join) => join.onRef('o.id', '=', 'n.order_id').on('o.tenant_id', '=', tenant))
    .leftJoin(
      sql<{
        is_leaving: boolean;
      }>`lateral (select true as is_leaving from ${openPortOutsOf(tenant, 'n')} limit 1)`.as('l'),
      (join) => join.onTrue(),
    )
    .selectAll('n')
    .select(['a.external_id as account', 'o.number as order_number', 'l.is_leaving']);
}

type NumberRow = Awaited<ReturnType<ReturnType<typeof numberRows>['executeTakeFirstOrThrow']>>;

export function toStoredNumber(row: NumberRow): StoredNumber {
  return {
    accountId: row.account_id,
    chain: { businessId: row.business_id, unitId: row.unit_id, programId: row.program_id },
    facts: {
      id: row.id,
      number: row.number,
      account: row.account,
      purpose: row.purpose,
      status: row.status as NumberStatus,
      statusChangedAt: toInstant(row.status_changed_at),
      approvesAt: row.approves_at && toInstant(row.approves_at),
      note: row.note,
      warning: row.warning,
      order: row.order_number,
      addedAt: toInstant(row.added_at),
      version: row.version,
    },
    isLeaving: row.is_leaving === true,
  };
}

/** The digits from which on a number is found, as the two columns of a row of its suffixes: in SQL, for `number`. */
export const suffixStarts = sql`
  generate_series(case when number like '+1%' then 3 else 2 end, length(number) - 3)`;
