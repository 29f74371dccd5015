import type { Client } from '@numberdesk/core';
import { type Order, type OrderStatus, compareOrders, matchesOrderQuery } from '@numberdesk/core/orders';
import { refusalWords } from './words.ts';

export interface Filter {
  status: OrderStatus[];
  q: string;
}

/** The orders on the desk, kept up to date by the event stream. */
export class OrderList {
  orders: readonly Order[] = [];
  filter: Filter = { status: [], q: '' };
  state: { failure: string | null; isEmpty: boolean; hasMore: boolean };

  readonly #client: Client;
  readonly #draw: () => void;
  #next: string | null = null;
  #following = new AbortController();

  constructor(client: Client, draw: () => void) {
    this.#client = client;
    this.#draw = draw;
    this.state = { failure: null, isEmpty: false, hasMore: false };
  }

  /** Reads the first page anew and follows what happens from there on. */
  async load(filter: Filter = this.filter): Promise<void> {
    this.filter = filter;
    this.#following.abort();
    const { signal } = (this.#following = new AbortController());
    try {
      const page = await this.#client.orders.list(this.#query(), { signal });
      this.#show(page.data, page.next);
      await this.#follow(page.feed, signal);
    } catch (error) {
      if (signal.aborted) return;
      this.state = { ...this.state, failure: refusalWords(error) };
      this.#draw();
    }
  }

  async more(): Promise<void> {
    if (this.#next === null) return;
    try {
      const page = await this.#client.orders.list({ ...this.#query(), cursor: this.#next });
      const known = new Set(this.orders.map(({ number }) => number));
      this.#show([...this.orders, ...page.data.filter(({ number }) => !known.has(number))], page.next);
    } catch (error) {
      this.state = { ...this.state, failure: refusalWords(error) };
      this.#draw();
    }
  }

  /** Puts an order in its place; one that is not shown comes in only if it matches the filter. */
  put(order: Order): void {
    const shown = this.orders.find(({ number }) => number === order.number);
    if (shown ? shown.version >= order.version : !matchesOrderQuery(order, this.filter, Date.now())) return;
    const others = this.orders.filter((other) => other !== shown);
    this.#show([...others, order].sort(compareOrders()), this.#next);
  }

  /** Reads one order anew. */
  async refresh(number: string): Promise<void> {
    this.put(await this.#client.orders.get({ number }));
  }

  #show(orders: readonly Order[], next: string | null): void {
    this.orders = orders;
    this.#next = next;
    this.state = { failure: null, isEmpty: orders.length === 0, hasMore: next !== null };
    this.#draw();
  }

  #query() {
    const { status, q } = this.filter;
    return { status, limit: 50, ...(q ? { q } : {}) };
  }

  async #follow(after: number, signal: AbortSignal): Promise<void> {
    for await (const event of this.#client.events({ after, signal })) {
      if (event.type === 'reset') return this.load();
      if (event.type === 'order.changed') this.put(event.data['order'] as Order);
    }
  }
}
