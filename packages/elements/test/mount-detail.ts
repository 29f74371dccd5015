import type { Session } from '@numberdesk/core/access';
import { type Order, type OrderEvent, leavingEvents, orderEventsOf } from '@numberdesk/core/orders';
import { html } from '@open-wc/testing';
import type { ElementState } from '../src/lib/internal/portal-element.ts';
import { OrderDetail } from '../src/lib/orders/order-detail.element.ts';
import { MountedWidget, type PageWishes, cameToLife, placed } from './mounted-widget.ts';
import { flat } from './reading.ts';
import { sampleOrder, sampleSession } from './sample-orders.ts';
import { waitUntil } from './wait-until.ts';

OrderDetail.define();

/** Where the history of an order is asked for. */
export const historyPath = 'orders/{number}/history';

/** What a test says of the page that it wants; what it leaves out is the plain case. */
export interface DetailWishes extends PageWishes {
  order?: Order;
  /** What follows from the order unless given. */
  events?: readonly OrderEvent[];
  session?: Partial<Session>;
  number?: string | null;
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

/** One order's page in a portal. */
export class MountedDetail extends MountedWidget<OrderDetail> {
  get detail(): OrderDetail {
    return this.widget;
  }

  /** The texts of the events, the newest first. */
  get events(): string[] {
    return this.all('.event').map(({ innerText }) => flat(innerText));
  }

  /** Tells of an order as it is now, with the history that is then to be had. */
  async tell(order: Order, events: readonly OrderEvent[], until: () => boolean): Promise<void> {
    this.connection.answer(historyPath, () => historyOf(order, events));
    this.connection.tell({ type: 'order.changed', data: { order } });
    await waitUntil(until);
    await this.settled();
  }

  /** Waits until the page shows one of its states, or its order. */
  async shows(state: ElementState | 'data'): Promise<void> {
    const isShown = () =>
      state === 'data' ? this.has('.facts') : this.detail.matches(`:state(${state})`) && !this.has('.facts');
    await waitUntil(isShown, `the page never showed ${state}`);
    if (state !== 'loading') await cameToLife(import('../src/lib/orders/order-detail-later.ts'));
    await this.settled();
  }
}

/** Puts an order's page onto the page and does not wait for anything. */
export async function mountDetail(wishes: DetailWishes = {}): Promise<MountedDetail> {
  const { order = sampleOrder('1001'), events, number = '1001' } = wishes;
  const mounted = new MountedDetail(
    placed({ width: 1100, ...wishes }, html`<order-detail .number=${number}></order-detail>`, (connection) =>
      connection
        .answer('session', () => sampleSession(wishes.session))
        .answer(historyPath, () => historyOf(order, events)),
    ),
  );
  await mounted.settled();
  return mounted;
}

/** Puts an order's page onto the page and waits until it shows the order. */
export async function mountedDetail(wishes: DetailWishes = {}): Promise<MountedDetail> {
  const mounted = await mountDetail(wishes);
  await mounted.shows('data');
  return mounted;
}
