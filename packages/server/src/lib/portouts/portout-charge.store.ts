import { type Selectable, sql } from 'kysely';
import { validate as isUuid } from 'uuid';
import type { ChargeLine, Money, Month } from '@numberdesk/core/portouts';
import { type InstantLike, toInstant, toMillis } from '@numberdesk/core/time';
import type { Scope } from '../access/account-chain.ts';
import type { StoredAccount } from '../access/account.store.ts';
import type { TenantTransaction } from '../db/database.ts';
import type { Tables } from '../db/tables.ts';

/** A line that is to be written; its id is a fresh one. */
export interface NewChargeLine extends Omit<ChargeLine, 'id' | 'at'> {
  at: InstantLike;
  note?: string | undefined;
}

/** A line with whose it is. */
export interface StoredChargeLine extends ChargeLine {
  accountId: string;
  account: string;
  /** The carrier's number of the request. */
  request: string;
  note: string | null;
}

/** Where a page of lines ended. */
export interface ChargePlace {
  /** Milliseconds since 1970. */
  at: number;
  id: string;
}

/** What the lines of a month come to in a currency. */
export interface MonthSum {
  month: Month;
  total: Money;
}

/** The lines of one account itself, in one month. */
interface OwnMonth {
  accountId: string;
  month: Month;
}

/** Lines, each with its account and its request. */
function chargeRows({ db, tenant }: TenantTransaction) {
  return db
    .selectFrom('portout_charges as c')
    .innerJoin('accounts as a', (join) =>
      join.onRef('a.id', '=', 'c.account_id').on('a.tenant_id', '=', tenant),
    )
    .innerJoin('portouts as p', (join) =>
      join.onRef('p.id', '=', 'c.portout_id').on('p.tenant_id', '=', tenant),
    )
    .where('c.tenant_id', '=', tenant)
    .selectAll('c')
    .select(['a.external_id as account', 'p.request']);
}

/** The lines of the charges, which are written once (POR-8). */
export function portOutChargeStore(tx: TenantTransaction) {
  const { db, tenant, newId } = tx;
  const rows = () => chargeRows(tx);

  return {
    async insert(
      account: Pick<StoredAccount, 'id' | 'chain'>,
      { month, kind, tn, portout, amount, at, corrects, note }: NewChargeLine,
    ): Promise<{ id: string }> {
      const id = newId();
      await db
        .insertInto('portout_charges')
        .values({
          tenant_id: tenant,
          id,
          account_id: account.id,
          business_id: account.chain.businessId,
          unit_id: account.chain.unitId,
          program_id: account.chain.programId,
          month,
          kind,
          number: tn,
          portout_id: portout,
          amount_minor: amount.amountMinor,
          currency: amount.currency,
          at: new Date(toMillis(at)),
          corrects: corrects ?? null,
          note: note ?? null,
        })
        .execute();
      return { id };
    },

    async get(id: string, scope: Scope): Promise<StoredChargeLine | null> {
      if (!isUuid(id)) return null;
      const row = await rows()
        .where('c.id', '=', id)
        .$if(scope !== null, (query) => query.where(`c.${scope!.column}`, '=', scope!.id))
        .executeTakeFirst();
      return row ? toLine(row) : null;
    },

    /** The corrections that a line has had. */
    async correctionsOf(id: string): Promise<StoredChargeLine[]> {
      return (await rows().where('c.corrects', '=', id).execute()).map(toLine);
    },

    /** The lines of a month, the latest first, as many as `limit`. */
    async lines(
      month: Month,
      { scope, limit, after }: { scope: Scope; limit: number; after?: ChargePlace | undefined },
    ): Promise<StoredChargeLine[]> {
      const found = await rows()
        .where('c.month', '=', month)
        .$if(scope !== null, (query) => query.where(`c.${scope!.column}`, '=', scope!.id))
        .$if(after !== undefined, (query) =>
          query.where(sql<boolean>`(c.at, c.id) < (${new Date(after!.at)}, ${after!.id}::uuid)`),
        )
        .orderBy('c.at', 'desc')
        .orderBy('c.id', 'desc')
        .limit(limit)
        .execute();
      return found.map(toLine);
    },

    /**
     * The time zones by which it is judged whether a month still takes lines, each once: those of the accounts for which
     * its end has not come by `now`. With `one`, that account counts with another zone than it has, or not at all.
     */
    bookingZones: (
      scope: Scope,
      month: Month,
      now: InstantLike,
      one?: { account: string; timeZone: string | undefined },
    ): Promise<string[]> => bookingZones(tx, { scope, month, now, one }),

    /** What each month that has lines comes to in each currency, the latest first; or with `own` a month of one account. */
    sums: (scope: Scope, own?: OwnMonth): Promise<MonthSum[]> => monthSums(tx, scope, own),
  };
}

async function bookingZones(
  { db, tenant }: TenantTransaction,
  {
    scope,
    month,
    now,
    one,
  }: {
    scope: Scope;
    month: Month;
    now: InstantLike;
    one: { account: string; timeZone: string | undefined } | undefined;
  },
): Promise<string[]> {
  const found = await db
    .selectFrom('accounts as a')
    .select(['a.time_zone', sql<boolean>`a.id = ${one?.account ?? null}::uuid`.as('is_one')])
    .distinct()
    .where('a.tenant_id', '=', tenant)
    .$if(scope !== null, (query) => query.where(`a.${scope!.column}`, '=', scope!.id))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('deadlines as d')
            .select('d.part')
            .where('d.tenant_id', '=', tenant)
            .where('d.kind', '=', 'charge-month-end')
            .whereRef('d.subject_id', '=', 'a.id')
            .where('d.part', '=', month)
            .where((d) =>
              d.or([d('d.done_at', 'is not', null), d('d.due_at', '<=', new Date(toMillis(now)))]),
            ),
        ),
      ),
    )
    .execute();
  const zones = found.map((row) => (row.is_one ? one?.timeZone : row.time_zone));
  return [...new Set(zones.filter((zone) => zone !== undefined))];
}

async function monthSums(
  { db, tenant }: TenantTransaction,
  scope: Scope,
  own: OwnMonth | undefined,
): Promise<MonthSum[]> {
  const found = await db
    .selectFrom('portout_charges')
    .select(['month', 'currency', sql<string>`sum(amount_minor)`.as('amount')])
    .where('tenant_id', '=', tenant)
    .$if(scope !== null, (query) => query.where(scope!.column, '=', scope!.id))
    .$if(own !== undefined, (query) =>
      query.where('account_id', '=', own!.accountId).where('month', '=', own!.month),
    )
    .groupBy(['month', 'currency'])
    .orderBy('month', 'desc')
    .orderBy('currency')
    .execute();
  return found.map(({ month, currency, amount }) => {
    return { month, total: { amountMinor: Number(amount), currency } };
  });
}

function toLine(
  row: Selectable<Tables['portout_charges']> & { account: string; request: string },
): StoredChargeLine {
  return {
    id: row.id,
    accountId: row.account_id,
    account: row.account,
    month: row.month,
    kind: row.kind,
    tn: row.number,
    portout: row.portout_id,
    request: row.request,
    amount: { amountMinor: Number(row.amount_minor), currency: row.currency },
    at: toInstant(row.at),
    corrects: row.corrects ?? undefined,
    note: row.note,
  };
}
