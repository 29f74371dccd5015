import { sql } from 'kysely';
import {
  type PortOutClocks,
  type PortOutNumberStatus,
  type PortOutStatus,
  earliestDeadline,
  portOutRequestKey,
  portOutStatuses,
} from '@numberdesk/core/portouts';
import type { CalendarDate } from '@numberdesk/core/time';
import type { StoredAccount } from '../access/account.store.ts';
import type { TenantTransaction } from '../db/database.ts';
import { type StoredPortOut, portOutSuffixStarts } from './portout-rows.store.ts';

/** A request that is to be recorded, its id and numbers aside. */
export interface NewPortOut extends Omit<StoredPortOut, 'accountId' | 'chain' | 'accountTimeZone' | 'facts'> {
  account: Pick<StoredAccount, 'id' | 'externalId' | 'chain' | 'timeZone'>;
  facts: Omit<StoredPortOut['facts'], 'id' | 'account' | 'quantity' | 'version'>;
  numbers: readonly string[];
}

/** What of a request becomes another; what is left out stays. */
export interface PortOutChange {
  status?: string;
  focDate?: CalendarDate | null;
  clocks?: Partial<PortOutClocks>;
}

/** What becomes of some of a request's numbers. */
export interface PortOutNumbersChange {
  numbers: readonly string[];
  status: PortOutNumberStatus;
  portedOn?: CalendarDate;
}

const orNull = (at: string | null) => at && new Date(at);

/** What follows from status and clocks and is stored so that requests can be found by it. */
function derivedColumns(facts: Pick<StoredPortOut['facts'], 'status' | keyof PortOutClocks>) {
  // As of long ago, for that nobody has answered is a matter of the moment that is asked for.
  const due = earliestDeadline(facts, 0)?.at;
  const isKnown = (portOutStatuses as readonly string[]).includes(facts.status);
  return {
    status: facts.status,
    known_status: isKnown ? (facts.status as PortOutStatus) : ('other' as const),
    answer_due_at: orNull(facts.answerDueAt),
    port_due_at: orNull(facts.portDueAt),
    silence_at: orNull(facts.silenceAt),
    due_at: due === undefined ? ('infinity' as const) : new Date(due),
  };
}

/** A request as a row that is written once. */
function firstColumns({ accountId, chain, facts, ...own }: StoredPortOut) {
  const { timeZone, silenceHours, submitted, reasons } = own;
  return {
    id: facts.id,
    request: facts.request,
    request_key: portOutRequestKey(facts.request),
    account_id: accountId,
    business_id: chain.businessId,
    unit_id: chain.unitId,
    program_id: chain.programId,
    received_at: new Date(facts.receivedAt),
    port_type: facts.portType,
    time_zone: timeZone,
    requested_foc_date: facts.requestedFocDate,
    foc_date: facts.focDate,
    winning_carrier: facts.winningCarrier,
    quantity: facts.quantity,
    silence: silenceHours === undefined ? null : JSON.stringify({ hours: silenceHours }),
    submitted: JSON.stringify(submitted),
    reasons: reasons && JSON.stringify(reasons),
    version: facts.version,
  };
}

/** Writes a request down with its numbers, and with all that it is found by: however many numbers, three statements. */
export async function insertPortOut(
  { db, tenant, newId }: TenantTransaction,
  { account, facts, numbers, ...own }: NewPortOut,
  at: Date,
): Promise<StoredPortOut> {
  const id = newId();
  const stored: StoredPortOut = {
    ...own,
    accountId: account.id,
    chain: account.chain,
    accountTimeZone: account.timeZone,
    facts: { ...facts, id, account: account.externalId, quantity: numbers.length, version: 1 },
  };
  const columns = { ...firstColumns(stored), ...derivedColumns(facts), created_at: at, updated_at: at };
  await db
    .insertInto('portouts')
    .values({ tenant_id: tenant, ...columns })
    .execute();
  await sql`
    insert into portout_numbers (tenant_id, portout_id, number, position, status)
    select ${tenant}::uuid, ${id}::uuid, number, position, 'pending'
    from unnest(${[...numbers]}::text[]) with ordinality as given (number, position)`.execute(db);
  await sql`
    insert into portout_suffixes (tenant_id, suffix, portout_id)
    select distinct ${tenant}::uuid, substr(number, start), ${id}::uuid
    from unnest(${[...numbers]}::text[]) as given (number), ${portOutSuffixStarts} as start
    order by 2`.execute(db);
  return stored;
}

/** Changes a request in a new version; `null` when it is no longer in the version that was read. */
export async function changePortOut(
  { db, tenant }: TenantTransaction,
  stored: StoredPortOut,
  { status = stored.facts.status, focDate = stored.facts.focDate, clocks }: PortOutChange,
  at: Date,
): Promise<StoredPortOut | null> {
  const { id, version } = stored.facts;
  const facts = { ...stored.facts, ...clocks, status, focDate, version: version + 1 };
  const { numUpdatedRows } = await db
    .updateTable('portouts')
    .set({ ...derivedColumns(facts), foc_date: focDate, version: facts.version, updated_at: at })
    .where('tenant_id', '=', tenant)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n ? { ...stored, facts } : null;
}

/** Changes some of a request's numbers. */
export async function changePortOutNumbers(
  { db, tenant }: TenantTransaction,
  id: string,
  { numbers, status, portedOn = undefined }: PortOutNumbersChange,
): Promise<void> {
  if (numbers.length === 0) return;
  await db
    .updateTable('portout_numbers')
    .set({ status, ported_on: portedOn ?? null })
    .where('tenant_id', '=', tenant)
    .where('portout_id', '=', id)
    .where(sql<boolean>`number = any(${[...numbers]}::text[])`)
    .execute();
}
