import { type Selectable, sql } from 'kysely';
import type { Order, OrderQuery, OrderSort } from '@numberdesk/core/orders';
import { toMillis } from '@numberdesk/core/time';
import type { Scope } from '../access/account-chain.ts';
import type { TenantTransaction } from '../db/database.ts';
import type { Tables } from '../db/tables.ts';
import { type OrderPlace, decodeOrderCursor, encodeOrderCursor } from './order-cursor.ts';
import { type OrderSelection, orderRows, toStoredOrder, visibleOrders } from './order-rows.store.ts';
import { type OrderViewRequest, orderStreams } from './order-streams.store.ts';
import { searchRange } from './order-terms.ts';

/** Which orders of the list, seen from where and when. */
export interface OrderListRequest extends OrderViewRequest, Pick<OrderQuery, 'sort' | 'limit'> {
  /** Where the caller acts, or the account below it that they ask for. */
  scope: Scope;
  q?: string | undefined;
  placedFrom?: string | undefined;
  placedBefore?: string | undefined;
  cursor?: string | undefined;
}

export type OrderListAnswer =
  { ok: true; data: Order[]; next: string | null } | { ok: false; code: 'bad-cursor' };

type SortColumn = 'placed_at' | 'number_key' | 'number';

const numberSort: readonly SortColumn[] = ['number_key', 'number'];
const placedSort: readonly SortColumn[] = ['placed_at', ...numberSort];

/** By what each sort orders, down to the number, which no two orders share; an index of each scope has the same. */
const sorts = {
  '-number': { columns: numberSort, direction: 'desc' },
  number: { columns: numberSort, direction: 'asc' },
  '-placedAt': { columns: placedSort, direction: 'desc' },
  placedAt: { columns: placedSort, direction: 'asc' },
} as const satisfies Record<OrderSort, { columns: readonly SortColumn[]; direction: 'asc' | 'desc' }>;

/** One page of orders. */
export async function orderPage(tx: TenantTransaction, request: OrderListRequest): Promise<OrderListAnswer> {
  const { cursor, sort, limit, retentionDays } = request;
  const place = cursor === undefined ? undefined : decodeOrderCursor(sort, cursor);
  if (place === null) return { ok: false, code: 'bad-cursor' };
  await sql`set local plan_cache_mode = ${sql.raw(planMode(request))}`.execute(tx.db);
  const rows = await orderPageQuery(tx, request, place).execute();
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    ok: true,
    data: shown.map((row) => toStoredOrder(row, retentionDays).body),
    next: last
      ? encodeOrderCursor(sort, {
          placedAt: last.placed_at.getTime(),
          numberKey: last.number_key,
          number: last.number,
        })
      : null,
  };
}

/** Whether what is asked for can be read in the order of the list, however much or little it is. */
function isInOrder({ q, sort, placedFrom, placedBefore }: OrderListRequest): boolean {
  const isAnyDay = placedFrom === undefined && placedBefore === undefined;
  return q === undefined && (isAnyDay || sorts[sort].columns === placedSort);
}

/**
 * What can be read in order has one good way, which takes longer to plan than to go: it is planned once. Which way is
 * good for a search, or for some days in the order of numbers, depends on how much is found.
 */
export function planMode(request: OrderListRequest) {
  return isInOrder(request) ? 'force_generic_plan' : 'force_custom_plan';
}

/** One row more than the page takes, to know whether there is a next. */
export function orderPageQuery(tx: TenantTransaction, request: OrderListRequest, after?: OrderPlace) {
  let all = placedWithin(visibleOrders(tx, request.scope), request);
  if (request.q !== undefined) all = matching(tx, all, request.q);
  if (after) all = beyond(all, request.sort, after);
  const { columns, direction } = sorts[request.sort];
  const sorted = (selection: OrderSelection) => {
    for (const column of columns) selection = selection.orderBy(`orders.${column}`, direction);
    return selection;
  };
  // Written out, for a plan made once has to know that little is taken; in two sizes, for each is prepared.
  const most = sql.lit(request.limit > 50 ? 201 : 51);
  const streams = orderStreams(all, { ...request, isByDay: isInOrder(request) }).map((stream) =>
    sorted(stream).limit(most),
  );
  let rows = orderRows(tx, sorted(together(tx, streams)).limit(request.limit + 1));
  for (const column of columns) rows = rows.orderBy(`o.${column}`, direction);
  return rows;
}

/** Streams as one. Each has its own order and end, or the planner would read it whole and sort it. */
function together(tx: TenantTransaction, streams: readonly OrderSelection[]): OrderSelection {
  if (streams.length === 0) return visibleOrders(tx, null).where(sql<boolean>`false`);
  const parts = sql.join(
    streams.map((stream) => sql`(${stream})`),
    sql` union all `,
  );
  return tx.db.selectFrom(sql<Selectable<Tables['orders']>>`(${parts})`.as('orders')).selectAll('orders');
}

function placedWithin(
  selection: OrderSelection,
  { placedFrom, placedBefore }: OrderListRequest,
): OrderSelection {
  let within = selection;
  if (placedFrom !== undefined) within = within.where('orders.placed_at', '>=', momentOf(placedFrom));
  if (placedBefore !== undefined) within = within.where('orders.placed_at', '<', momentOf(placedBefore));
  return within;
}

const momentOf = (instant: string) => new Date(toMillis(instant));

function matching({ db, tenant }: TenantTransaction, selection: OrderSelection, q: string): OrderSelection {
  const { from, to } = searchRange(q);
  const found = db
    .selectFrom('order_terms')
    .select('order_id')
    .where('tenant_id', '=', tenant)
    .where('term', '>=', from)
    .where('term', '<', to);
  return selection.where('orders.id', 'in', found);
}

/** What comes after a place in the sort, compared column by column as one. */
function beyond(selection: OrderSelection, sort: OrderSort, place: OrderPlace): OrderSelection {
  const { columns, direction } = sorts[sort];
  const values = { placed_at: new Date(place.placedAt), number_key: place.numberKey, number: place.number };
  const refs = columns.map((column) => sql.ref(`orders.${column}`));
  const ends = columns.map((column) => sql`${values[column]}`);
  const sign = sql.raw(direction === 'desc' ? '<' : '>');
  return selection.where(sql<boolean>`(${sql.join(refs)}) ${sign} (${sql.join(ends)})`);
}
