import { type Session, missingPermission } from '@numberdesk/core/access';
import type { Connection } from '@numberdesk/core/http';
import type { Order } from '@numberdesk/core/orders';
import type { ReactiveController, ReactiveElement } from 'lit';
import type { Clock } from '../internal/clock.ts';
import type { Resource } from '../internal/resource-controller.ts';
import { ListStateController } from './list-state.controller.ts';
import type { LoadedOrders } from './loaded-orders.ts';
import { OrderFeedController } from './order-feed.controller.ts';
import type { hostOrders } from './ruled-orders.ts';

/** What a page may give in place of a server. */
export interface HostGiven {
  readonly orders: readonly Order[] | null;
  readonly loading: boolean;
  readonly error: unknown;
  readonly permissions: readonly string[];
}

/** Where the orders come from, and who wants to know of them. */
export interface OrderSourceOptions {
  given: () => HostGiven;
  session: () => Resource<Session>;
  connection: () => Connection | null;
  clock: () => Clock;
  timeZone: () => string;
  /** Told of a reader's choice, as it is written. */
  onChoice: (viewState: string) => void;
}

let showOwn: typeof hostOrders | null = null;

/** Brings what shows a page's own orders, which only those load that need it. */
export function bringHostOrders(show: typeof hostOrders): void {
  showOwn = show;
}

/** The orders that a table shows: the page's own where it gives any, else a server's, by the same rules. */
export class OrderSource implements ReactiveController {
  readonly list: ListStateController;
  readonly feed: OrderFeedController;
  readonly #host: ReactiveElement;
  readonly #options: OrderSourceOptions;
  #own: LoadedOrders | null = null;
  #ownOf: readonly unknown[] = [];
  #isLoading = false;
  #failure: unknown = null;

  constructor(host: ReactiveElement, options: OrderSourceOptions) {
    const { session, connection, clock, timeZone, onChoice } = options;
    this.#host = host;
    this.#options = options;
    this.list = new ListStateController(host, {
      clock,
      timeZone,
      isInstant: () => this.isHosted,
      onChange: onChoice,
    });
    host.addController(this);
    this.feed = new OrderFeedController(host, {
      connection: () => (this.isHosted || !this.list.ask || missesView(session().data) ? null : connection()),
      ask: () => this.list.ask,
      clock,
    });
  }

  /** Whether the page gives the orders itself. */
  get isHosted(): boolean {
    const { orders, loading, error } = this.#options.given();
    return Boolean(orders ?? error ?? loading);
  }

  /** Who reads: the session's person, or whoever the page says. */
  get reader(): Resource<Pick<Session, 'permissions'>> {
    return this.isHosted
      ? { state: 'data', data: { permissions: [...(this.#options.given().permissions ?? [])] } }
      : this.#options.session();
  }

  /** Why the kit has not what it takes to show the orders, if so; it can be asked for again. */
  get failure(): unknown {
    return this.list.failure ?? (this.#options.given().orders && this.#failure);
  }

  /** What is to be seen. */
  get orders(): Resource<LoadedOrders> {
    const { failure } = this;
    if (failure) return { state: 'error', data: null, error: failure };
    if (!this.isHosted) return this.feed.value;
    const { orders, error, loading } = this.#options.given();
    const data = this.#own;
    // None because they could not be had is not none.
    if (error && (data || !orders))
      return { state: 'error', data: data && data.orders.length > 0 ? data : null, error };
    return loading || data === null ? { state: 'loading', data } : { state: 'data', data };
  }

  /** Every order that may leave the list or join it with time: what leaves the page's own active ones joins its history. */
  get known(): readonly Order[] {
    return this.#options.given().orders ?? this.orders.data?.orders ?? none;
  }

  hostUpdate(): void {
    const { orders } = this.#options.given();
    const { ask } = this.list;
    if (this.isHosted && !showOwn) void this.#loadRules();
    const of = [orders, ask, showOwn];
    if (of.every((part, index) => part === this.#ownOf[index])) return;
    this.#ownOf = of;
    this.#own = orders && ask && showOwn && showOwn(orders, ask, this.#options.clock().now());
  }

  /** Tries again what could not be had. */
  retry(): void {
    this.#failure = null;
    this.list.retry();
    this.feed.reload();
  }

  /** Looks at the page's own orders anew: time has passed. */
  refresh(): void {
    this.#ownOf = [];
    this.#host.requestUpdate();
  }

  async #loadRules(): Promise<void> {
    if (this.#isLoading || this.#failure) return;
    this.#isLoading = true;
    await import('./ruled-orders.ts').then(
      ({ hostOrders }) => bringHostOrders(hostOrders),
      (error: unknown) => (this.#failure = error),
    );
    this.#isLoading = false;
    this.#host.requestUpdate();
  }
}

const none: readonly Order[] = [];

const missesView = (session: Session | null) =>
  session === null || missingPermission(session, 'orders:view') !== null;
