import type { PortalEvent } from '@numberdesk/core/http';
import { type Order, type OrderEvent, listOrderEvents, orderSchema } from '@numberdesk/core/orders';
import type { ReactiveControllerHost } from 'lit';
import {
  DetailFeedController,
  type DetailFeedOptions,
  type DetailSource,
  type LoadedDetail,
} from '../internal/detail-feed.controller.ts';

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
export type OrderDetailFeedParts = Pick<
  DetailFeedOptions<LoadedOrder>,
  'connection' | 'key' | 'clock' | 'onChange'
>;

/** Events in a page of the history, and the most that one request may ask for. */
const pageSize = 50;
const largestPage = 200;

/** One order with its history, and the way to earlier events. */
export class OrderDetailFeed extends DetailFeedController<LoadedOrder> {
  #wanted = pageSize;
  #wantedOf: DetailSource | null = null;

  constructor(host: ReactiveControllerHost, parts: OrderDetailFeedParts) {
    super(host, { ...parts, load: (source, signal) => this.#history(source, signal), newest, take });
  }

  /** Loads earlier events, too. */
  readonly loadMore = (): void => {
    this.#wanted += pageSize;
    this.reload();
  };

  async #history(source: DetailSource, signal: AbortSignal): Promise<LoadedDetail<LoadedOrder>> {
    if (this.#wantedOf !== source) this.#wanted = pageSize;
    this.#wantedOf = source;
    const { connection, key } = source;
    const page = (cursor?: string) => {
      const limit = Math.min(largestPage, this.#wanted);
      const query = { number: String(key), limit, ...(cursor ? { cursor } : {}) };
      return connection.call(listOrderEvents, query, { signal });
    };
    const { order, account, feed, data, next: first } = await page();
    let [events, next] = [data, first];
    while (next !== null && events.length < this.#wanted) {
      const more = await page(next);
      [events, next] = [[...events, ...more.data], more.next];
    }
    return { data: { order, account: account.name, events, hasMore: next !== null }, feed };
  }
}

const newest = (loaded: LoadedOrder, { order }: LoadedOrder): LoadedOrder =>
  order.version > loaded.order.version ? { ...loaded, order } : loaded;

function take({ type, data }: PortalEvent, before: LoadedOrder): LoadedOrder | null {
  const told = type === 'order.changed' ? orderSchema.safeParse(data['order']) : null;
  if (!told?.success) return null;
  const { data: order } = told;
  const { number, version } = before.order;
  return order.number === number && order.version > version ? { ...before, order } : null;
}
