import type { Order } from '@numberdesk/core/orders';
import type { ReactiveElement } from 'lit';
import { addStyles } from '../internal/add-styles.ts';
import type { Clock } from '../internal/clock.ts';
import { CopyController } from '../internal/copy-controller.ts';
import { FocusKeeper } from '../internal/focus-keeper.controller.ts';
import { orderLaterWords } from '../internal/locales/en-order-later.ts';
import { bringEnglish } from '../internal/locales/en.ts';
import { RowWindow } from '../internal/row-window.ts';
import { tipStyles } from '../internal/tip.styles.ts';
import { TipController } from '../internal/tip-controller.ts';
import { leadTimeTip } from './lead-time-tip.template.ts';
import { LeavingTimer } from './leaving-timer.controller.ts';
import { nextLeaving } from './live-orders.ts';
import { emptyOrders } from './order-empty.template.ts';
import { OrderFollower } from './order-follower.controller.ts';
import { OrderKeysController } from './order-keys.controller.ts';
import { OrderNewsController } from './order-news.controller.ts';
import { feedNotice } from './order-notice.template.ts';
import { type OrderSource, bringHostOrders } from './order-source.controller.ts';
import type { OrderView } from './order-view.ts';
import { hostOrders } from './ruled-orders.ts';

bringEnglish(orderLaterWords);
bringHostOrders(hostOrders);

/** What there is of a table from the beginning. */
export interface TableParts {
  source: OrderSource;
  view: () => OrderView;
  clock: () => Clock;
  /** Number of an order that must not vanish under somebody's hands. */
  held: () => string | null;
  say: (text: string) => void;
}

/** What nobody needs in order to read a table: it follows changes, scrolls far, copies, tells, is used by keys, and says why it is empty or old. */
export interface LiveTable {
  readonly rows: RowWindow<Order>;
  readonly follower: OrderFollower;
  readonly news: OrderNewsController;
  /** Whether an order's number has just been copied. */
  isCopied: (order: Order) => boolean;
  /** Copies an order's number, and says whether that could be done. */
  copy: (order: Order) => Promise<void>;
  readonly empty: typeof emptyOrders;
  readonly notice: typeof feedNotice;
}

/** Brings a table that is read to life. */
export function liveTable(host: ReactiveElement, { source, view, clock, held, say }: TableParts): LiveTable {
  addStyles(host, tipStyles);
  const texts = () => view().texts;
  const news = new OrderNewsController(host, { clock, texts, say });
  const follower = new OrderFollower(host, {
    feed: source.feed,
    clock,
    held,
    onChanges: (changes) => news.add(changes),
  });
  new LeavingTimer(host, {
    next: () => nextLeaving(source.known, clock().now()),
    of: () => source.known,
    clock,
    act: () => {
      follower.prune();
      source.refresh();
    },
  });
  let listed: readonly Order[] = [];
  let byNumber = new Map<string, Order>();
  const orderOf = (number: string) => {
    const { orders } = source.orders.data ?? { orders: [] };
    if (orders !== listed) byNumber = new Map((listed = orders).map((order) => [order.number, order]));
    return byNumber.get(number);
  };
  const rows = new RowWindow<Order>(host, ({ number }) => number);
  const copies = new CopyController(host, clock);
  new TipController(host, (trigger) => leadTimeTip(linesAt(trigger, orderOf), view()));
  new FocusKeeper(host);
  new OrderKeysController(host, rows);
  return {
    rows,
    follower,
    news,
    empty: emptyOrders,
    notice: feedNotice,
    isCopied: ({ number }) => copies.hasCopied(number),
    copy: async ({ number }) => {
      const isDone = await copies.copy(number);
      say(texts().say(isDone ? 'orders.copied' : 'orders.copy.failed', { number }));
    },
  };
}

/** The lines that a place in the table is about: one, or all of an order. */
function linesAt(place: HTMLElement, orderOf: (number: string) => Order | undefined) {
  const { key = '' } = place.closest<HTMLElement>('[data-key]')?.dataset ?? {};
  const { line } = place.closest<HTMLElement>('[data-line]')?.dataset ?? {};
  const { lines = [] } = orderOf(key) ?? {};
  return line === undefined ? lines : lines.filter(({ id }) => id === line);
}
