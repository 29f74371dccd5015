import { type Contact, type Session, missingPermission } from '@numberdesk/core/access';
import type { Order } from '@numberdesk/core/orders';
import { type PropertyDeclarations, type TemplateResult, html, nothing } from 'lit';
import { OnlineController } from '../internal/online-controller.ts';
import { panelStyles } from '../internal/panels.styles.ts';
import { emptyPanel, errorPanel, forbiddenPanel } from '../internal/panels.ts';
import { PortalElement } from '../internal/portal-element.ts';
import type { Resource } from '../internal/resource-controller.ts';
import { ScrollKeeper } from '../internal/scroll-keeper.ts';
import { tipStyles } from '../internal/tip.styles.ts';
import { TipController } from '../internal/tip-controller.ts';
import { tokens } from '../internal/tokens.styles.ts';
import { hostOrders } from './host-orders.ts';
import { LeavingTimer } from './leaving-timer.controller.ts';
import { type LoadedOrders, nextLeaving } from './loaded-orders.ts';
import { OrderFeedController, pageSize } from './order-feed.controller.ts';
import { OrderNewsController } from './order-news.controller.ts';
import { type Showing, failureOf, showingOf } from './order-showing.ts';
import { OrderExpandedEvent, OrderOpenRequestEvent } from './order-table.events.ts';
import { orderTableStyles } from './order-table.styles.ts';
import { moreBar, orderTable, skeletonTable, staleNotice, toolbar } from './order-table.template.ts';
import type { OrderView } from './order-view.ts';

/**
 * The orders for numbers that are not available yet, and for numbers in stock that need documents: live, the newest
 * first, with what there is to do (ORD-1 … ORD-9). Put it into a `<numberdesk-portal>`, or give it a `client` or
 * `orders` of your own.
 *
 * @summary Live table of number orders.
 * @fires {OrderOpenRequestEvent} order-open-request - A person follows the link of an order's number; cancelable.
 * @fires {OrderExpandedEvent} order-expanded - The lines of an order have been opened or closed.
 * @fires {SessionExpiredEvent} session-expired - The session is over and could not be renewed; cancelable.
 *
 * @csspart toolbar - The line above the table.
 * @csspart notice - What is not fresh any more, above the table.
 * @csspart table - The table.
 * @csspart row - A row: the head's, an order's, a line's.
 * @csspart cell - A cell of a row.
 * @csspart status - A status with its drawing.
 * @csspart tip - The estimated lead time of a status.
 * @csspart action - What there is to do.
 * @csspart more - The bar below the table, with the way to more orders.
 * @csspart empty - What is shown in place of a table without orders.
 * @csspart error - What is shown in place of a table that cannot be shown.
 * @csspart skeleton - The table while it is being loaded.
 *
 * @cssstate loading - The orders are on their way.
 * @cssstate empty - There are none.
 * @cssstate error - They cannot be had.
 * @cssstate forbidden - A permission is missing.
 *
 * @cssprop [--nd-color-accent=light-dark(#1f5ea8, #9dc4fb)] - Links and buttons.
 * @cssprop [--nd-color-surface=light-dark(#fff, #15181d)] - Behind the table.
 * @cssprop [--nd-color-text=light-dark(#1a1d23, #e8eaef)] - Text.
 * @cssprop [--nd-color-muted=light-dark(#59616e, #a5adbb)] - Text of second rank.
 * @cssprop [--nd-color-line=light-dark(#e3e6eb, #2b3038)] - Lines between rows.
 * @cssprop [--nd-color-hover=light-dark(#f7f8fa, #1b1f25)] - Behind a row under the pointer, and behind the head.
 * @cssprop [--nd-color-info=light-dark(#1f5ea8, #9dc4fb)] - What is under way.
 * @cssprop [--nd-color-warning=light-dark(#874a00, #f0bd6e)] - What waits for the reader.
 * @cssprop [--nd-color-positive=light-dark(#17663d, #7fd1a1)] - What is done.
 * @cssprop [--nd-color-negative=light-dark(#b3261e, #ff9f97)] - What has failed.
 * @cssprop [--nd-font-family=inherit] - Typeface; the page's own unless set.
 * @cssprop [--nd-font-size=0.9375rem] - Size of the text; all else follows it.
 * @cssprop [--nd-radius-panel=10px] - Corners of the table.
 * @cssprop [--nd-radius-control=6px] - Corners of buttons.
 * @cssprop [--nd-space-cell=14px] - Room above and below the text of a row.
 */
