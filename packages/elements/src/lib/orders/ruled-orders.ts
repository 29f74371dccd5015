import { type Order, type OrderSort, sortOrders } from '@numberdesk/core/orders';
import type { LiveList } from '../internal/live-list.ts';
import type { Resource } from '../internal/resource-controller.ts';
import { listRule } from './list-rule.ts';
import { warmFormats } from '../internal/warm-formats.ts';
import type { ListAsk } from './order-ask.ts';
import {
  type HostGiven,
  type HostList,
  type HostListOptions,
  type ListAbout,
  type OrderPages,
  type OrderQuestion,
  bringOrderPlaces,
  orderRule,
} from './order-rule.ts';

/** What a list is made of. */
type ListOf = [orders: readonly Order[] | null, ask: ListAsk | null, accounts: HostGiven['accounts']];

/** Orders that a page has itself, shown as a server would: filtered and sorted (ORD-1, ORD-6). */
class HostOrders implements HostList {
  readonly #options: HostListOptions;
  #list: LiveList<Order> | null = null;
  #listOf: readonly unknown[] = [];
  #sorted: SortedOrders | null = null;

  constructor(options: HostListOptions) {
    this.#options = options;
  }

  get items(): Resource<LiveList<Order>> {
    const { orders, error, loading, accounts } = this.#options.given();
    const data = this.#current(orders, this.#options.ask(), accounts);
    // None because they could not be had is not none.
    if (error && (data || !orders))
      return { state: 'error', data: data && data.items.length > 0 ? data : null, error };
    return loading || data === null ? { state: 'loading', data } : { state: 'data', data };
  }

  get about(): ListAbout {
    const { orders, syncedAt } = this.#options.given();
    return { syncedAt, hasOthers: (this.#list?.items.length ?? 0) < (orders?.length ?? 0) };
  }

  get page(): OrderPages {
    const page = { data: this.#list?.items ?? [], next: null };
    return () => Promise.resolve(page);
  }

  refresh(): void {
    this.#listOf = [];
  }

  #current(...of: ListOf): LiveList<Order> | null {
    if (of.every((part, index) => part === this.#listOf[index])) return this.#list;
    this.#listOf = of;
    const [orders, ask, accounts] = of;
    const parents = accounts && new Map(accounts.map(({ id, parent }) => [id, parent]));
    this.#list = orders && ask && this.#inPlace(orders, { ask, parents });
    return this.#list;
  }

  #inPlace(of: readonly Order[], question: OrderQuestion): LiveList<Order> {
    const now = this.#options.clock().now();
    this.#sorted = sorted(of, question.ask.sort, this.#sorted);
    const { orders } = this.#sorted;
    const found = orders.filter(listRule(question).belongs(now));
    const items = found.length === orders.length ? orders : found;
    return { rule: orderRule(question, () => now), items, next: null, boundary: null, told: new Map() };
  }
}

/** Orders in their order, and what that was made of. */
interface SortedOrders {
  readonly of: readonly Order[];
  readonly sort: OrderSort;
  readonly orders: readonly Order[];
  /** Where each of them stands in `of`, once that has been asked for. */
  readonly places: Uint32Array | null;
}

/** Sorts orders; where some have others in their place, those take theirs, for nothing else can have moved. */
function sorted(of: readonly Order[], sort: OrderSort, last: SortedOrders | null): SortedOrders {
  if (last?.sort !== sort || !(last.of === of || areInPlace(last.of, of)))
    return { of, sort, orders: sortOrders(of, sort), places: null };
  if (last.of === of) return last;
  const places = last.places ?? placesOf(last);
  const orders = [...last.orders];
  for (let at = 0; at < orders.length; at++) orders[at] = of[places[at] as number] as Order;
  return { of, sort, orders, places };
}

/** Whether orders can only stand where those stood that are in the same place, by what they are sorted by. */
function areInPlace(before: readonly Order[], now: readonly Order[]): boolean {
  if (before.length !== now.length) return false;
  for (let at = 0; at < now.length; at++) {
    const [was, is] = [before[at] as Order, now[at] as Order];
    if (was !== is && (was.number !== is.number || was.placedAt !== is.placedAt)) return false;
  }
  return true;
}

/** Where orders stand among those that they were sorted from. */
function placesOf({ of, orders }: SortedOrders): Uint32Array {
  const places = new Map(of.map((order, at) => [order, at]));
  return Uint32Array.from(orders, (order) => places.get(order) ?? 0);
}

/** Brings what puts orders in their place; what the first of them would have to wait for else is made when nobody waits. */
export function bringRules(): void {
  bringOrderPlaces({ rulesFor: listRule, hostList: (options) => new HostOrders(options) });
  globalThis.requestIdleCallback?.(warmFormats);
}
