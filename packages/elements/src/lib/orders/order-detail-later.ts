import type { Order, OrderLine } from '@numberdesk/core/orders';
import type { ReactiveElement } from 'lit';
import { addStyles } from '../internal/add-styles.ts';
import type { Clock } from '../internal/clock.ts';
import { CopyController } from '../internal/copy-controller.ts';
import { orderLaterWords } from '../internal/locales/en-order-later.ts';
import { bringEnglish } from '../internal/locales/en.ts';
import { NewsController } from '../internal/news.controller.ts';
import { tipStyles } from '../internal/tip.styles.ts';
import { TipController } from '../internal/tip-controller.ts';
import { hasPassed, leadTimeTip } from './lead-time-tip.template.ts';
import { LeavingTimer, nextLeaving } from './leaving-timer.controller.ts';
import { orderNews } from './order-news.ts';
import type { OrderWords } from './order-view.ts';

bringEnglish(orderLaterWords);

/** What there is of an order's page from the beginning. */
export interface DetailParts {
  order: () => Order | null;
  words: () => OrderWords;
  clock: () => Clock;
  say: (text: string) => void;
}

/** What nobody needs in order to read an order: it tells, copies, and knows the account's calendar. */
export interface LiveDetail {
  readonly news: NewsController<Order>;
  readonly copies: CopyController;
  /** Whether the dates that were estimated for a line have passed. */
  hasPassed: (line: OrderLine) => boolean;
}

/** Brings an order's page that is read to life. */
export function liveDetail(host: ReactiveElement, { order, words, clock, say }: DetailParts): LiveDetail {
  addStyles(host, tipStyles);
  new LeavingTimer(host, {
    of: order,
    next: () =>
      nextLeaving(
        [order()].filter((one) => one !== null),
        clock().now(),
      ),
    clock,
    act: () => host.requestUpdate(),
  });
  new TipController(host, () => leadTimeTip(order()?.lines ?? [], words()));
  return {
    news: new NewsController<Order>(host, { clock, say, ...orderNews(() => words().texts) }),
    copies: new CopyController(host, clock),
    hasPassed: (line) => hasPassed(line, words()),
  };
}
