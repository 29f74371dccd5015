import type { Contact } from '@numberdesk/core/access';
import type { Order } from '@numberdesk/core/orders';
import { type PropertyDeclarations, type TemplateResult, html, nothing } from 'lit';
import { Announcer } from '../internal/announcer.ts';
import { LaterPart } from '../internal/later-part.controller.ts';
import { orderTableWords } from '../internal/locales/en-order-table.ts';
import { bringEnglish } from '../internal/locales/en.ts';
import { OnlineController } from '../internal/online-controller.ts';
import { panelStyles } from '../internal/panels.styles.ts';
import { errorPanel, forbiddenPanel } from '../internal/panels.ts';
import { PortalElement } from '../internal/portal-element.ts';
import { firstPieces } from '../internal/row-pieces.ts';
import { tokens } from '../internal/tokens.styles.ts';
import type { LoadedOrders } from './loaded-orders.ts';
import { type Showing, failureOf, showingOf } from './order-showing.ts';
import { OrderSource } from './order-source.controller.ts';
import {
  OrderDocumentsRequestEvent,
  OrderExpandedEvent,
  OrderOpenRequestEvent,
  ViewStateChangedEvent,
} from './order-table.events.ts';
import { orderTableStyles } from './order-table.styles.ts';
import { moreBar, orderTable, partNotice, skeletonTable, syncNote } from './order-table.template.ts';
import { toolbar } from './order-toolbar.template.ts';
import { OrderToolsController } from './order-tools.controller.ts';
import type { LiveTable } from './order-table-later.ts';
import type { OrderColumn, OrderView } from './order-view.ts';

bringEnglish(orderTableWords);

