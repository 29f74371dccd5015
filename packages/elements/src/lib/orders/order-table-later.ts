import type { PortalEvent } from '@numberdesk/core/http';
import { type Order, type OrderLine, orderSchema } from '@numberdesk/core/orders';
import { type ReactiveElement, noChange } from 'lit';
import { addStyles } from '../internal/add-styles.ts';
import type { Clock } from '../internal/clock.ts';
import { type ListLater, listLater } from '../internal/list-later.ts';
import { type LiveOutcome, withItems } from '../internal/live-changes.ts';
import type { LiveList } from '../internal/live-list.ts';
import { orderLaterWords } from '../internal/locales/en-order-later.ts';
import { bringEnglish } from '../internal/locales/en.ts';
import type { TipContent } from '../internal/tip-controller.ts';
import { leadTimeTip } from './lead-time-tip.template.ts';
import { LeavingTimer } from './leaving-timer.controller.ts';
import { nextLeaving } from './next-leaving.ts';
import { emptyOrders } from './order-empty.template.ts';
import { OrderExpandedEvent } from './order-lines.events.ts';
import { orderLineStyles } from './order-lines.styles.ts';
import { lineRows } from './order-lines.template.ts';
import type { OrderListController } from './order-list.controller.ts';
import { orderNews } from './order-news.ts';
import type { OrderView } from './order-view.ts';
import { bringRules } from './ruled-orders.ts';

bringEnglish(orderLaterWords);

/** What there is of a table from the beginning. */
export interface OrderTableParts {
  list: OrderListController;
  view: () => OrderView;
  clock: () => Clock;
  /** Number of an order that must not vanish under somebody's hands. */
  held: () => string | null;
  say: (text: string) => void;
}

/** What nobody needs in order to read a table; besides what every list has, the lines of an order and why the list is empty. */
export interface OrderTableLater extends ListLater<Order> {
  readonly empty: typeof emptyOrders;
  readonly lines: typeof lineRows;
  /** Numbers of the orders whose lines are open. */
  readonly expanded: ReadonlySet<string>;
  /** Opens the lines of an order, or closes them. */
  toggle: (order: Order) => void;
  /** Copies an order's number, and says whether that could be done. */
  copy: (order: Order) => Promise<void>;
}

/** Brings a table that is read to life. */
export function orderTableLater(
  host: ReactiveElement,
  { list, view, clock, held, say }: OrderTableParts,
): OrderTableLater {
  bringRules();
  const texts = () => view().texts;
  const known = () => list.items.data?.items ?? none;
  const expanded = new Set<string>();
  const later = listLater<Order>(host, {
    feed: list.feed,
    clock,
    held,
    take,
    moreFailed: 'orders.more.failed',
    tip: onceFor((trigger) => linesAt(trigger, known()), view),
    ...orderNews(texts),
    say,
  });
  addStyles(host, orderLineStyles);
  new LeavingTimer(host, {
    // Of a page's own orders all count, not only the list's: what leaves the active ones joins the history.
    next: () => {
      const orders = known();
      return list.own && orders !== none ? list.own.nextLeaving : nextLeaving(orders, clock().now());
    },
    of: known,
    clock,
    act: () => {
      later.follower.prune();
      list.refresh();
    },
  });
  return {
    ...later,
    empty: emptyOrders,
    lines: lineRows,
    expanded,
    toggle: (order) => {
      const isExpanded = !expanded.delete(order.number);
      if (isExpanded) expanded.add(order.number);
      host.requestUpdate();
      host.dispatchEvent(new OrderExpandedEvent(order, isExpanded));
    },
    copy: async ({ number }) => {
      const isDone = await later.copies.copy(number);
      say(texts().say(isDone ? 'orders.copied' : 'orders.copy.failed', { number }));
    },
  };
}

const none: readonly Order[] = [];

/** What is told of an order comes into the list or changes it; what has left it by then goes (ORD-1, ORD-6). */
function take({ type, data }: PortalEvent, list: LiveList<Order>): LiveOutcome<Order> | null {
  const told = type === 'order.changed' ? orderSchema.safeParse(data['order']) : null;
  return told?.success ? withItems(list, [told.data]) : null;
}

/** Writes what the tip of a trigger says only where that is about other lines than before, or in other words. */
function onceFor(linesOf: (trigger: HTMLElement) => readonly OrderLine[], view: () => OrderView): TipContent {
  const written = new WeakMap<HTMLElement, readonly unknown[]>();
  return (trigger) => {
    const { texts, formats, now } = view();
    const lines = linesOf(trigger);
    const of = [texts, formats, Math.floor(now / 60_000), ...lines];
    const before = written.get(trigger);
    if (before?.length === of.length && of.every((part, index) => part === before[index])) return noChange;
    written.set(trigger, of);
    return leadTimeTip(lines, view());
  };
}

/** The lines that a place in the table is about: one, or all of an order. */
function linesAt(place: HTMLElement, orders: readonly Order[]) {
  const { key, index } = place.closest<HTMLElement>('[data-key]')?.dataset ?? {};
  const { line } = place.closest<HTMLElement>('[data-line]')?.dataset ?? {};
  const order = orders[Number(index)];
  // The list may be another by now than that of the rows.
  const lines = order && order.number === key ? order.lines : [];
  return line === undefined ? lines : lines.filter(({ id }) => id === line);
}
