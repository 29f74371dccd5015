import type { Connection, PortalEvent } from '@numberdesk/core/http';
import { type Order, type OrderEvent, listOrderEvents, orderSchema } from '@numberdesk/core/orders';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Clock } from '../internal/clock.ts';
import { type Resource, ResourceController } from '../internal/resource-controller.ts';

/** One order with what happened to it. */
export interface LoadedOrder {
  readonly order: Order;
  /** The account's name. */
  readonly account: string;
  /** The newest first; `null` where nobody says. */
  readonly events: readonly OrderEvent[] | null;
  /** Whether there are earlier events than those. */
  readonly hasMore: boolean;
}

/** What the feed needs of its widget. */
export interface OrderDetailFeedOptions {
  /** `null` while nothing may be asked for. */
  connection: () => Connection | null;
  number: () => string | null;
  clock: () => Clock;
  /** Told of a live change. */
  onChange: (order: Order, before: Order) => void;
}

interface Source {
  connection: Connection;
  number: string;
}

/** Events in a page of the history, and the most that one request may ask for. */
const pageSize = 50;
const largestPage = 200;

/** Loads one order with its history, and keeps both right by the events that follow. */
export class OrderDetailFeed implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: OrderDetailFeedOptions;
  readonly #resource: ResourceController<Source, LoadedOrder>;
  #source: Source | null = null;
  #loaded: LoadedOrder | null = null;
  #wanted = pageSize;
  #loadedAt = 0;
  #following: AbortController | null = null;
  #streamError: unknown = null;
  #isLive = true;

  constructor(host: ReactiveControllerHost, options: OrderDetailFeedOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
    this.#resource = new ResourceController<Source, LoadedOrder>(host, {
      source: () => this.#source,
      load: (source, signal) => this.#load(source, signal),
    });
  }

  /** The order, and whether it is being loaded. */
  get value(): Resource<LoadedOrder> {
    const { value } = this.#resource;
    // The order goes on changing after it was loaded.
    return value.data && this.#loaded ? { ...value, data: this.#loaded } : value;
  }

  /** Why no live changes come any more, if they do not. */
  get streamError(): unknown {
    return this.#streamError;
  }

  /** Whether changes come in; for now they may not, though they will again. */
  get isLive(): boolean {
    return this.#isLive;
  }

  /** When the order was loaded, in milliseconds since 1970. */
  get loadedAt(): number {
    return this.#loadedAt;
  }

  /** Loads anew; what is there stays meanwhile. */
  readonly reload = (): void => this.#resource.reload();

  /** Loads earlier events, too. */
  readonly loadMore = (): void => {
    this.#wanted += pageSize;
    this.reload();
  };

  hostUpdate(): void {
    const [connection, number] = [this.#options.connection(), this.#options.number()];
    const { connection: ownConnection = null, number: ownNumber = null } = this.#source ?? {};
    const next = connection && number ? { connection, number } : null;
    if (ownConnection === (next?.connection ?? null) && ownNumber === (next?.number ?? null)) return;
    this.#source = next;
    this.#loaded = this.#streamError = null;
    this.#wanted = pageSize;
    this.#stop();
  }

  hostConnected(): void {
    if (this.#loaded && !this.#following) this.reload();
  }

  hostDisconnected(): void {
    this.#stop();
  }

  #stop(): void {
    this.#following?.abort();
    this.#following = null;
  }

  async #load(source: Source, signal: AbortSignal): Promise<LoadedOrder> {
    const { connection, number } = source;
    const page = (cursor?: string) => {
      const limit = Math.min(largestPage, this.#wanted);
      return connection.call(listOrderEvents, { number, limit, ...(cursor ? { cursor } : {}) }, { signal });
    };
    const { order, account, feed, data, next: first } = await page();
    let [events, next] = [data, first];
    while (next !== null && events.length < this.#wanted) {
      const more = await page(next);
      [events, next] = [[...events, ...more.data], more.next];
    }
    signal.throwIfAborted();
    const known = this.#loaded?.order;
    const isOld = known !== undefined && known.version > order.version;
    this.#loaded = { order: isOld ? known : order, account: account.name, events, hasMore: next !== null };
    this.#loadedAt = this.#options.clock().now();
    this.#streamError = null;
    if (!this.#following) void this.#follow(source, feed);
    return this.#loaded;
  }

  async #follow({ connection }: Source, after: number): Promise<void> {
    const { signal } = (this.#following = new AbortController());
    const onLive = (isLive: boolean) => {
      if (signal.aborted) return;
      this.#isLive = isLive;
      this.#host.requestUpdate();
    };
    onLive(true);
    try {
      for await (const event of connection.events({ after, signal, onLive })) {
        if (signal.aborted) return;
        if (event.type === 'reset') this.reload();
        else this.#take(event);
      }
    } catch (error) {
      if (signal.aborted) return;
      this.#following = null;
      this.#streamError = error;
      this.#host.requestUpdate();
    }
  }

  /** A change shows at once; what it means is asked for. */
  #take({ type, data }: PortalEvent): void {
    const parsed = type === 'order.changed' ? orderSchema.safeParse(data['order']) : null;
    const before = this.#loaded?.order;
    if (!parsed?.success || !this.#loaded || !before || parsed.data.number !== before.number) return;
    if (parsed.data.version <= before.version) return;
    this.#loaded = { ...this.#loaded, order: parsed.data };
    this.#options.onChange(parsed.data, before);
    this.reload();
  }
}
