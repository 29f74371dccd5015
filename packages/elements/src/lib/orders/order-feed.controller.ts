import type { Connection } from '@numberdesk/core/http';
import { listOrders } from '@numberdesk/core/orders';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Clock } from '../internal/clock.ts';
import { type Resource, ResourceController } from '../internal/resource-controller.ts';
import { type AccountParents, type LoadedOrders, firstPage } from './loaded-orders.ts';
import { type ListAsk, largestPage, orderPage } from './order-page.ts';

/** Orders in the first page of the list. */
const pageSize = 50;

/** What the feed needs of its widget. */
export interface OrderFeedOptions {
  /** `null` while nothing may be asked for. */
  connection: () => Connection | null;
  ask: () => ListAsk | null;
  clock: () => Clock;
}

/** Where a list that has been loaded goes on: its next page, and what happens from then on. */
export interface FeedStart {
  readonly connection: Connection;
  readonly ask: ListAsk;
  /** The last event that the list knows of. */
  readonly after: number;
}

/** Loads the orders, as many as are wanted; what becomes of them then is told by whoever follows. */
export class OrderFeedController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: OrderFeedOptions;
  readonly #first: ResourceController<Connection, LoadedOrders>;
  #list: LoadedOrders | null = null;
  #loadedAt = 0;
  #connection: Connection | null = null;
  #ask: ListAsk | null = null;
  #start: FeedStart | null = null;
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
    if (value.state === 'error' && this.#start?.ask !== this.#ask) return { ...value, data: null };
    return { ...value, data: this.#list };
  }

  /** The list as it is now. */
  get list(): LoadedOrders | null {
    return this.#list;
  }

  set list(list: LoadedOrders) {
    this.#list = list;
    this.#host.requestUpdate();
  }

  /** From where the list goes on; another object with each time that it is loaded. */
  get start(): FeedStart | null {
    return this.#start;
  }

  /** When the list was loaded, in milliseconds since 1970. */
  get loadedAt(): number {
    return this.#loadedAt;
  }

  /** Loads anew as much as is there; what is there stays meanwhile. */
  readonly reload = (): void => this.#first.reload();

  hostUpdate(): void {
    const ask = this.#options.ask();
    const connection = this.#options.connection();
    const isOther = this.#ask !== ask;
    this.#ask = ask;
    if (connection !== this.#connection) {
      this.#connection = connection;
      this.#list = this.#start = null;
    } else if (connection && isOther) this.reload();
  }

  hostConnected(): void {
    if (this.#isAway && this.#list) this.reload();
    this.#isAway = false;
  }

  hostDisconnected(): void {
    this.#isAway = true;
  }

  async #load(connection: Connection, signal: AbortSignal): Promise<LoadedOrders> {
    const ask = this.#ask as ListAsk;
    const isSame = connection === this.#connection && ask === this.#start?.ask;
    const wanted = isSame ? (this.#list?.orders.length ?? 0) : 0;
    const page = (limit: number, cursor?: string) => orderPage({ connection, ask, signal, limit, cursor });
    const parents = await parentsOf(ask, connection);
    const first = await page(Math.min(largestPage, Math.max(pageSize, wanted)));
    const now = this.#options.clock().now();
    let list = firstPage(ask, first, parents);
    while (list.next !== null && list.orders.length < wanted) {
      const { withPage } = await import('./ruled-orders.ts');
      list = withPage(list, await page(largestPage, list.next), now);
    }
    if (list.orders.length === 0) list = { ...list, hasOthers: await hasOthers(ask, connection, signal) };
    signal.throwIfAborted();
    this.#list = list;
    this.#loadedAt = now;
    this.#start = { connection, ask, after: first.feed };
    return list;
  }
}

/** Whether the other view has orders, so that an empty list can say where they are. */
async function hasOthers({ filter }: ListAsk, connection: Connection, signal: AbortSignal): Promise<boolean> {
  const view = filter.view === 'history' ? 'active' : 'history';
  const { data } = await connection.call(listOrders, { view, limit: 1 }, { signal });
  return data.length > 0;
}

async function parentsOf({ filter }: ListAsk, connection: Connection): Promise<AccountParents | null> {
  if (!filter.account) return null;
  const { accountParents } = await import('./account-parents.ts');
  return accountParents(connection);
}
