import { type InstantLike, toInstant, toMillis } from '../time/instant.ts';
import { orderNumberKey } from './order-number.ts';
import type { OrderQuery, OrderSort } from './order-query.schema.ts';
import type { Order } from './order.schema.ts';

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Keys by which orders that are compared over and over are sorted, for as long as they are called the same. */
const keys = new WeakMap<object, { number: string; key: string }>();

function keyOf(order: { number: string }): string {
  let known = keys.get(order);
  if (known?.number !== order.number)
    keys.set(order, (known = { number: order.number, key: orderNumberKey(order.number) }));
  return known.key;
}

/** What a search looks at. */
interface Searched {
  number: string;
  placedBy: { name: string };
}

/** Compares orders as a list shows them; by default the newest number first (ORD-1). */
export function compareOrders(sort: OrderSort = '-number'): (a: Order, b: Order) => number {
  const sign = sort.startsWith('-') ? -1 : 1;
  const byNumber = (a: Order, b: Order) => byText(keyOf(a), keyOf(b)) || byText(a.number, b.number);
  if (sort === '-number' || sort === 'number') return (a, b) => sign * byNumber(a, b);
  return (a, b) => sign * (toMillis(a.placedAt) - toMillis(b.placedAt) || byNumber(a, b));
}

/** The orders as a list shows them. What is compared is worked out once for each and not kept, so that thousands are no matter. */
export function sortOrders(orders: readonly Order[], sort: OrderSort = '-number'): Order[] {
  const sign = sort.startsWith('-') ? -1 : 1;
  const isByNumber = sort === '-number' || sort === 'number';
  const moments = isByNumber ? [] : orders.map(({ placedAt }) => toMillis(placedAt));
  const numbers = orders.map(({ number }) => orderNumberKey(number));
  const between = (a: number, b: number): number =>
    (isByNumber ? 0 : (moments[a] as number) - (moments[b] as number)) ||
    byText(numbers[a] as string, numbers[b] as string) ||
    byText((orders[a] as Order).number, (orders[b] as Order).number);
  return orders
    .map((_, at) => at)
    .sort((a, b) => sign * between(a, b))
    .map((at) => orders[at] as Order);
}

/** What there may be another spelling of: everything but what Western names are written with. */
const special = /[^\0-\x7f\xc0-\xff]/;

/** How texts are compared in a search. */
const fold = (text: string) => (special.test(text) ? text.normalize('NFKC') : text).toLowerCase();

/** What a search looks at the start of: the number, and each word of the name of who placed it. */
export function orderSearchTerms(order: Searched): string[] {
  return [...new Set([fold(order.number), ...fold(order.placedBy.name).split(/\s+/).filter(Boolean)])];
}

/** What of a query chooses orders. */
export type OrderFilter = Partial<Omit<OrderQuery, 'limit' | 'cursor' | 'sort'>>;

/** Whether one of a text's words begins so; finds it without cutting the text up. */
function hasWord(text: string, start: string): boolean {
  for (let at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1))
    if (at === 0 || /\s/.test(text[at - 1] as string)) return true;
  return false;
}

/** Whether a search finds an order: what `orderSearchTerms` has begins so. Of thousands, most need no second look. */
function finds(start: string): (order: Searched) => boolean {
  const isOneWord = !/\s/.test(start);
  const escaped = start.replace(/[$()*+./?[\\\]^{|}-]/g, '\\$&');
  const mayMatch = new RegExp(`${special.source}|(?:^|\\s)${escaped}`, 'i');
  return ({ number, placedBy: { name } }) =>
    (mayMatch.test(number) && fold(number).startsWith(start)) ||
    (isOneWord && mayMatch.test(name) && hasWord(fold(name), start));
}

/** Compares a moment with others: those on the wire sort as texts, and thousands need not be read (TIM-1). */
function isAfter(now: InstantLike): (moment: string) => boolean {
  const millis = toMillis(now);
  const text = toInstant(millis);
  const isWire = (moment: string) => moment.length === 24 && moment.endsWith('Z');
  return (moment) => (isWire(moment) && text.length === 24 ? moment > text : toMillis(moment) > millis);
}

/** Whether one account is another or lies below it. */
type IsWithin = (account: string, wanted: string) => boolean;

/**
 * Tells of any number of orders whether they belong in the list that a query asks for, at `now` (ORD-6). `isWithin`
 * says whether one account is another or lies below it; without it, only an account itself counts (ACC-1).
 */
export function orderMatcher(
  { view = 'active', status = [], q = '', account, placedFrom, placedBefore }: OrderFilter,
  now: InstantLike,
  isWithin: IsWithin = (own, wanted) => own === wanted,
): (order: Order) => boolean {
  const isToLeave = isAfter(now);
  const isFound = q === '' ? null : finds(fold(q));
  const from = placedFrom === undefined ? -Infinity : toMillis(placedFrom);
  const before = placedBefore === undefined ? Infinity : toMillis(placedBefore);
  const hasDays = placedFrom !== undefined || placedBefore !== undefined;
  const isPlaced = ({ placedAt }: Order) => toMillis(placedAt) >= from && toMillis(placedAt) < before;
  return (order) => {
    const isActive = order.leavesAt === null || isToLeave(order.leavesAt);
    if (isActive !== (view === 'active')) return false;
    if (status.length > 0 && !status.some((wanted) => wanted === order.status)) return false;
    if (account !== undefined && !isWithin(order.account, account)) return false;
    return !(hasDays && !isPlaced(order)) && (isFound === null || isFound(order));
  };
}

/** Whether an order belongs in the list that a query asks for; see `orderMatcher` for many. */
export const matchesOrderQuery = (
  order: Order,
  filter: OrderFilter,
  now: InstantLike,
  isWithin?: IsWithin,
): boolean => orderMatcher(filter, now, isWithin)(order);
