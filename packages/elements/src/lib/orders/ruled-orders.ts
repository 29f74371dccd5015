import { type Order, type OrderSort, sortOrders } from '@numberdesk/core/orders';
import type { LiveList } from '../internal/live-list.ts';
import type { Resource } from '../internal/resource-controller.ts';
import { listRule } from './list-rule.ts';
import { nextLeaving } from './next-leaving.ts';
import { warmFormats } from '../internal/warm-formats.ts';
import type { ListAsk } from './order-ask.ts';
import {
  type HostGiven,
  type HostList,
  type HostListOptions,
  type ListAbout,
  type OrderPages,
  type OrderRules,
  bringOrderPlaces,
  orderRule,
} from './order-rule.ts';

/** What a list is made of. */
type ListOf = readonly [orders: readonly Order[], ask: ListAsk, accounts: HostGiven['accounts']];

/** A list, and what it takes to keep it right without looking at all orders again. */
interface Shown {
  readonly of: ListOf;
  readonly list: LiveList<Order>;
  readonly belongs: OrderRules['belongs'];
  /** Milliseconds since 1970. */
  readonly madeAt: number;
  /** By itself no order leaves before that, once it has been asked for. */
  leaves?: number;
  /** Where each of the page's orders stands in the list, `null` where one is there twice; once that has been asked for. */
  places?: Int32Array | null;
}

/** Orders that a page has itself, shown as a server would: filtered and sorted (ORD-1, ORD-6). */
class HostOrders implements HostList {
  readonly #options: HostListOptions;
  #shown: Shown | null = null;
  #sorted: SortedOrders | null = null;
  /** Whether time has passed since, so that all orders have to be looked at. */
  #isOld = false;

  constructor(options: HostListOptions) {
    this.#options = options;
  }

  get items(): Resource<LiveList<Order>> {
    const { orders, error, loading, accounts } = this.#options.given();
    const ask = this.#options.ask();
    this.#shown = orders && ask ? this.#current([orders, ask, accounts]) : null;
    const data = this.#shown?.list ?? null;
    // None because they could not be had is not none.
    if (error && (data || !orders))
      return { state: 'error', data: data && data.items.length > 0 ? data : null, error };
    return loading || data === null ? { state: 'loading', data } : { state: 'data', data };
  }

  get about(): ListAbout {
    const { orders, syncedAt } = this.#options.given();
    return { syncedAt, hasOthers: (this.#shown?.list.items.length ?? 0) < (orders?.length ?? 0) };
  }

  get page(): OrderPages {
    const page = { data: this.#shown?.list.items ?? [], next: null };
    return () => Promise.resolve(page);
  }

  get nextLeaving(): number {
    return this.#shown ? leavesIn(this.#shown) : Infinity;
  }

  refresh(): void {
    this.#isOld = true;
  }

  #current(of: ListOf): Shown {
    const last = this.#shown;
    const known = this.#isOld ? null : last;
    if (known && of.every((part, index) => part === known.of[index])) return known;
    this.#isOld = false;
    const now = this.#options.clock().now();
    return (known && shownWith(of, known, now)) ?? this.#made(of, last, now);
  }

  #made(of: ListOf, last: Shown | null, madeAt: number): Shown {
    const [given, ask, accounts] = of;
    const parents = accounts && new Map(accounts.map(({ id, parent }) => [id, parent]));
    const question = { ask, parents };
    const { belongs } = listRule(question);
    this.#sorted = sorted(given, ask.sort, this.#sorted);
    const { orders } = this.#sorted;
    const found = orders.filter(belongs(madeAt));
    const items = found.length === orders.length ? orders : found;
    const list = { items, next: null, boundary: null, told: new Map() };
    const isKnown = last && isSameQuestion(of, last.of);
    const rule = isKnown ? last.list.rule : orderRule(question, () => this.#options.clock().now());
    return { of, madeAt, belongs, list: { ...list, rule } };
  }
}

/** What is shown where some orders have others in their place; `null` where one joins, leaves or may move by that, or has left by itself. */
function shownWith(of: ListOf, last: Shown, now: number): Shown | null {
  const isInTime = leavesIn(last) > now && now >= last.madeAt;
  const [orders] = of;
  const [before] = last.of;
  const changes = isInTime && isSameQuestion(of, last.of) ? changesIn(before, orders) : null;
  if (!changes) return null;
  const places = (last.places ??= placesIn(last.list.items, before));
  if (!places) return null;
  const belongs = last.belongs(now);
  const isOther = (at: number) => belongs(orders[at] as Order) !== (places[at] as number) >= 0;
  if (changes.some(isOther)) return null;
  const changed = changes.map((at) => orders[at] as Order);
  const leaves = Math.min(leavesIn(last), nextLeaving(changed, now));
  const items = replaced(last.list.items, places, orders, changes);
  return { ...last, of, list: { ...last.list, items }, madeAt: now, leaves, places };
}

const isSameQuestion = ([, ask, accounts]: ListOf, [, asked, before]: ListOf) =>
  ask === asked && (accounts === before || !ask.filter.account);

/** When the first of the page's orders leaves: with each that does, the list is another. */
const leavesIn = (shown: Shown): number => (shown.leaves ??= nextLeaving(shown.of[0], shown.madeAt));

/** Orders in their order, and what that was made of. */
interface SortedOrders {
  readonly of: readonly Order[];
  readonly sort: OrderSort;
  readonly orders: readonly Order[];
  /** Where each of `of` stands among them, `null` where one is there twice or nobody has asked. */
  readonly places: Int32Array | null;
}

/** Sorts orders; where some have others in their place, those take theirs, for nothing else can have moved. */
function sorted(of: readonly Order[], sort: OrderSort, last: SortedOrders | null): SortedOrders {
  const changes = last?.sort === sort ? changesIn(last.of, of) : null;
  if (!last || !changes) return { of, sort, orders: sortOrders(of, sort), places: null };
  if (last.of === of) return last;
  const places = last.places ?? placesIn(last.orders, last.of);
  if (!places) return { of, sort, orders: sortOrders(of, sort), places };
  return { of, sort, orders: replaced(last.orders, places, of, changes), places };
}

/** Which orders are others than before; `null` where one can stand elsewhere, by what they are sorted by. */
function changesIn(before: readonly Order[], now: readonly Order[]): number[] | null {
  if (before.length !== now.length) return null;
  const changes: number[] = [];
  for (let at = 0; at < now.length; at++) {
    const [was, is] = [before[at] as Order, now[at] as Order];
    if (was === is) continue;
    if (was.number !== is.number || was.placedAt !== is.placedAt) return null;
    changes.push(at);
  }
  return changes;
}

/** Where each of `all` stands in a list of some of them, -1 for nowhere; `null` where one stands there twice. */
function placesIn(list: readonly Order[], all: readonly Order[]): Int32Array | null {
  const places = new Map(list.map((order, at) => [order, at]));
  if (places.size < list.length) return null;
  return Int32Array.from(all, (order) => places.get(order) ?? -1);
}

/** A list with some of `all` in their places. */
function replaced(
  list: readonly Order[],
  places: Int32Array,
  all: readonly Order[],
  changes: readonly number[],
): Order[] {
  const items = [...list];
  for (const at of changes) {
    const place = places[at] as number;
    if (place >= 0) items[place] = all[at] as Order;
  }
  return items;
}

/** Brings what puts orders in their place; what the first of them would have to wait for else is made when nobody waits. */
export function bringRules(): void {
  bringOrderPlaces({ rulesFor: listRule, hostList: (options) => new HostOrders(options) });
  globalThis.requestIdleCallback?.(warmFormats);
}
