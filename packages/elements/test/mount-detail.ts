import type { Session } from '@numberdesk/core/access';
import { type Order, type OrderEvent, leavingEvents, orderEventsOf } from '@numberdesk/core/orders';
import { fixtureSync, html } from '@open-wc/testing';
import { waitUntil } from './wait-until.ts';
import { NumberdeskPortal } from '../src/lib/access/numberdesk-portal.element.ts';
import type { ElementState } from '../src/lib/internal/portal-element.ts';
import { OrderDetail } from '../src/lib/orders/order-detail.element.ts';
import { ManualClock } from './manual-clock.ts';
import { MemoryConnection } from './memory-connection.ts';
import { cameToLife, flat } from './mount-table.ts';
import { sampleNow, sampleOrder, sampleSession } from './sample-orders.ts';

NumberdeskPortal.define();
OrderDetail.define();

/** Where the history of an order is asked for. */
export const historyPath = 'orders/{number}/history';

/** What a test says of the page that it wants; what it leaves out is the plain case. */
export interface DetailWishes {
  order?: Order;
  /** What follows from the order unless given. */
  events?: readonly OrderEvent[];
  session?: Partial<Session>;
  number?: string | null;
  lang?: string;
  /** Pixels; enough for two columns unless given. */
  width?: number;
  /** Has a word with the connection before anything is asked. */
  prepare?: (connection: MemoryConnection) => void;
}

/** What the server answers of an order. */
export const historyOf = (order: Order, events?: readonly OrderEvent[], next: string | null = null) => ({
  order,
  account: { id: order.account, name: 'Acme Corp' },
  data: events ?? [
    ...leavingEvents(order),
    ...orderEventsOf({ id: 'c', at: order.placedAt, by: null, before: null, after: order }, order),
  ],
  next,
  feed: 7,
});

/** One order's page in a portal, over a server in memory, at a moment that stands still. */
export class MountedDetail {
  readonly connection: MemoryConnection;
  readonly clock: ManualClock;
  readonly portal: NumberdeskPortal;
  readonly detail: OrderDetail;

  constructor(connection: MemoryConnection, clock: ManualClock, portal: NumberdeskPortal) {
    this.connection = connection;
    this.clock = clock;
    this.portal = portal;
    this.detail = portal.querySelector('order-detail') as OrderDetail;
  }

  get root(): ShadowRoot {
    return this.detail.shadowRoot as ShadowRoot;
  }

  /** The text as a person reads it. */
  get text(): string {
    return flat(this.find('.frame').innerText);
  }

  /** What a live region has said last. */
  get said(): string {
    return flat(this.find('[role=status]').textContent ?? '');
  }

  /** The texts of the events, the newest first. */
  get events(): string[] {
    return this.all('.event').map(({ innerText }) => flat(innerText));
  }

  all(selector: string): HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>(selector)];
  }

  find<E extends HTMLElement = HTMLElement>(selector: string): E {
    const found = this.root.querySelector<E>(selector);
    if (!found) throw new Error(`There is no ${selector}: ${this.root.innerHTML}`);
    return found;
  }

  has(selector: string): boolean {
    return this.root.querySelector(selector) !== null;
  }

  /** Tells of an order as it is now, with the history that is then to be had. */
  async tell(order: Order, events: readonly OrderEvent[], until: () => boolean): Promise<void> {
    this.connection.answer(historyPath, () => historyOf(order, events));
    this.connection.tell({ type: 'order.changed', data: { order } });
    await waitUntil(until);
    await this.detail.updateComplete;
  }

  /** Waits until the page shows one of its states, or its order. */
  async shows(state: ElementState | 'data'): Promise<void> {
    const isShown = () =>
      state === 'data' ? this.has('.facts') : this.detail.matches(`:state(${state})`) && !this.has('.facts');
    await waitUntil(isShown, `the page never showed ${state}`);
    if (state !== 'loading') await cameToLife(import('../src/lib/orders/order-detail-later.ts'));
    await this.detail.updateComplete;
  }
}

/** Puts an order's page onto the page and does not wait for anything. */
export async function mountDetail(wishes: DetailWishes = {}): Promise<MountedDetail> {
  const { order = sampleOrder('1001'), events, lang = 'en', width = 1100, number = '1001' } = wishes;
  const connection = new MemoryConnection()
    .answer('session', () => sampleSession(wishes.session))
    .answer(historyPath, () => historyOf(order, events));
  wishes.prepare?.(connection);
  const clock = new ManualClock(sampleNow);
  const wrapper = fixtureSync<HTMLElement>(
    html`<div lang=${lang} style="inline-size: ${width}px">
      <numberdesk-portal .client=${connection} .clock=${clock}
        ><order-detail .number=${number}></order-detail
      ></numberdesk-portal>
    </div>`,
  );
  const mounted = new MountedDetail(
    connection,
    clock,
    wrapper.querySelector('numberdesk-portal') as NumberdeskPortal,
  );
  await mounted.detail.updateComplete;
  return mounted;
}

/** Puts an order's page onto the page and waits until it shows the order. */
export async function mountedDetail(wishes: DetailWishes = {}): Promise<MountedDetail> {
  const mounted = await mountDetail(wishes);
  await mounted.shows('data');
  return mounted;
}