/**
 * The orders for numbers that are not available yet, and for numbers in stock that need documents: live, the newest
 * first, with what there is to do; a history of what has left, with search, filters and export (ORD-1 … ORD-11). Put
 * it into a `<numberdesk-portal>`, or give it a `client` or `orders` of your own.
 *
 * @summary Live table of number orders.
 * @fires {OrderOpenRequestEvent} order-open-request - A person follows the link of an order's number; cancelable.
 * @fires {OrderDocumentsRequestEvent} order-documents-request - A person wants to send documents; cancelable.
 * @fires {OrderExpandedEvent} order-expanded - The lines of an order have been opened or closed.
 * @fires {ViewStateChangedEvent} view-state-changed - A person has chosen other orders to see.
 * @fires {SessionExpiredEvent} session-expired - The session is over and could not be renewed; cancelable.
 *
 * @csspart toolbar - The line above the table, and what it opens.
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
    columns: { attribute: false },
    contact: { attribute: false },
    viewState: { attribute: 'view-state' },
  };
  /** Styles of the element. */
  static override styles = [tokens, panelStyles, orderTableStyles];

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

  /** Columns of the page's own, after the table's. */
  columns: readonly OrderColumn[] = [];

  /** Whom to turn to about an order; the session's contact unless given. `{order}` in its `url` stands for the number. */
  contact: Contact | null = null;

  /** What is chosen to be seen, as a query such as `view=history&q=ada`; keep it in your address, for one. */
  viewState = '';

  readonly #expanded = new Set<string>();
  readonly #online = new OnlineController(this);
  readonly #announcer = new Announcer(this);
  readonly #source = new OrderSource(this, {
    given: () => this,
    session: () => this.session,
    connection: () => this.connection,
    clock: () => this.clock,
    timeZone: () => this.zone,
    onChoice: (viewState) => this.#onChoice(viewState),
  });
  readonly #tools = new OrderToolsController(this);
  readonly #live = new LaterPart<LiveTable>(this, {
    isTime: () => this.#showing.kind !== 'loading',
    load: async () => {
      const { liveTable } = await import('./order-table-later.ts');
      return liveTable(this, {
        source: this.#source,
        view: () => this.#view,
        clock: () => this.clock,
        held: () => this.#focusedOrder,
        say: this.#announcer.say,
      });
    },
  });
  #hasToSayCount = false;

  protected override get failure(): unknown {
    const { reader, orders } = this.#source;
    return failureOf(reader) ?? failureOf(orders) ?? this.#live.value?.follower.streamError ?? null;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('viewState')) this.#source.list.read(this.viewState ?? '');
  }

  protected override render(): TemplateResult {
    const { texts } = this;
    const showing = this.#showing;
    const { state, data } = this.#source.orders;
    if (this.#hasToSayCount && state === 'data') {
      this.#hasToSayCount = false;
      this.#announcer.note(texts.say('orders.shown', { count: data.orders.length }));
    }
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
      <div class="unseen" role="status">${this.#announcer.said}</div>
    </div>`;
  }

  protected override updated(): void {
    const { kind } = this.#showing;
    this.showState(kind === 'data' ? null : kind);
    super.updated();
  }

  #content(showing: Showing) {
    const { kind } = showing;
    if (kind === 'forbidden') return forbiddenPanel(showing.problem, this.texts);
    const hasToolbar = kind === 'loading' ? this.hasTexts : kind !== 'error' || this.#source.reader.data;
    // One template for all of them: whoever types a search keeps the focus, whatever the answer is.
    return html`${kind === 'loading' || kind === 'error' ? nothing : this.#notice(showing)}
    ${hasToolbar ? this.#toolbar() : nothing} ${this.#body(showing)}`;
  }

  #body(showing: Exclude<Showing, { kind: 'forbidden' }>) {
    const { texts } = this;
    switch (showing.kind) {
      case 'loading':
        return skeletonTable(texts, this.hasTexts);
      case 'error':
        return errorPanel(
          showing.error,
          texts,
          this.#source.isHosted && !this.#source.failure ? null : this.#onRetry,
        );
      case 'empty':
        return this.#empty();
      case 'data':
        return this.#table(showing.list, this.#view);
    }
  }

  #table(list: LoadedOrders, view: OrderView): TemplateResult {
    const pieces =
      this.#live.value?.rows.pieces(list.orders, this.#focusedOrder) ??
      firstPieces(list.orders, this.#live.hasFailed);
    return html`${syncNote(list.syncedAt, view)} ${orderTable(list, pieces, view)}
    ${moreBar(list, this.#live.value?.follower.more ?? null, this.#onMore, view)}`;
  }

  #toolbar() {
    const { texts } = this;
    const source = this.#source;
    const { state, change } = source.list;
    const { open, toggle } = this.#tools;
    return html`${toolbar({ texts, state, open, onState: change, onTool: toggle })}
    ${this.#tools.panel({
      state,
      view: this.#view,
      connection: source.isHosted ? null : this.connection,
      orders: source.isHosted ? (source.orders.data?.orders ?? []) : null,
      ask: source.list.ask,
      onState: change,
      say: this.#announcer.say,
      update: () => this.requestUpdate(),
    })}`;
  }

  #empty() {
    const { texts } = this;
    const { value, hasFailed } = this.#live;
    // What is missing is said above.
    if (hasFailed) return nothing;
    if (!value) return skeletonTable(texts, this.hasTexts);
    const { list, orders } = this.#source;
    const hasOthers = orders.data?.hasOthers ?? false;
    const days = this.session.data?.policy.retentionDays;
    return value.empty({ state: list.applied, hasOthers, days, texts, onState: list.change });
  }

  #notice({ kind }: Showing) {
    const { isHosted, feed, orders } = this.#source;
    const { value: live, hasFailed } = this.#live;
    if (hasFailed) return partNotice(this.texts);
    // An account that is not there is no list that has grown old.
    const isRefused = kind === 'empty' && orders.data === null;
    if (isHosted || isRefused || this.isLeftToPage || !live) return nothing;
    const { isLive, streamError } = live.follower;
    const reload = this.#onReload;
    return live.notice(feed, { isOnline: this.#online.isOnline, isLive, streamError, reload }, this.#view);
  }

  get #showing(): Showing {
    const { reader, orders, list } = this.#source;
    const showing = showingOf(reader, orders, list.applied);
    return !this.hasTexts || (showing.kind === 'error' && this.isLeftToPage) ? { kind: 'loading' } : showing;
  }

  get #view(): OrderView {
    return {
      texts: this.texts,
      formats: this.formats,
      now: this.clock.now(),
      timeZone: this.zone,
      contact: this.contact ?? (this.session.data?.contact as Contact | undefined) ?? noContact,
      columns: this.columns ?? [],
      isExpanded: ({ number }) => this.#expanded.has(number),
      isFresh: ({ number }) => this.#live.value?.news.isFresh(number) ?? false,
      isCopied: (order) => this.#live.value?.isCopied(order) ?? false,
      href: this.orderHref ?? nowhere,
      onOpen: this.#onOpen,
      onToggle: this.#onToggle,
      onCopy: this.#onCopy,
      onDocuments: this.#onDocuments,
    };
  }

  get #focusedOrder(): string | null {
    const focused = (this.renderRoot as ShadowRoot).activeElement;
    return focused?.closest<HTMLElement>('.order')?.dataset['key'] ?? null;
  }

  #onChoice(viewState: string): void {
    this.viewState = viewState;
    this.#hasToSayCount = true;
    this.dispatchEvent(new ViewStateChangedEvent(viewState));
  }

  readonly #onReload = (): void => {
    this.forgetSessionEnd();
    this.#source.retry();
  };

  readonly #onRetry = (): void => {
    if (this.session.state === 'error') this.retrySession();
    else this.#onReload();
    // The button goes away with its panel: whoever pressed it stays in the widget.
    this.renderRoot.querySelector<HTMLElement>('.frame')?.focus();
  };

  readonly #onMore = async (): Promise<void> => {
    const follower = (await this.#live.need())?.follower;
    if (!follower) return this.#announcer.say(this.texts.say('orders.tool.failed'));
    await follower.loadMore();
    await this.updateComplete;
    const { data } = this.#source.orders;
    if (!data || failureOf(follower.more) !== null) return;
    this.#announcer.say(this.texts.say('orders.shown', { count: data.orders.length }));
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

  readonly #onDocuments = (order: Order, event: MouseEvent): void => {
    if (!this.dispatchEvent(new OrderDocumentsRequestEvent(order))) event.preventDefault();
  };

  readonly #onCopy = async (order: Order): Promise<void> => {
    // What is copied has to be copied while the press counts, so no turn is waited for that need not be.
    const live = this.#live.value ?? (await this.#live.need());
    if (live) await live.copy(order);
    else this.#announcer.say(this.texts.say('orders.tool.failed'));
  };

  /** What was only held for the sake of the focus may leave now. */
  readonly #onFocusOut = (): void => {
    this.clock.after(0, () => this.#live.value?.follower.prune());
  };
}

const noContact: Contact = {};
const nowhere = () => null;

declare global {
  interface HTMLElementTagNameMap {
    'order-table': OrderTable;
  }
}
