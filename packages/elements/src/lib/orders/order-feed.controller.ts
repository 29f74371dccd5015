import type { Connection, PortalEvent } from '@numberdesk/core/http';
import { type OrderPage, listOrders, orderSchema } from '@numberdesk/core/orders';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Clock } from '../internal/clock.ts';
import { type Resource, ResourceController } from '../internal/resource-controller.ts';
import { type LoadedOrders, type OrderChange, withOrder, withPage, withoutLeft } from './loaded-orders.ts';

/** Orders in a page of the list. */
export const pageSize = 50;

/** The most that one request may ask for. */
const largestPage = 200;

/** What the feed needs of its widget. */
export interface OrderFeedOptions {
  /** `null` while nothing may be asked for. */
  connection: () => Connection | null;
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
  #following: AbortController | null = null;
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
    // The list goes on changing after it was loaded.
    return value.data && this.#list ? { ...value, data: this.#list } : value;
  }

  /** How the next page is coming along. */
  get more(): Resource<null> {
    return this.#more;
  }

  /** Why no live changes come any more, if they do not. */
  get streamError(): unknown {
    return this.#streamError;
  }

  /** When the list was loaded, in milliseconds since 1970. */
  get loadedAt(): number {
    return this.#loadedAt;
  }

  /** Loads anew as much as is there; what is there stays meanwhile. */
  readonly reload = (): void => this.#first.reload();

  hostUpdate(): void {
    if (this.#options.connection() === this.#connection) return;
    this.#following?.abort();
    this.#connection = this.#list = this.#streamError = null;
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
      const page = await this.#page(this.#connection as Connection, following.signal, pageSize, cursor);
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

  async #load(connection: Connection, signal: AbortSignal): Promise<LoadedOrders> {
    const wanted = connection === this.#connection ? (this.#list?.orders.length ?? 0) : 0;
    const page = (limit: number, cursor?: string) => this.#page(connection, signal, limit, cursor);
    const first = await page(Math.min(largestPage, Math.max(pageSize, wanted)));
    const now = this.#options.clock().now();
    let list = withPage(null, first, now);
    while (list.next !== null && list.orders.length < wanted) {
      list = withPage(list, await page(largestPage, list.next), now);
    }
    signal.throwIfAborted();
    this.#list = list;
    this.#loadedAt = now;
    this.#connection = connection;
    this.#streamError = null;
    this.#more = { state: 'data', data: null };
    void this.#follow(connection, first.feed);
    return list;
  }

  #page(connection: Connection, signal: AbortSignal, limit: number, cursor?: string): Promise<OrderPage> {
    return connection.call(listOrders, cursor ? { limit, cursor } : { limit }, { signal });
  }

  async #follow(connection: Connection, after: number): Promise<void> {
    this.#following?.abort();
    const { signal } = (this.#following = new AbortController());
    try {
      for await (const event of connection.events({ after, signal })) {
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
