import { sql } from 'kysely';
import type { Order, OrderQuery, OrderSort } from '@numberdesk/core/orders';
import { type InstantLike, dayWindowEnd, toMillis } from '@numberdesk/core/time';
import type { Scope } from '../access/account-chain.ts';
import type { TenantTransaction } from '../db/database.ts';
import { type OrderPlace, decodeOrderCursor, encodeOrderCursor } from './order-cursor.ts';
import { type OrderSelection, orderRows, toStoredOrder, visibleOrders } from './order-rows.store.ts';
import { searchRange } from './order-terms.ts';

/** Which orders of the list, seen from where and when. */
export interface OrderListRequest extends Pick<OrderQuery, 'view' | 'status' | 'sort' | 'limit'> {
  /** Where the caller acts, or the account below it that they ask for. */
  scope: Scope;
  q?: string | undefined;
  placedFrom?: string | undefined;
  placedBefore?: string | undefined;
  cursor?: string | undefined;
  now: InstantLike;
  retentionDays: number;
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

/** One row more than the page takes, to know whether there is a next. */
export function orderPageQuery(tx: TenantTransaction, request: OrderListRequest, after?: OrderPlace) {
  const { direction } = sorts[request.sort];
  let selection = placedWithin(inView(visibleOrders(tx, request.scope), request), request);
  if (request.status.length > 0) selection = selection.where('orders.status', 'in', request.status);
  if (request.q !== undefined) selection = matching(tx, selection, request.q);
  if (after) selection = beyond(selection, request.sort, after);
  const columns = sorts[request.sort].columns;
  for (const column of columns) selection = selection.orderBy(`orders.${column}`, direction);
  let rows = orderRows(tx, selection.limit(request.limit + 1));
  for (const column of columns) rows = rows.orderBy(`o.${column}`, direction);
  return rows;
}

/** Active until the window after its end is over, at that very moment history (ORD-6, TIM-2). */
function inView(selection: OrderSelection, { view, now, retentionDays }: OrderListRequest): OrderSelection {
  const cutoff = new Date(dayWindowEnd(now, -retentionDays));
  return selection.where('orders.ended_at', view === 'active' ? '>' : '<=', cutoff);
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
