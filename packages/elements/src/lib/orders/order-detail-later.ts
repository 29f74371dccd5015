import { type Order, type OrderLine, confirmationDueAt } from '@numberdesk/core/orders';
import type { ReactiveElement } from 'lit';
import { addStyles } from '../internal/add-styles.ts';
import type { Clock } from '../internal/clock.ts';
import { type DetailLater, detailLater } from '../internal/detail-later.ts';
import type { FreshnessKeys } from '../internal/freshness.template.ts';
import { orderLaterWords } from '../internal/locales/en-order-later.ts';
import { orderNoticeWords } from '../internal/locales/en-order-notice.ts';
import { bringEnglish } from '../internal/locales/en.ts';
import { tipStyles } from '../internal/tip.styles.ts';
import { TipController } from '../internal/tip-controller.ts';
import { hasPassed, leadTimeTip } from './lead-time-tip.template.ts';
import { LeavingTimer } from './leaving-timer.controller.ts';
import { nextLeaving } from './next-leaving.ts';
import { orderNews } from './order-news.ts';
import type { OrderWords } from './order-view.ts';

for (const words of [orderLaterWords, orderNoticeWords]) bringEnglish(words);

const keys: FreshnessKeys = {
  offline: 'order.offline',
  stale: 'order.stale',
  stopped: 'order.stopped',
  retrying: 'order.retrying',
};

/** What there is of an order's page from the beginning. */
export interface DetailParts {
  order: () => Order | null;
  words: () => OrderWords;
  clock: () => Clock;
  say: (text: string) => void;
}

/** What nobody needs in order to read an order: it tells, copies, and knows the account's calendar. */
export interface LiveDetail extends DetailLater<Order> {
  /** Whether its confirmation should have come by now (ORD-9). */
  isOverdue: () => boolean;
  /** Whether the dates that were estimated for a line have passed. */
  hasPassed: (line: OrderLine) => boolean;
}

/** Brings an order's page that is read to life. */
export function liveDetail(host: ReactiveElement, { order, words, clock, say }: DetailParts): LiveDetail {
  addStyles(host, tipStyles);
  const dueAt = () => {
    const one = order();
    const at = one && confirmationDueAt(one, words().policy);
    return at ? Date.parse(at) : Infinity;
  };
  new LeavingTimer(host, {
    of: order,
    next: () => {
      const now = clock().now();
      const one = order();
      return Math.min(nextLeaving(one ? [one] : [], now), dueAt() > now ? dueAt() : Infinity);
    },
    clock,
    act: () => host.requestUpdate(),
  });
  new TipController(host, clock, () => leadTimeTip(order()?.lines ?? [], words()));
  return {
    ...detailLater<Order>(host, { keys, words }, { clock, say, ...orderNews(() => words().texts) }),
    isOverdue: () => dueAt() <= clock().now(),
    hasPassed: (line) => hasPassed(line, words()),
  };
}
