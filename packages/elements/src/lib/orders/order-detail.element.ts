import { type Contact, type Session, missingPermission } from '@numberdesk/core/access';
import { isPortalError } from '@numberdesk/core/http';
import type { Order, OrderEvent } from '@numberdesk/core/orders';
import { type PropertyDeclarations, type TemplateResult, html, nothing } from 'lit';
import { Announcer } from '../internal/announcer.ts';
import { LaterPart } from '../internal/later-part.controller.ts';
import { orderWords } from '../internal/locales/en-order.ts';
import { bringEnglish } from '../internal/locales/en.ts';
import { OnlineController } from '../internal/online-controller.ts';
import { panelStyles } from '../internal/panels.styles.ts';
import { emptyPanel, errorPanel, forbiddenPanel } from '../internal/panels.ts';
import { type ElementState, PortalElement } from '../internal/portal-element.ts';
import { refusedPermission } from '../internal/problems.ts';
import { type Resource, failureIn } from '../internal/resource-controller.ts';
import { tokens } from '../internal/tokens.styles.ts';
import { type LoadedOrder, OrderDetailFeed } from './order-detail-feed.controller.ts';
import { orderDetailStyles } from './order-detail.styles.ts';
import { orderDetail, skeletonDetail, staleDetail } from './order-detail.template.ts';
import type { LiveDetail } from './order-detail-later.ts';
import type { OrderDetailView } from './order-detail-view.ts';
import { OrderDocumentsRequestEvent } from './order-table.events.ts';
import type { OrderWords } from './order-view.ts';

// Only a page that has this widget says these words.
bringEnglish(orderWords);

/** How the server says that there is no such order; a number that cannot be one is none either. */
const missingCodes = ['not-found', 'bad-request'];

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
 * @csspart status - A status with its drawing.
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
export class OrderDetail extends PortalElement {
  /** Tag that the element has unless another is chosen. */
  static override readonly tag: string = 'order-detail';
  /** What Lit follows. */
  static override properties: PropertyDeclarations = {
    number: {},
    headingLevel: { type: Number, attribute: 'heading-level' },
    order: { attribute: false },
    history: { attribute: false },
    contact: { attribute: false },
    loading: { type: Boolean },
    error: { attribute: false },
    permissions: { attribute: false },
  };
  /** Styles of the element. */
  static override styles = [tokens, panelStyles, orderDetailStyles];

  /** The order's number, as the reseller gave it. */
  number: string | null = null;

  /** Level of the heading with the order's number; the headings below it have the next one. */
  headingLevel = 2;

  /** An order that the page has itself, in place of one of a server. */
  order: Order | null = null;

  /** With `order`: what happened to it; nothing is said of that unless given. */
  history: readonly OrderEvent[] | null = null;

  /** Whom to turn to about the order; the session's contact unless given. */
  contact: Contact | null = null;

  /** With `order`: whether it is still on its way. */
  loading = false;

  /** With `order`: why it could not be had. */
  error: unknown = null;

  /** With `order`: what the reader may do; `orders:view` unless given. */
  permissions: readonly string[] = ['orders:view'];

