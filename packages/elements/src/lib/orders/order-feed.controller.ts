import type { Connection, PortalEvent } from '@numberdesk/core/http';
import { type Order, type OrderPage, listOrders, orderSchema } from '@numberdesk/core/orders';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { reachableAccounts } from '../access/reachable-accounts.ts';
import type { Clock } from '../internal/clock.ts';
import { type Resource, ResourceController } from '../internal/resource-controller.ts';
import { type ListRule, listRule } from './list-rule.ts';
import {
  type LoadedOrders,
  type OrderChange,
  emptyList,
  withOrder,
  withPage,
  withoutLeft,
} from './loaded-orders.ts';

/** What is asked for; another object is another question. */
export type ListAsk = Pick<ListRule, 'filter' | 'sort'>;

/** Orders in a page of the list. */
export const pageSize = 50;

/** The most that one request may ask for. */
const largestPage = 200;

/** One page of the answer to a question. */
interface PageAsk {
  connection: Connection;
  ask: ListAsk;
  signal: AbortSignal;
  limit: number;
  cursor?: string | null | undefined;
}

/** What the feed needs of its widget. */
export interface OrderFeedOptions {
  /** `null` while nothing may be asked for. */
  connection: () => Connection | null;
  ask: () => ListAsk;
  clock: () => Clock;
  /** Number of an order that must not vanish under somebody's hands. */
  held: () => string | null;
  onChanges: (changes: readonly OrderChange[]) => void;
}

