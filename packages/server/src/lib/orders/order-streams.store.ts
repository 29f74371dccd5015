import { sql } from 'kysely';
import {
  type OrderQuery,
  type OrderStatus,
  orderLineTransitions,
  orderStatuses,
} from '@numberdesk/core/orders';
import { type InstantLike, dayWindowEnd } from '@numberdesk/core/time';
import { dayOf } from './order-columns.ts';
import type { OrderSelection } from './order-rows.store.ts';

/** Which orders of all, seen when. */
export interface OrderViewRequest extends Pick<OrderQuery, 'view' | 'status'> {
  now: InstantLike;
  retentionDays: number;
}

/** Which parts of a view. */
interface StreamRequest extends OrderViewRequest {
  /** Follows what has ended day by day, for a list that is read in order. */
  isByDay: boolean;
}

/** An order of such a status has ended, and leaves the list some days later (ORD-3, ORD-6). */
const isEnd = (status: OrderStatus) => orderLineTransitions[status].length === 0;

/** A longer window is not followed day by day. */
const mostDays = 31;

/**
 * The orders of a view in parts, of which an index has each in the order of any sort: together they are read like
 * one, a row from here and a row from there, and no more than are shown.
 */
export function orderStreams(all: OrderSelection, request: StreamRequest): OrderSelection[] {
  const { view, status, now, retentionDays, isByDay } = request;
  const wanted = orderStatuses.filter((each) => status.length === 0 || status.includes(each));
  const ended = wanted.filter(isEnd);
  const cutoff = dayWindowEnd(now, -retentionDays);
  const inStatus = (each: OrderStatus) => all.where('orders.status', '=', each);
  const beforeCutoff = (stream: OrderSelection) => stream.where('orders.ended_at', '<=', new Date(cutoff));
  const afterCutoff = (stream: OrderSelection) => stream.where('orders.ended_at', '>', new Date(cutoff));
  if (view === 'history') return ended.map(inStatus).map(beforeCutoff);
  const open = wanted.filter((each) => !isEnd(each)).map(inStatus);
  if (ended.length === 0) return open;
  if (!isByDay || retentionDays > mostDays) return [...open, ...ended.map(inStatus).map(afterCutoff)];
  const one = ended.length === 1 ? ended[0] : undefined;
  const days = endedByDay(one === undefined ? all : inStatus(one), cutoff, now);
  return [...open, ...days.map(afterCutoff)];
}

/** The orders that ended on each day from one moment to another, and those that end only after it. */
function endedByDay(all: OrderSelection, from: InstantLike, to: InstantLike): OrderSelection[] {
  // The condition of the indexes, in its words.
  const ended = all.where(sql<boolean>`orders.ended_at < 'infinity'`);
  const [first, last] = [dayOf(from), dayOf(to)];
  const days = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return [
    ...days.map((day) => ended.where('orders.ended_day', '=', day)),
    ended.where('orders.ended_day', '>', last),
  ];
}
