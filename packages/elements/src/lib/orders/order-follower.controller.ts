import type { PortalEvent } from '@numberdesk/core/http';
import { orderSchema } from '@numberdesk/core/orders';
import type { ReactiveController, ReactiveElement } from 'lit';
import type { Clock } from '../internal/clock.ts';
import type { Resource } from '../internal/resource-controller.ts';
import { type OrderChange, withOrder, withoutLeft } from './live-orders.ts';
import type { FeedStart, OrderFeedController } from './order-feed.controller.ts';
import { largestPage, orderPage } from './order-page.ts';
import { byRule, withPage } from './ruled-orders.ts';

/** What the follower needs of its widget. */
export interface OrderFollowerOptions {
  feed: OrderFeedController;
  clock: () => Clock;
  /** Number of an order that must not vanish under somebody's hands. */
  held: () => string | null;
  onChanges: (changes: readonly OrderChange[]) => void;
}

const nothingMore: Resource<null> = { state: 'data', data: null };

/** Keeps the list that has been loaded right by the events that follow, and loads what comes after it. */
export class OrderFollower implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #options: OrderFollowerOptions;
  #start: FeedStart | null = null;
  #following = new AbortController();
  #isLive = true;
  #streamError: unknown = null;
  #more = nothingMore;

  constructor(host: ReactiveElement, options: OrderFollowerOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
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

  hostUpdate(): void {
    const { feed, clock } = this.#options;
    const { start } = feed;
    // Whoever comes back to the page loads anew, and is then followed.
    if (start === this.#start || !this.#host.isConnected) return;
    this.#following.abort();
    this.#start = start;
    this.#streamError = null;
    this.#isLive = true;
    this.#more = nothingMore;
    if (!start) return;
    if (feed.list) feed.list = byRule(feed.list, clock().now());
    void this.#follow(start);
  }

  hostDisconnected(): void {
    this.#following.abort();
  }

  /** Loads the next page. */
  async loadMore(): Promise<void> {
    const { feed, clock } = this.#options;
    const { signal } = this.#following;
    const cursor = feed.list?.next;
    if (!this.#start || !cursor || this.#more.state === 'loading') return;
    this.#setMore({ state: 'loading', data: null });
    try {
      const page = await orderPage({ ...this.#start, signal, limit: largestPage, cursor });
      if (signal.aborted || !feed.list) return;
      feed.list = withPage(feed.list, page, clock().now());
      this.#setMore(nothingMore);
    } catch (error) {
      if (!signal.aborted) this.#setMore({ state: 'error', data: null, error });
    }
  }

  /** Lets go of what has left the list meanwhile (ORD-6). */
  prune(): void {
    const { feed, clock, held, onChanges } = this.#options;
    if (!feed.list) return;
    const { list, changes } = withoutLeft(feed.list, clock().now(), held());
    if (changes.length === 0) return;
    feed.list = list;
    onChanges(changes);
  }

  async #follow({ connection, after }: FeedStart): Promise<void> {
    const { signal } = (this.#following = new AbortController());
    const onLive = (isLive: boolean) => {
      if (signal.aborted) return;
      this.#isLive = isLive;
      this.#host.requestUpdate();
    };
    try {
      for await (const event of connection.events({ after, signal, onLive })) {
        if (signal.aborted) return;
        if (event.type === 'reset') this.#options.feed.reload();
        else this.#take(event);
      }
    } catch (error) {
      if (signal.aborted) return;
      this.#streamError = error;
      this.#host.requestUpdate();
    }
  }

  #take({ type, data }: PortalEvent): void {
    const { feed, clock, onChanges } = this.#options;
    const parsed = type === 'order.changed' ? orderSchema.safeParse(data['order']) : null;
    if (!parsed?.success || !feed.list) return;
    const { list, change } = withOrder(feed.list, parsed.data, clock().now());
    feed.list = list;
    if (!change) return;
    onChanges([change]);
    this.prune();
  }

  #setMore(more: Resource<null>): void {
    this.#more = more;
    this.#host.requestUpdate();
  }
}
