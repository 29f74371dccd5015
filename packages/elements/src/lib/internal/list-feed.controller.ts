import type { Connection } from '@numberdesk/core/http';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Clock } from './clock.ts';
import type { LiveItem, LiveList, LiveRule } from './live-list.ts';
import { largestListPage } from './list-page.ts';
import type { ListPage, PageWish } from './list-page.ts';
import { type Resource, ResourceController } from './resource-controller.ts';

/** Items in the first page of a list. */
const firstPage = 50;

/** Where a list that has been loaded goes on: its next page, and what happens from then on. */
export interface ListStart<Item> {
  readonly connection: Connection;
  /** The last event that the list knows of. */
  readonly after: number;
  /** Asks for another page of the same. */
  readonly page: (wish: PageWish, signal: AbortSignal) => Promise<ListPage<Item>>;
}

/** What the feed needs of its widget. `Ask` is what is asked for; another object is another question. */
export interface ListFeedOptions<Item, Ask> {
  /** `null` while nothing may be asked for, for want of a question, say. */
  connection: () => Connection | null;
  ask: () => Ask | null;
  clock: () => Clock;
  rule: (ask: Ask, connection: Connection) => LiveRule<Item> | Promise<LiveRule<Item>>;
  page: (connection: Connection, ask: Ask, wish: PageWish, signal: AbortSignal) => Promise<ListPage<Item>>;
}

/** Loads a list, as much of it as is wanted; what becomes of it then is told by whoever follows. */
export class ListFeedController<Item extends LiveItem, Ask extends object> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: ListFeedOptions<Item, Ask>;
  readonly #first: ResourceController<Connection, LiveList<Item>>;
  #list: LiveList<Item> | null = null;
  #loadedAt = 0;
  #connection: Connection | null = null;
  #ask: Ask | null = null;
  #loadedAsk: Ask | null = null;
  #start: ListStart<Item> | null = null;
  #isAway = false;

  constructor(host: ReactiveControllerHost, options: ListFeedOptions<Item, Ask>) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
    this.#first = new ResourceController<Connection, LiveList<Item>>(host, {
      source: options.connection,
      load: (connection, signal) => this.#load(connection, signal),
    });
  }

  /** The list, and whether it is being loaded. */
  get value(): Resource<LiveList<Item>> {
    const { value } = this.#first;
    // The list goes on changing after it was loaded. One that answers another question is no stand-in for a failure.
    if (!value.data || !this.#list) return value;
    if (value.state === 'error' && this.#loadedAsk !== this.#ask) return { ...value, data: null };
    return { ...value, data: this.#list };
  }

  /** The list as it is now. */
  get list(): LiveList<Item> | null {
    return this.#list;
  }

  /** From where the list goes on; another object with each time that it is loaded. */
  get start(): ListStart<Item> | null {
    return this.#start;
  }

  /** When the list was loaded, in milliseconds since 1970. */
  get loadedAt(): number {
    return this.#loadedAt;
  }

  /** Loads anew as much as is there; what is there stays meanwhile. */
  readonly reload = (): void => this.#first.reload();

  /** Puts the list in the place of what it was, if there is one. */
  change(change: (list: LiveList<Item>) => LiveList<Item>): void {
    if (!this.#list) return;
    this.#list = change(this.#list);
    this.#host.requestUpdate();
  }

  /** Asks for pages of all that is asked for now, whatever is asked for by then. */
  get page(): (wish: PageWish, signal: AbortSignal) => Promise<ListPage<Item>> {
    const [connection, ask] = [this.#connection as Connection, this.#ask as Ask];
    return (wish, signal) => this.#options.page(connection, ask, wish, signal);
  }

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

  async #load(connection: Connection, signal: AbortSignal): Promise<LiveList<Item>> {
    const ask = this.#ask as Ask;
    const wanted = ask === this.#loadedAsk ? (this.#list?.items.length ?? 0) : 0;
    const { rule, page: ofOptions, clock } = this.#options;
    const page = (wish: PageWish, of = signal) => ofOptions(connection, ask, wish, of);
    const ruled = await rule(ask, connection);
    const first = await page({ limit: Math.min(largestListPage, Math.max(firstPage, wanted)) });
    const now = clock().now();
    let list = asItCame(ruled, first);
    if (list.next !== null && list.items.length < wanted) {
      const { withMorePages } = await import('./list-rest.ts');
      list = await withMorePages(list, wanted, page);
    }
    signal.throwIfAborted();
    this.#list = list;
    this.#loadedAt = now;
    this.#loadedAsk = ask;
    this.#start = { connection, after: first.feed, page };
    return list;
  }
}

/** A list of its first page: a server has filtered and sorted it. */
function asItCame<Item>(rule: LiveRule<Item>, { data, next }: ListPage<Item>): LiveList<Item> {
  const boundary = next === null ? null : (data.at(-1) ?? null);
  return { rule, items: data, next, boundary, told: new Map() };
}