  readonly #online = new OnlineController(this);
  readonly #announcer = new Announcer(this);
  readonly #feed = new OrderDetailFeed(this, {
    connection: () => (this.#isHosted || missesView(this.session.data) ? null : this.connection),
    number: () => this.number,
    clock: () => this.clock,
    onChange: (order, before) => void this.#tell(order, before),
  });
  readonly #live = new LaterPart<LiveDetail>(this, {
    isTime: () => this.#state !== 'loading',
    load: async () => {
      const { liveDetail } = await import('./order-detail-later.ts');
      return liveDetail(this, {
        order: () => this.#value.data?.order ?? null,
        words: () => this.#words,
        clock: () => this.clock,
        say: this.#announcer.say,
      });
    },
  });

  protected override get failure(): unknown {
    return failureIn(this.#reader) ?? failureIn(this.#value) ?? this.#feed.streamError;
  }

  protected override render(): TemplateResult {
    const { texts } = this;
    const { number } = this.#value.data?.order ?? this;
    const state = this.#state;
    return html`<div
      class="frame"
      role="group"
      lang=${texts.locale}
      dir=${texts.direction}
      tabindex="-1"
      aria-label=${texts.say('order.title', { number: number ?? '' })}
      aria-busy=${state === 'loading' || this.#value.state === 'loading'}
    >
      ${this.#content(state)}
      <div class="unseen" role="status">${this.#announcer.said}</div>
    </div>`;
  }

  protected override updated(): void {
    this.showState(this.#state);
    super.updated();
  }

  get #state(): ElementState | null {
    const failure = failureIn(this.#reader) ?? failureIn(this.#value);
    if (!this.hasTexts) return 'loading';
    if (this.#missing || refusedPermission(failure)) return 'forbidden';
    if (this.#reader.data && this.#value.data && !isGone(failure)) return null;
    if (isGone(failure) || (this.#reader.data && !this.#isHosted && !this.number)) return 'empty';
    return failure === null || this.isLeftToPage ? 'loading' : 'error';
  }

  #content(state: ElementState | null) {
    const { texts } = this;
    const failure = failureIn(this.#reader) ?? failureIn(this.#value);
    const problem = this.#missing ?? refusedPermission(failure);
    switch (state) {
      case 'loading':
        return skeletonDetail(texts, this.hasTexts);
      case 'forbidden':
        return problem && forbiddenPanel(problem, texts);
      case 'empty':
        return emptyPanel(texts.say('order.missing.title', { number: `\u2068${this.number ?? ''}\u2069` }), [
          texts.say('order.missing.text'),
        ]);
      case 'error':
        return errorPanel(failure, texts, this.#isHosted ? null : this.#onRetry);
      case null: {
        const { state: loading, data } = this.#value;
        return data && [this.#notice(), orderDetail(data, loading === 'loading', this.#view(data))];
      }
    }
  }

  #notice() {
    if (this.#isHosted || this.isLeftToPage) return nothing;
    const view = { texts: this.texts, formats: this.formats };
    const { loadedAt, reload, streamError, isLive } = this.#feed;
    if (!this.#online.isOnline) return staleDetail('order.offline', null, { loadedAt, reload: null }, view);
    const reloadError = failureIn(this.#feed.value);
    const error = reloadError ?? streamError;
    if (error === null && isLive) return nothing;
    const words = reloadError ? 'order.stale' : error ? 'order.stopped' : 'order.retrying';
    return staleDetail(words, error, { loadedAt, reload }, view);
  }

  /** Whether the page gives the order itself. */
  get #isHosted(): boolean {
    return Boolean(this.order ?? this.error ?? this.loading);
  }

  /** Who reads: the session's person, or whoever the page says. */
  get #reader(): Resource<Pick<Session, 'permissions'>> {
    return this.#isHosted
      ? { state: 'data', data: { permissions: [...(this.permissions ?? [])] } }
      : this.session;
  }

  get #missing() {
    const { data } = this.#reader;
    return data && missingPermission(data, 'orders:view');
  }

  get #value(): Resource<LoadedOrder> {
    if (!this.#isHosted) return this.#feed.value;
    const { order, history: events, error } = this;
    const data = order && { order, account: order.account, events, hasMore: false };
    if (error) return { state: 'error', data, error };
    return this.loading || !data ? { state: 'loading', data } : { state: 'data', data };
  }

  get #words(): OrderWords {
    return { texts: this.texts, formats: this.formats, now: this.clock.now(), zone: () => this.zone };
  }

  #view({ order }: LoadedOrder): OrderDetailView {
    const { data } = this.session;
    return {
      ...this.#words,
      contact: this.contact ?? ((data?.contact ?? {}) as Contact),
      headingLevel: this.headingLevel,
      isFresh: this.#live.value?.news.isFresh(order.number) ?? false,
      hasCopied: (text) => this.#live.value?.copies.hasCopied(text) ?? false,
      hasPassed: (line) => this.#live.value?.hasPassed(line) ?? false,
      onCopy: this.#onCopy,
      onMore: this.#feed.loadMore,
      onDocuments: (event) => {
        if (!this.dispatchEvent(new OrderDocumentsRequestEvent(order))) event.preventDefault();
      },
    };
  }

  async #tell(order: Order, before: Order): Promise<void> {
    const news = (await this.#live.need())?.news;
    news?.add([{ kind: order.status === before.status ? 'updated' : 'status', item: order }]);
  }

  readonly #onCopy = async (text: string): Promise<void> => {
    const { copies } = this.#live.value ?? (await this.#live.need()) ?? {};
    const isDone = await copies?.copy(text);
    this.#announcer.say(this.texts.say(isDone ? 'order.copied' : 'order.copy.failed'));
  };

  readonly #onRetry = (): void => {
    this.forgetSessionEnd();
    if (this.session.state === 'error') this.retrySession();
    else this.#feed.reload();
    // The button goes away with its panel: whoever pressed it stays in the widget.
    this.renderRoot.querySelector<HTMLElement>('.frame')?.focus();
  };
}

const isGone = (error: unknown) => isPortalError(error) && missingCodes.includes(error.code);

const missesView = (session: Session | null) =>
  session === null || missingPermission(session, 'orders:view') !== null;

declare global {
  interface HTMLElementTagNameMap {
    'order-detail': OrderDetail;
  }
}