/** Loads the orders page by page, and keeps what is loaded right by the events that follow. */
export class OrderFeedController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: OrderFeedOptions;
  readonly #first: ResourceController<Connection, LoadedOrders>;
  #list: LoadedOrders | null = null;
  #loadedAt = 0;
  #connection: Connection | null = null;
  #ask: ListAsk | null = null;
  #loadedAsk: ListAsk | null = null;
  #following: AbortController | null = null;
  #isLive = true;
  #streamError: unknown = null;
  #more: Resource<null> = { state: 'data', data: null };
  #isAway = false;

  constructor(host: ReactiveControllerHost, options: OrderFeedOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
    this.#first = new ResourceController<Connection, LoadedOrders>(host, {
      source: options.connection,
      load: (connection, signal) => this.#load(connection, signal),
    });
  }

  /** The list, and whether it is being loaded. */
  get value(): Resource<LoadedOrders> {
    const { value } = this.#first;
    // The list goes on changing after it was loaded. One that answers another question is no stand-in for a failure.
    if (!value.data || !this.#list) return value;
    if (value.state === 'error' && this.#loadedAsk !== this.#ask) return { ...value, data: null };
    return { ...value, data: this.#list };
  }

  /** How the next page is coming along. */
  get more(): Resource<null> {
    return this.#more;
  }

  /** Why no live changes come any more, if they do not. */
  get streamError(): unknown {
    return this.#streamError;
  }

  /** Whether changes come in as they happen. */
  get isLive(): boolean {
    return this.#isLive;
  }

  /** When the list was loaded, in milliseconds since 1970. */
  get loadedAt(): number {
    return this.#loadedAt;
  }

  /** Loads anew as much as is there; what is there stays meanwhile. */
  readonly reload = (): void => this.#first.reload();

  hostUpdate(): void {
    const ask = this.#options.ask();
    const isOther = this.#ask !== ask;
    this.#ask = ask;
    if (this.#options.connection() !== this.#connection) {
      this.#following?.abort();
      this.#connection = this.#list = this.#streamError = null;
    } else if (this.#connection && isOther) this.reload();
  }

  hostConnected(): void {
    if (this.#isAway && this.#list) this.reload();
    this.#isAway = false;
  }

  hostDisconnected(): void {
    this.#isAway = true;
    this.#following?.abort();
  }

  /** Loads the next page. */
  async loadMore(): Promise<void> {
    const following = this.#following;
    const cursor = this.#list?.next;
    if (!following || !cursor || this.#more.state === 'loading') return;
    this.#setMore({ state: 'loading', data: null });
    try {
      const connection = this.#connection as Connection;
      const ask = this.#loadedAsk as ListAsk;
      const page = await this.#page({
        connection,
        ask,
        signal: following.signal,
        limit: largestPage,
        cursor,
      });
      if (following.signal.aborted || !this.#list) return;
      this.#list = withPage(this.#list, page, this.#options.clock().now());
      this.#setMore({ state: 'data', data: null });
    } catch (error) {
      if (!following.signal.aborted) this.#setMore({ state: 'error', data: null, error });
    }
  }

  /** Lets go of what has left the list meanwhile (ORD-6). */
  prune(): void {
    if (!this.#list) return;
    const { list, changes } = withoutLeft(this.#list, this.#options.clock().now(), this.#options.held());
    this.#list = list;
    if (changes.length === 0) return;
    this.#options.onChanges(changes);
    this.#host.requestUpdate();
  }

  /** All orders that are asked for, page by page, whether they have been loaded or not. */
  async *all(signal: AbortSignal): AsyncGenerator<readonly Order[]> {
    const connection = this.#connection;
    const ask = this.#ask as ListAsk;
    for (let cursor: string | null | undefined; connection && cursor !== null;) {
      const page = await this.#page({ connection, ask, signal, limit: largestPage, cursor });
      yield page.data;
      cursor = page.next;
    }
  }

  async #load(connection: Connection, signal: AbortSignal): Promise<LoadedOrders> {
    const ask = this.#ask as ListAsk;
    const isSame = connection === this.#connection && ask === this.#loadedAsk;
    const wanted = isSame ? (this.#list?.orders.length ?? 0) : 0;
    const page = (limit: number, cursor?: string) => this.#page({ connection, ask, signal, limit, cursor });
    const rule = await ruleOf(ask, connection);
    const first = await page(Math.min(largestPage, Math.max(pageSize, wanted)));
    const now = this.#options.clock().now();
    let list = withPage(emptyList(rule), first, now);
    while (list.next !== null && list.orders.length < wanted) {
      list = withPage(list, await page(largestPage, list.next), now);
    }
    if (list.orders.length === 0) list = { ...list, hasOthers: await this.#hasOthers(connection, signal) };
    signal.throwIfAborted();
    this.#list = list;
    this.#loadedAt = now;
    this.#loadedAsk = ask;
    this.#connection = connection;
    this.#streamError = null;
    this.#isLive = true;
    this.#more = { state: 'data', data: null };
    void this.#follow(connection, first.feed);
    return list;
  }

  /** Whether the other view has orders, so that an empty list can say where they are. */
  async #hasOthers(connection: Connection, signal: AbortSignal): Promise<boolean> {
    const view = this.#ask?.filter.view === 'history' ? 'active' : 'history';
    const { data } = await connection.call(listOrders, { view, limit: 1 }, { signal });
    return data.length > 0;
  }

  #page({ connection, ask: { filter, sort }, signal, limit, cursor }: PageAsk): Promise<OrderPage> {
    const query = { ...filter, sort, limit, ...(cursor ? { cursor } : {}) };
    return connection.call(listOrders, query, { signal });
  }

  async #follow(connection: Connection, after: number): Promise<void> {
    this.#following?.abort();
    const { signal } = (this.#following = new AbortController());
    try {
      const onLive = (isLive: boolean) => {
        if (signal.aborted) return;
        this.#isLive = isLive;
        this.#host.requestUpdate();
      };
      for await (const event of connection.events({ after, signal, onLive })) {
        if (signal.aborted) return;
        if (event.type === 'reset') this.reload();
        else this.#take(event);
      }
    } catch (error) {
      if (signal.aborted) return;
      this.#streamError = error;
      this.#host.requestUpdate();
    }
  }

  #take({ type, data }: PortalEvent): void {
    const parsed = type === 'order.changed' ? orderSchema.safeParse(data['order']) : null;
    if (!parsed?.success || !this.#list) return;
    const { list, change } = withOrder(this.#list, parsed.data, this.#options.clock().now());
    this.#list = list;
    if (!change) return;
    this.#options.onChanges([change]);
    this.#host.requestUpdate();
    this.prune();
  }

  #setMore(more: Resource<null>): void {
    this.#more = more;
    this.#host.requestUpdate();
  }
}

/** Accounts below one that is asked for are known by their parents only. */
async function ruleOf({ filter, sort }: ListAsk, connection: Connection): Promise<ListRule> {
  const accounts = filter.account ? await reachableAccounts(connection) : [];
  return listRule(filter, sort, new Map(accounts.map(({ id, parent }) => [id, parent])));
}
