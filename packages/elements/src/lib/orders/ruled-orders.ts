import { type Order, sortOrders } from '@numberdesk/core/orders';
import type { LiveList } from '../internal/live-list.ts';
import type { Resource } from '../internal/resource-controller.ts';
import { listRule } from './list-rule.ts';
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
    this.#list = orders && ask && inPlace(orders, { ask, parents }, this.#options.clock().now());
    return this.#list;
  }
}

function inPlace(orders: readonly Order[], question: OrderQuestion, now: number): LiveList<Order> {
  const { belongs } = listRule(question);
  const items = sortOrders(
    orders.filter((order) => belongs(order, now)),
    question.ask.sort,
  );
  const rule = orderRule(question, () => now);
  return { rule, items, next: null, boundary: null, told: new Map() };
}

/** Brings what puts orders in their place. */
export function bringRules(): void {
  bringOrderPlaces({ rulesFor: listRule, hostList: (options) => new HostOrders(options) });
}
