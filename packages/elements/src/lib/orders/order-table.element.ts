import type { ReachableAccount } from '@numberdesk/core/access';
import type { Order } from '@numberdesk/core/orders';
import { type PropertyDeclarations, type TemplateResult, html } from 'lit';
import { ListElement } from '../internal/list-element.ts';
import { moreItems } from '../internal/list-parts.template.ts';
import { ListToolsController } from '../internal/list-tools.controller.ts';
import type { LiveList } from '../internal/live-list.ts';
import { listWords } from '../internal/locales/en-list.ts';
import { orderTableWords } from '../internal/locales/en-order-table.ts';
import { bringEnglish } from '../internal/locales/en.ts';
import { panelStyles } from '../internal/panels.styles.ts';
import { tokens } from '../internal/tokens.styles.ts';
import { OrderListController, bringPlaces } from './order-list.controller.ts';
import type { OrderToolsContext } from './order-list-tool.ts';
import { OrderDocumentsRequestEvent, OrderOpenRequestEvent } from './order-table.events.ts';
import type { OrderTableLater } from './order-table-later.ts';
import { orderTableStyles } from './order-table.styles.ts';
import { orderBones, orderTable, syncNote } from './order-table.template.ts';
import { orderToolbar } from './order-toolbar.template.ts';
import type { OrderColumn, OrderView } from './order-view.ts';

bringEnglish(listWords);
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
 * @csspart status - A status.
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
export class OrderTable extends ListElement<Order, OrderTableLater> {
  /** Tag that the element has unless another is chosen. */
  static override readonly tag = 'order-table';
  /** What Lit follows. */
  static override properties: PropertyDeclarations = {
    orders: { attribute: false },
    loading: { type: Boolean },
    error: { attribute: false },
    permissions: { attribute: false },
    syncedAt: { attribute: false },
    accounts: { attribute: false },
    orderHref: { attribute: false },
    columns: { attribute: false },
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

  /** With `orders`: when the carrier's orders were last read in, as an ISO 8601 instant, `null` for never yet; nothing is said of it unless given (ORD-9). */
  syncedAt: string | null | undefined = undefined;

  /** With `orders`: the accounts to filter them by, each with its name and the one above it; those that the orders name unless given (ACC-1). */
  accounts: readonly ReachableAccount[] | null = null;

  /** Where an order's number leads to; without it, the number is no link. */
  orderHref: ((order: Order) => string | null) | null = null;

  /** Columns of the page's own, after the table's. */
  columns: readonly OrderColumn[] = [];

  static override define(tag?: string, registry?: CustomElementRegistry): void {
    super.define(tag, registry);
    // Orders that the page will give wait for that; where it has none, the first list does not.
    globalThis.requestIdleCallback?.(() => void bringPlaces().catch(Boolean));
  }

  protected override readonly needs = 'orders:view';
  readonly #list = new OrderListController(this, {
    given: () => this,
    session: () => this.session,
    connection: () => this.connection,
    clock: () => this.clock,
    timeZone: () => this.zone,
    onChoice: (viewState) => this.choose(viewState),
  });
  protected override readonly feed = this.#list.feed;
  protected override readonly choice = this.#list.choice;
  readonly #tools = new ListToolsController<OrderToolsContext>(this, () => import('./order-tools.ts'));

  protected override async later(): Promise<OrderTableLater> {
    const { orderTableLater } = await import('./order-table-later.ts');
    return orderTableLater(this, {
      list: this.#list,
      view: () => this.#view,
      clock: () => this.clock,
      held: () => this.focusedKey,
      say: this.announcer.say,
    });
  }

  protected override get source() {
    return this.#list;
  }

  protected override get label(): string {
    return this.texts.say('orders.label');
  }

  protected override shown(count: number): string {
    return this.texts.say('orders.shown', { count });
  }

  protected override bones(): TemplateResult {
    return orderBones(this.hasTexts ? this.texts : null);
  }

  protected override empty({ empty }: OrderTableLater): TemplateResult {
    const { applied: state, change: onState } = this.choice;
    const { hasOthers, syncedAt } = this.#list.about;
    const days = this.session.data?.policy.retentionDays;
    const reason = empty({ state, hasOthers, days, texts: this.texts, onState });
    return html`${syncNote(syncedAt, this.#view)} ${reason}`;
  }

  protected override table(list: LiveList<Order>): TemplateResult {
    const view = this.#view;
    const end = {
      shown: this.shown(list.items.length),
      hasMore: list.next !== null,
      more: this.live.value?.follower.more ?? null,
    };
    return html`${syncNote(this.#list.about.syncedAt, view)}
    ${orderTable(list, this.pieces(list, this.focusedKey), view)} ${moreItems(end, this.onMore, this.texts)}`;
  }

  protected override toolbar(): TemplateResult {
    const { texts } = this;
    const { state, change } = this.choice;
    const { open, toggle } = this.#tools;
    const context: OrderToolsContext = {
      state,
      view: this.#view,
      connection: this.connection,
      given: this.#list.isHosted ? this : null,
      page: this.#list.page,
      onState: change,
      say: this.announcer.say,
      update: () => this.requestUpdate(),
    };
    return html`${orderToolbar({ texts, state, open, onState: change, onTool: toggle })}
    ${this.#tools.panel(context, texts)}`;
  }

  get #view(): OrderView {
    const later = this.live.value;
    return {
      texts: this.texts,
      formats: this.formats,
      now: this.clock.now(),
      zone: () => this.zone,
      policy: this.session.data?.policy,
      contact: this.helper,
      columns: this.columns ?? [],
      hasExpanded: Boolean(later?.expanded.size),
      isExpanded: ({ number }) => later?.expanded.has(number) ?? false,
      lines: (order, rowIndex) => later?.lines(order, rowIndex, this.#view),
      isFresh: ({ number }) => later?.news.isFresh(number) ?? false,
      isCopied: ({ number }) => later?.copies.hasCopied(number) ?? false,
      href: this.orderHref ?? nowhere,
      onOpen: this.#onOpen,
      onToggle: this.#onToggle,
      onCopy: this.#onCopy,
      onDocuments: this.#onDocuments,
    };
  }

  readonly #onToggle = (order: Order): Promise<void> => this.withLater(({ toggle }) => toggle(order));

  readonly #onOpen = (order: Order, event: MouseEvent): void => {
    // A click that opens a new tab or window is the browser's.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (!this.dispatchEvent(new OrderOpenRequestEvent(order))) event.preventDefault();
  };

  readonly #onDocuments = (order: Order, event: MouseEvent): void => {
    if (!this.dispatchEvent(new OrderDocumentsRequestEvent(order))) event.preventDefault();
  };

  readonly #onCopy = (order: Order): Promise<void> => this.withLater(({ copy }) => copy(order));
}

const nowhere = () => null;

declare global {
  interface HTMLElementTagNameMap {
    'order-table': OrderTable;
  }
}
