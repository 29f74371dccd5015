import { type InstantLike, toMillis } from '../time/instant.ts';
import { orderNumberKey } from './order-number.ts';
import type { OrderQuery, OrderSort } from './order-query.schema.ts';
import type { Order } from './order.schema.ts';

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Keeps what is slow to work out for each order, for as long as the order is called the same. */
function kept<Named extends object, Value>(nameOf: (order: Named) => string, work: (order: Named) => Value) {
  const known = new WeakMap<Named, { name: string; value: Value }>();
  return (order: Named): Value => {
    const name = nameOf(order);
    let found = known.get(order);
    if (found?.name !== name) known.set(order, (found = { name, value: work(order) }));
    return found.value;
  };
}

const keyOf = kept(
  ({ number }: { number: string }) => number,
  ({ number }) => orderNumberKey(number),
);
const leavesMillis = kept(
  ({ leavesAt }: Pick<Order, 'leavesAt'>) => leavesAt ?? '',
  ({ leavesAt }) => (leavesAt === null ? Infinity : toMillis(leavesAt)),
);
const termsOf = kept(
  ({ number, placedBy }: Searched) => `${number} ${placedBy.name}`,
  (order) => orderSearchTerms(order),
);

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

/** The orders as a list shows them. What is compared is worked out once for each, so that thousands are no matter. */
export function sortOrders(orders: readonly Order[], sort: OrderSort = '-number'): Order[] {
  const sign = sort.startsWith('-') ? -1 : 1;
  const isByNumber = sort === '-number' || sort === 'number';
  const keyed = orders.map((order) => ({
    order,
    placedAt: isByNumber ? 0 : toMillis(order.placedAt),
    key: keyOf(order),
  }));
  keyed.sort(
    (a, b) =>
      sign * (a.placedAt - b.placedAt || byText(a.key, b.key) || byText(a.order.number, b.order.number)),
  );
  return keyed.map(({ order }) => order);
}

/** What a search looks at the start of: the number, and each word of the name of who placed it. */
export function orderSearchTerms(order: Searched): string[] {
  const fold = (text: string) => text.normalize('NFKC').toLowerCase();
  return [...new Set([fold(order.number), ...fold(order.placedBy.name).split(/\s+/).filter(Boolean)])];
}

/** What of a query chooses orders. */
export type OrderFilter = Partial<Omit<OrderQuery, 'limit' | 'cursor' | 'sort'>>;

/**
 * Whether an order belongs in the list that a query asks for, at `now` (ORD-6). `isWithin` says whether one account
 * is another or lies below it; without it, only an account itself counts (ACC-1).
 */
export function matchesOrderQuery(
  order: Order,
  { view = 'active', status = [], q, account, placedFrom, placedBefore }: OrderFilter,
  now: InstantLike,
  isWithin: (account: string, wanted: string) => boolean = (own, wanted) => own === wanted,
): boolean {
  const isActive = order.leavesAt === null || toMillis(now) < leavesMillis(order);
  if (isActive !== (view === 'active')) return false;
  if (status.length > 0 && !status.some((wanted) => wanted === order.status)) return false;
  if (account !== undefined && !isWithin(order.account, account)) return false;
  if (placedFrom !== undefined && toMillis(order.placedAt) < toMillis(placedFrom)) return false;
  if (placedBefore !== undefined && toMillis(order.placedAt) >= toMillis(placedBefore)) return false;
  if (q === undefined || q === '') return true;
  const start = q.normalize('NFKC').toLowerCase();
  return termsOf(order).some((term) => term.startsWith(start));
}
