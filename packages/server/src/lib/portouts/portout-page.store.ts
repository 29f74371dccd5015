import { type RawBuilder, type SelectQueryBuilder, type Selectable, sql } from 'kysely';
import { type PortOut, type PortOutQuery, type PortOutSort, portOutSearch } from '@numberdesk/core/portouts';
import type { Scope } from '../access/account-chain.ts';
import type { TenantTransaction } from '../db/database.ts';
import type { Tables } from '../db/tables.ts';
import { type PortOutPlace, decodePortOutCursor, encodePortOutCursor } from './portout-cursor.ts';
import {
  type PortOutSelection,
  portOutRows,
  shownPortOut,
  toStoredPortOut,
  visiblePortOuts,
} from './portout-rows.store.ts';
import { foundIds, isFound, looksForNumbers, searchFindsMany, startsWith } from './portout-search.store.ts';
import {
  type PortOutChoice,
  type PortOutStream,
  chosenPortOuts,
  portOutStreams,
} from './portout-streams.store.ts';

/** Which requests of the list, seen from where and when. */
export interface PortOutListRequest extends PortOutChoice, Pick<PortOutQuery, 'sort' | 'limit'> {
  /** Where the caller acts, or the account below it that they ask for. */
  scope: Scope;
  q?: string | undefined;
  cursor?: string | undefined;
  /** Whether so many numbers are what `q` looks for that requests are held against it one by one; looked up unless given. */
  findsMany?: boolean | undefined;
}

export type PortOutListAnswer =
  { ok: true; data: PortOut[]; next: string | null } | { ok: false; code: 'bad-cursor' };

type Placed = Selectable<Tables['portouts']> & { sorted_at: Date | number };

const received = sql<Date | number>`portouts.received_at`;

/** By what each sort orders, before the id, which no two share; an index of each scope has the same. */
const sorts = {
  '-receivedAt': { by: () => received, direction: 'desc' },
  receivedAt: { by: () => received, direction: 'asc' },
  dueAt: { by: ({ due }) => due, direction: 'asc' },
} as const satisfies Record<
  PortOutSort,
  { by: (stream: PortOutStream) => RawBuilder<Date | number>; direction: 'asc' | 'desc' }
>;

/** One page of requests. */
export async function portOutPage(
  tx: TenantTransaction,
  request: PortOutListRequest,
): Promise<PortOutListAnswer> {
  const { cursor, sort, limit, now } = request;
  const place = cursor === undefined ? undefined : decodePortOutCursor(sort, cursor);
  if (place === null) return { ok: false, code: 'bad-cursor' };
  const search = request.q === undefined ? null : portOutSearch(request.q);
  const { findsMany = search !== null && (await searchFindsMany(tx, search)) } = request;
  await sql`set local plan_cache_mode = ${sql.raw(portOutPlanMode(request))}`.execute(tx.db);
  const rows = await portOutPageQuery(tx, { ...request, findsMany }, place).execute();
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    ok: true,
    data: shown.map((row) => shownPortOut(toStoredPortOut(row), now)),
    next: last ? encodePortOutCursor(sort, { at: millisOf(last.sorted_at), id: last.id }) : null,
  };
}

const millisOf = (at: Date | number) => (typeof at === 'number' ? null : at.getTime());

/** A page that is read in the order of the list is planned once; which way is good for a search depends on it. */
export function portOutPlanMode({ q, sort, dueBefore }: PortOutListRequest) {
  const isInOrder = q === undefined && (dueBefore === undefined || sort === 'dueAt');
  return isInOrder ? 'force_generic_plan' : 'force_custom_plan';
}

/** One row more than the page takes, to know whether there is a next. */
export function portOutPageQuery(tx: TenantTransaction, request: PortOutListRequest, after?: PortOutPlace) {
  const { by, direction } = sorts[request.sort];
  // Written out, for a plan made once has to know that little is taken; in two sizes, for each is prepared.
  const most = sql.lit(request.limit > 50 ? 201 : 51);
  const parts = streamsOf(tx, request).map((stream) => {
    const at = by(stream);
    const portouts = after ? beyond(stream.portouts, at, { direction, after }) : stream.portouts;
    return portouts
      .select(at.as('sorted_at'))
      .orderBy(at, direction)
      .orderBy('portouts.id', direction)
      .limit(most);
  });
  const page = together(tx, parts)
    .orderBy('sorted_at', direction)
    .orderBy('id', direction)
    .limit(request.limit + 1) as PortOutSelection & SelectQueryBuilder<Tables, 'portouts', Placed>;
  return portOutRows(tx, page)
    .select(sql<Date | number>`p.sorted_at`.as('sorted_at'))
    .orderBy(sql`p.sorted_at`, direction)
    .orderBy('p.id', direction);
}

/** Streams as one. Each has its own order and end, or the planner would read it whole and sort it. */
function together(tx: TenantTransaction, streams: readonly SelectQueryBuilder<Tables, 'portouts', Placed>[]) {
  const empty = visiblePortOuts(tx, null)
    .select(received.as('sorted_at'))
    .where(sql<boolean>`false`);
  const parts = sql.join(
    (streams.length > 0 ? streams : [empty]).map((stream) => sql`(${stream})`),
    sql` union all `,
  );
  return tx.db.selectFrom(sql<Placed>`(${parts})`.as('portouts')).selectAll('portouts');
}

function streamsOf(tx: TenantTransaction, request: PortOutListRequest): PortOutStream[] {
  const all = visiblePortOuts(tx, request.scope);
  if (request.q === undefined) return portOutStreams(tx, all, request);
  const search = portOutSearch(request.q);
  const { request: key } = search;
  if (looksForNumbers(search) && !request.findsMany) {
    return [chosenPortOuts(all.where('portouts.id', 'in', foundIds(tx, search)), request)];
  }
  if (looksForNumbers(search)) return portOutStreams(tx, all.where(isFound(tx, search)), request);
  return portOutStreams(tx, key === null ? all : all.where(startsWith(key)), request);
}

/** What comes after a place in the sort, compared as one. */
function beyond(
  selection: PortOutSelection,
  at: RawBuilder<Date | number>,
  { direction, after }: { direction: 'asc' | 'desc'; after: PortOutPlace },
): PortOutSelection {
  const sign = sql.raw(direction === 'desc' ? '<' : '>');
  const moment = after.at === null ? 'infinity' : new Date(after.at);
  return selection.where(
    sql<boolean>`(${at}, portouts.id) ${sign} (${moment}::timestamptz, ${after.id}::uuid)`,
  );
}