export class OrderTable extends PortalElement {
  /** Tag that the element has unless another is chosen. */
  static override readonly tag = 'order-table';
  /** What Lit follows. */
  static override properties: PropertyDeclarations = {
    orders: { attribute: false },
    loading: { type: Boolean },
    error: { attribute: false },
    permissions: { attribute: false },
    orderHref: { attribute: false },
  };
  /** Styles of the element. */
  static override styles = [tokens, panelStyles, tipStyles, orderTableStyles];

  /** Orders that the page has itself, in place of those of a server. Sorted and filtered as those would be. */
  orders: readonly Order[] | null = null;

  /** With `orders`: whether they are still on their way. */
  loading = false;

  /** With `orders`: why they could not be had. */
  error: unknown = null;

  /** With `orders`: what the reader may do; `orders:view` unless given. */
  permissions: readonly string[] = ['orders:view'];

  /** Where an order's number leads to; without it, the number is no link. */
  orderHref: ((order: Order) => string | null) | null = null;

  readonly #expanded = new Set<string>();
  readonly #online = new OnlineController(this);
  readonly #news = new OrderNewsController(
    this,
    () => this.clock,
    () => this.texts,
  );
  readonly #feed = new OrderFeedController(this, {
    connection: () => (this.#isHosted || missesView(this.session.data) ? null : this.connection),
    clock: () => this.clock,
    held: () => this.#focusedOrder,
    onChanges: (changes) => this.#news.add(changes),
  });
  #hostList: LoadedOrders | null = null;
  #hostShown = pageSize;

  constructor() {
    super();
    new TipController(this);
    new ScrollKeeper(this, '.order');
    new LeavingTimer(this, {
      next: () => nextLeaving(this.#orders.data?.orders ?? [], this.clock.now()),
      clock: () => this.clock,
      act: () => this.#onTime(),
    });
  }

  protected override get failure(): unknown {
    return failureOf(this.#reader) ?? failureOf(this.#orders) ?? this.#feed.streamError;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('orders')) this.#readHostOrders();
  }

  protected override render(): TemplateResult {
    const { texts } = this;
    const showing = this.#showing;
    const { state, data } = this.#orders;
    return html`<div
      class="frame"
      role="group"
      lang=${texts.locale}
      dir=${texts.direction}
      tabindex="-1"
      aria-label=${texts.say('orders.label')}
      aria-busy=${showing.kind === 'loading' || (data !== null && state === 'loading')}
      @focusout=${this.#onFocusOut}
    >
      ${this.#content(showing)}
      <div class="unseen" role="status">${this.#news.said}</div>
    </div>`;
  }

  protected override updated(): void {
    const { kind } = this.#showing;
    this.showState(kind === 'data' ? null : kind);
    super.updated();
  }

  #content(showing: Showing) {
    const { texts } = this;
    switch (showing.kind) {
      case 'loading':
        return skeletonTable(texts, this.hasTexts);
      case 'forbidden':
        return forbiddenPanel(showing.problem, texts);
      case 'error':
        return errorPanel(showing.error, texts, this.#isHosted ? null : this.#onRetry);
      case 'empty':
        return [this.#notice(this.#view), this.#empty()];
      case 'data':
        return this.#table(showing.list, this.#view);
    }
  }

  #table(list: LoadedOrders, view: OrderView): TemplateResult {
    const more = this.#isHosted ? { state: 'data' as const, data: null } : this.#feed.more;
    return html`${this.#notice(view)} ${toolbar(list, view)} ${orderTable(list, view)}
    ${moreBar(list, more, this.#onMore, view)}`;
  }

  #empty(): TemplateResult {
    const { texts } = this;
    const days = this.session.data?.policy.retentionDays;
    const stay = days === undefined ? [] : [texts.say('orders.empty.days', { count: days })];
    return emptyPanel(texts.say('orders.empty.title'), [texts.say('orders.empty.text'), ...stay]);
  }

  #notice(view: OrderView) {
    if (this.#isHosted || this.isLeftToPage) return nothing;
    const { loadedAt, reload, streamError } = this.#feed;
    if (!this.#online.isOnline) return staleNotice('notice.offline', null, { loadedAt, reload: null }, view);
    const reloadError = failureOf(this.#feed.value);
    const error = reloadError ?? streamError;
    if (error === null) return nothing;
    return staleNotice(reloadError ? 'notice.stale' : 'notice.stopped', error, { loadedAt, reload }, view);
  }

  /** Whether the page gives the orders itself. */
  get #isHosted(): boolean {
    return Boolean(this.orders ?? this.error ?? this.loading);
  }

  /** Who reads: the session's person, or whoever the page says. */
  get #reader(): Resource<Pick<Session, 'permissions'>> {
    return this.#isHosted
      ? { state: 'data', data: { permissions: [...(this.permissions ?? [])] } }
      : this.session;
  }

  get #orders(): Resource<LoadedOrders> {
    if (!this.#isHosted) return this.#feed.value;
    const data = this.#hostList;
    if (this.error) return { state: 'error', data, error: this.error };
    return this.loading || data === null ? { state: 'loading', data } : { state: 'data', data };
  }

  get #showing(): Showing {
    const showing = showingOf(this.#reader, this.#orders);
    return !this.hasTexts || (showing.kind === 'error' && this.isLeftToPage) ? { kind: 'loading' } : showing;
  }

  get #view(): OrderView {
    const { data } = this.session;
    return {
      texts: this.texts,
      formats: this.formats,
      now: this.clock.now(),
      timeZone: data?.account?.timeZone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone,
      contact: (data?.contact ?? {}) as Contact,
      isExpanded: ({ number }) => this.#expanded.has(number),
      isFresh: ({ number }) => this.#news.isFresh(number),
      href: (order) => this.orderHref?.(order) ?? null,
      onOpen: this.#onOpen,
      onToggle: this.#onToggle,
    };
  }

  get #focusedOrder(): string | null {
    const focused = (this.renderRoot as ShadowRoot).activeElement;
    return focused?.closest<HTMLElement>('.order')?.dataset['number'] ?? null;
  }

  #readHostOrders(): void {
    this.#hostList = this.orders ? hostOrders(this.orders, this.#hostShown, this.clock.now()) : null;
  }

  #onTime(): void {
    this.#readHostOrders();
    this.#feed.prune();
    this.requestUpdate();
  }

  readonly #onRetry = (): void => {
    if (this.session.state === 'error') this.retrySession();
    else this.#feed.reload();
    // The button goes away with its panel: whoever pressed it stays in the widget.
    this.renderRoot.querySelector<HTMLElement>('.frame')?.focus();
  };

  readonly #onMore = async (): Promise<void> => {
    if (this.#isHosted) {
      this.#hostShown += pageSize;
      this.#readHostOrders();
      this.requestUpdate();
    } else await this.#feed.loadMore();
    await this.updateComplete;
    const data = this.#orders.data;
    if (!data || failureOf(this.#feed.more) !== null) return;
    this.#news.say(this.texts.say('orders.shown', { count: data.orders.length }));
    if (data.next === null) this.renderRoot.querySelector<HTMLElement>('.count')?.focus();
  };

  readonly #onToggle = (order: Order): void => {
    const isExpanded = !this.#expanded.delete(order.number);
    if (isExpanded) this.#expanded.add(order.number);
    this.requestUpdate();
    this.dispatchEvent(new OrderExpandedEvent(order, isExpanded));
  };

  readonly #onOpen = (order: Order, event: MouseEvent): void => {
    // A click that opens a new tab or window is the browser's.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (!this.dispatchEvent(new OrderOpenRequestEvent(order))) event.preventDefault();
  };

  /** What was only held for the sake of the focus may leave now. */
  readonly #onFocusOut = (): void => {
    this.clock.after(0, () => this.#feed.prune());
  };
}

const missesView = (session: Session | null) =>
  session === null || missingPermission(session, 'orders:view') !== null;

declare global {
  interface HTMLElementTagNameMap {
    'order-table': OrderTable;
  }
}
