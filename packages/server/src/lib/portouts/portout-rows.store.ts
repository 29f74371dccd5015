import { type SelectQueryBuilder, type Selectable, sql } from 'kysely';
import {
  type PortOut,
  type PortOutDetail,
  type PortOutFacts,
  type RejectionReason,
  portOutBody,
} from '@numberdesk/core/portouts';
import { toInstant } from '@numberdesk/core/time';
import type { AccountChain, Scope } from '../access/account-chain.ts';
import type { TenantTransaction } from '../db/database.ts';
import type { Tables } from '../db/tables.ts';

/** A port-out request as it is written down, with what only the server needs of it. */
export interface StoredPortOut {
  accountId: string;
  chain: AccountChain;
  facts: PortOutFacts;
  /** Its own time zone; `null` where the account's counts. */
  timeZone: string | null;
  accountTimeZone: string;
  /** Its own hours of silence, where its carrier has some; `undefined` where the policy's count (POR-9). */
  silenceHours: number | null | undefined;
  /** As it was submitted, its PIN too: never to be told. */
  submitted: PortOutDetail['submitted'];
  /** The carrier's own reasons for this very request (POR-5). */
  reasons: RejectionReason[] | null;
}

/** The time zone by which a request's days are counted (POR-9). */
export const zoneOf = ({ timeZone, accountTimeZone }: StoredPortOut) => timeZone ?? accountTimeZone;

/** What is shown of a request at a moment, in a list and in events. */
export const shownPortOut = (portout: StoredPortOut, now: number): PortOut =>
  portOutBody(portout.facts, now, zoneOf(portout));

/** Requests by themselves, to be narrowed down. */
export type PortOutSelection = SelectQueryBuilder<Tables, 'portouts', Selectable<Tables['portouts']>>;

/** The tenant's requests as far as they may be seen. */
export function visiblePortOuts({ db, tenant }: TenantTransaction, scope: Scope): PortOutSelection {
  const portouts = db.selectFrom('portouts').where('portouts.tenant_id', '=', tenant).selectAll();
  return scope ? portouts.where(scope.column, '=', scope.id) : portouts;
}

/** A selection of requests, each with its account, in one statement. */
export function portOutRows({ db, tenant }: TenantTransaction, selection: PortOutSelection) {
  return db
    .selectFrom(selection.as('p'))
    .innerJoin('accounts as a', (join) =>
      join.onRef('a.id', '=', 'p.account_id').on('a.tenant_id', '=', tenant),
    )
    .selectAll('p')
    .select(['a.external_id as account', 'a.time_zone as account_time_zone']);
}

type PortOutRow = Awaited<ReturnType<ReturnType<typeof portOutRows>['executeTakeFirstOrThrow']>>;

export function toStoredPortOut(row: PortOutRow): StoredPortOut {
  const moment = (at: Date | null) => at && toInstant(at);
  return {
    accountId: row.account_id,
    chain: { businessId: row.business_id, unitId: row.unit_id, programId: row.program_id },
    timeZone: row.time_zone,
    accountTimeZone: row.account_time_zone,
    silenceHours: row.silence?.hours,
    submitted: row.submitted,
    reasons: row.reasons,
    facts: {
      id: row.id,
      request: row.request,
      account: row.account,
      status: row.status,
      receivedAt: toInstant(row.received_at),
      portType: row.port_type,
      requestedFocDate: row.requested_foc_date,
      focDate: row.foc_date,
      winningCarrier: row.winning_carrier,
      quantity: row.quantity,
      answerDueAt: moment(row.answer_due_at),
      portDueAt: moment(row.port_due_at),
      silenceAt: moment(row.silence_at),
      version: row.version,
    },
  };
}

/** The digits from which on a number is found by a part of it: in SQL, for `number`. */
export const portOutSuffixStarts = sql`
  generate_series(case when number like '+1%' then 3 else 2 end, length(number) - 3)`;
