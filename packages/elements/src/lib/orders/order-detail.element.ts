import type { Contact, Permission } from '@numberdesk/core/access';
import type { Order, OrderEvent } from '@numberdesk/core/orders';
import type { PropertyDeclarations, TemplateResult } from 'lit';
import { DetailElement } from '../internal/detail-element.ts';
import { LaterPart } from '../internal/later-part.controller.ts';
import { orderWords } from '../internal/locales/en-order.ts';
import { bringEnglish } from '../internal/locales/en.ts';
import { panelStyles } from '../internal/panels.styles.ts';
import { emptyPanel } from '../internal/panels.ts';
import { tokens } from '../internal/tokens.styles.ts';
import { type LoadedOrder, OrderDetailFeed } from './order-detail-feed.ts';
import { orderDetailStyles } from './order-detail.styles.ts';
import { orderDetail } from './order-detail.template.ts';
import type { LiveDetail } from './order-detail-later.ts';
import type { OrderDetailView } from './order-detail-view.ts';
import { OrderDocumentsRequestEvent } from './order-table.events.ts';
import type { OrderWords } from './order-view.ts';

// Only a page that has this widget says these words.
bringEnglish(orderWords);

/**
 * One order's page: what was ordered, how far each line is, what happened when, the numbers that were delivered and
 * whom to turn to (ORD-2 … ORD-11), live. Put it into a `<numberdesk-portal>`, or give it a `client` or an `order` of
 * your own.
 *
 * @summary One number order with its history, live.
 * @fires {OrderDocumentsRequestEvent} order-documents-request - A person wants to send documents; cancelable.
 * @fires {SessionExpiredEvent} session-expired - The session is over and could not be renewed; cancelable.
 *
 * @csspart header - The order's number and status.
 * @csspart notice - What is not fresh any more, above the order.
 * @csspart action - What there is to do.
 * @csspart facts - Who placed the order and when, and what became of it as a whole.
 * @csspart lines - The lines.
 * @csspart line - One line.
 * @csspart status - A status.
 * @csspart tip - The estimated lead time of a status.
 * @csspart numbers - The numbers that a line was delivered with.
 * @csspart timeline - What happened, the newest first.
 * @csspart event - One of those.
 * @csspart contact - The way to a change.
 * @csspart empty - What is shown where there is no such order.
 * @csspart error - What is shown in place of an order that cannot be shown.
 * @csspart skeleton - What is shown while the order is being loaded.
 *
 * @cssstate loading - The order is on its way.
 * @cssstate empty - There is no such order.
 * @cssstate error - It cannot be had.
 * @cssstate forbidden - A permission is missing.
 */
export class OrderDetail extends DetailElement<LoadedOrder, LiveDetail> {
  /** Tag that the element has unless another is chosen. */
  static override readonly tag: string = 'order-detail';
  /** What Lit follows. */
  static override properties: PropertyDeclarations = {
    number: {},
    order: { attribute: false },
    history: { attribute: false },
    contact: { attribute: false },
  };
  /** Styles of the element. */
  static override styles = [tokens, panelStyles, orderDetailStyles];

  /** The order's number, as the reseller gave it. */
  number: string | null = null;

  /** An order that the page has itself, in place of one of a server. */
  order: Order | null = null;

  /** With `order`: what happened to it; nothing is said of that unless given. */
  history: readonly OrderEvent[] | null = null;

  /** Whom to turn to about the order; the session's contact unless given. */
  contact: Contact | null = null;

  /** With `order`: what the reader may do; `orders:view` unless given. */
  override permissions: readonly string[] = ['orders:view'];

  protected override readonly words = {
    loading: 'order.loading',
    copied: 'order.copied',
    copyFailed: 'order.copy.failed',
  } as const;
  protected override readonly lines = 6;
  protected override readonly feed = new OrderDetailFeed(this, {
    connection: () => this.origin,
    key: () => [this.number],
    clock: () => this.clock,
    onChange: ({ order }, { order: before }) => void this.#tell(order, before),
  });
  protected override readonly live = new LaterPart<LiveDetail>(this, {
    isTime: () => this.state !== 'loading',
    load: async () => {
      const { liveDetail } = await import('./order-detail-later.ts');
      return liveDetail(this, {
        order: () => this.value.data?.order ?? null,
        words: () => this.#words,
        clock: () => this.clock,
        say: this.announcer.say,
      });
    },
  });

  protected override needs(): Permission {
    return 'orders:view';
  }

  protected override get own(): LoadedOrder | null {
    const { order, history: events } = this;
    return order && { order, account: order.account, events, hasMore: false };
  }

  protected override get isWanted(): boolean {
    return Boolean(this.number);
  }

  protected override get label(): string {
    const { number } = this.value.data?.order ?? this;
    return this.texts.say('order.title', { number: number ?? '' });
  }

  protected override empty(): TemplateResult {
    const number = `\u2068${this.number ?? ''}\u2069`;
    return emptyPanel(this.texts.say('order.missing.title', { number }), [
      this.texts.say('order.missing.text'),
    ]);
  }

  protected override content(loaded: LoadedOrder): TemplateResult {
    return orderDetail(loaded, this.value.state === 'loading', this.#view(loaded));
  }

  get #words(): OrderWords {
    return {
      texts: this.texts,
      formats: this.formats,
      now: this.clock.now(),
      zone: () => this.zone,
      policy: this.session.data?.policy,
    };
  }

  #view({ order }: LoadedOrder): OrderDetailView {
    const { data } = this.session;
    return {
      ...this.#words,
      contact: this.contact ?? ((data?.contact ?? {}) as Contact),
      headingLevel: this.headingLevel,
      isFresh: this.live.value?.news.isFresh(order.number) ?? false,
      copied: this.copied,
      isOverdue: this.live.value?.isOverdue() ?? false,
      hasPassed: (line) => this.live.value?.hasPassed(line) ?? false,
      onCopy: this.onCopy,
      onMore: this.feed.loadMore,
      onDocuments: (event) => {
        if (!this.dispatchEvent(new OrderDocumentsRequestEvent(order))) event.preventDefault();
      },
    };
  }

  async #tell(order: Order, before: Order): Promise<void> {
    const news = (await this.live.need())?.news;
    news?.add([{ kind: order.status === before.status ? 'updated' : 'status', item: order }]);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'order-detail': OrderDetail;
  }
}
