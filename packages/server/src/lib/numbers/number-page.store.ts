import { type Selectable, sql } from 'kysely';
import {
  type NumberQuery,
  type NumberSearch,
  type NumberSort,
  type PhoneNumber,
  numberSearch,
} from '@numberdesk/core/numbers';
import type { Scope } from '../access/account-chain.ts';
import type { TenantTransaction } from '../db/database.ts';
import type { Tables } from '../db/tables.ts';
import { type NumberPlace, decodeNumberCursor, encodeNumberCursor } from './number-cursor.ts';
import {
  type NumberSelection,
  numberRows,
  shownNumber,
  toStoredNumber,
  visibleNumbers,
} from './number-rows.store.ts';
import { type NumberChoice, chosenNumbers, numberStreams } from './number-streams.store.ts';

/** Which numbers of the list, seen from where and when. */
export interface NumberListRequest extends NumberChoice, Pick<NumberQuery, 'sort' | 'limit'> {
  /** Where the caller acts, or the account below it that they ask for. */
  scope: Scope;
  q?: string | undefined;
  cursor?: string | undefined;
}

export type NumberListAnswer =
  { ok: true; data: PhoneNumber[]; next: string | null } | { ok: false; code: 'bad-cursor' };

/** By what each sort orders, down to the number, which no two share; an index of each scope has the same. */
const sorts = {
  '-addedAt': { columns: ['added_at', 'number'], direction: 'desc' },
  addedAt: { columns: ['added_at', 'number'], direction: 'asc' },
  number: { columns: ['number'], direction: 'asc' },
  '-number': { columns: ['number'], direction: 'desc' },
} as const satisfies Record<
  NumberSort,
  { columns: readonly ('added_at' | 'number')[]; direction: 'asc' | 'desc' }
>;

/** One page of the inventory. */
export async function numberPage(
  tx: TenantTransaction,
  request: NumberListRequest,
): Promise<NumberListAnswer> {
  const { cursor, sort, limit, now } = request;
  const place = cursor === undefined ? undefined : decodeNumberCursor(sort, cursor);
  if (place === null) return { ok: false, code: 'bad-cursor' };
  await sql`set local plan_cache_mode = ${sql.raw(numberPlanMode(request))}`.execute(tx.db);
  const rows = await numberPageQuery(tx, request, place).execute();
  const data = rows.slice(0, limit).map((row) => shownNumber(toStoredNumber(row), now));
  const last = rows.length > limit ? data.at(-1) : undefined;
  const next = last
    ? encodeNumberCursor(sort, { addedAt: Date.parse(last.addedAt), number: last.number })
    : null;
  return { ok: true, data, next };
}

/** A page that is read in the order of the list is planned once; which way is good for a search depends on it. */
export function numberPlanMode({ q, sort }: NumberListRequest) {
  const isInOrder = q === undefined || (sorts[sort].columns.length === 1 && !findsFew(numberSearch(q)));
  return isInOrder ? 'force_generic_plan' : 'force_custom_plan';
}

/** Whether what a search finds is little enough to be read as a whole: a part, or a start with its first seven digits. */
function findsFew({ start, part }: NumberSearch): boolean {
  return part !== null || (start !== null && start.length >= '+15013334'.length);
}

/** One row more than the page takes, to know whether there is a next. */
export function numberPageQuery(tx: TenantTransaction, request: NumberListRequest, after?: NumberPlace) {
  const search = request.q === undefined ? null : numberSearch(request.q);
  let all = visibleNumbers(tx, request.scope);
  if (search) all = found(tx, all, search);
  if (after) all = beyond(all, request.sort, after);
  const { columns, direction } = sorts[request.sort];
  const sorted = (selection: NumberSelection) => {
    for (const column of columns) selection = selection.orderBy(`active_numbers.${column}`, direction);
    return selection;
  };
  // Written out, for a plan made once has to know that little is taken; in two sizes, for each is prepared.
  const most = sql.lit(request.limit > 50 ? 201 : 51);
  const streams = search && findsFew(search) ? [chosenNumbers(all, request)] : numberStreams(all, request);
  const parts = streams.map((stream) => sorted(stream).limit(most));
  let rows = numberRows(tx, sorted(together(tx, parts)).limit(request.limit + 1));
  for (const column of columns) rows = rows.orderBy(`n.${column}`, direction);
  return rows;
}

/** Streams as one. Each has its own order and end, or the planner would read it whole and sort it. */
function together(tx: TenantTransaction, streams: readonly NumberSelection[]): NumberSelection {
  const parts = sql.join(
    streams.map((stream) => sql`(${stream})`),
    sql` union all `,
  );
  return tx.db
    .selectFrom(sql<Selectable<Tables['active_numbers']>>`(${parts})`.as('active_numbers'))
    .selectAll('active_numbers');
}

/** What follows the digits in the order of characters, so that a start is a range. */
const afterDigits = ':';

function found(
  { db, tenant }: TenantTransaction,
  all: NumberSelection,
  { start, part }: NumberSearch,
): NumberSelection {
  if (part === null && start === null) return all.where(sql<boolean>`false`);
  if (part === null) return all.where(startsWith(start ?? ''));
  const suffixes = db
    .selectFrom('number_suffixes')
    .select('number_id as id')
    .where('tenant_id', '=', tenant)
    .where('suffix', '>=', part)
    .where('suffix', '<', part + afterDigits);
  const starts = db
    .selectFrom('active_numbers')
    .select('id')
    .where('tenant_id', '=', tenant)
    .where(startsWith(start ?? ''));
  return all.where('active_numbers.id', 'in', start === null ? suffixes : suffixes.union(starts));
}

const startsWith = (start: string) => sql<boolean>`number >= ${start} and number < ${start + afterDigits}`;

/** What comes after a place in the sort, compared column by column as one. */
function beyond(selection: NumberSelection, sort: NumberSort, place: NumberPlace): NumberSelection {
  const { columns, direction } = sorts[sort];
  const values = { added_at: new Date(place.addedAt), number: place.number };
  const refs = columns.map((column) => sql.ref(`active_numbers.${column}`));
  const ends = columns.map((column) => sql`${values[column]}`);
  const sign = sql.raw(direction === 'desc' ? '<' : '>');
  return selection.where(sql<boolean>`(${sql.join(refs)}) ${sign} (${sql.join(ends)})`);
}
