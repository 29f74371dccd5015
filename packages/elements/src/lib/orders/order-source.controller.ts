import { type Session, missingPermission } from '@numberdesk/core/access';
import type { Connection } from '@numberdesk/core/http';
import type { Order } from '@numberdesk/core/orders';
import type { ReactiveController, ReactiveElement } from 'lit';
import type { Clock } from '../internal/clock.ts';
import type { Resource } from '../internal/resource-controller.ts';
import { hostOrders } from './host-orders.ts';
import { LeavingTimer } from './leaving-timer.controller.ts';
import { listRule } from './list-rule.ts';
import { ListStateController } from './list-state.controller.ts';
import { type LoadedOrders, type OrderChange, nextLeaving } from './loaded-orders.ts';
import { OrderFeedController } from './order-feed.controller.ts';

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
  /** Number of an order that must not vanish under somebody's hands. */
  held: () => string | null;
  onChanges: (changes: readonly OrderChange[]) => void;
  /** Told of a reader's choice, as it is written. */
  onChoice: (viewState: string) => void;
}

/** The orders that a table shows: the page's own where it gives any, else a server's, by the same rules. */
export class OrderSource implements ReactiveController {
  readonly list: ListStateController;
  readonly feed: OrderFeedController;
  readonly #host: ReactiveElement;
  readonly #options: OrderSourceOptions;
  #own: LoadedOrders | null = null;
  #ownOf: readonly unknown[] = [];

  constructor(host: ReactiveElement, options: OrderSourceOptions) {
    const { session, connection, clock, timeZone, held, onChanges, onChoice } = options;
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
      connection: () => (this.isHosted || missesView(session().data) ? null : connection()),
      ask: () => this.list.ask,
      clock,
      held,
      onChanges,
    });
    new LeavingTimer(host, {
      // What leaves the page's own active orders joins its history.
      next: () => nextLeaving(options.given().orders ?? this.orders.data?.orders ?? [], clock().now()),
      of: () => options.given().orders ?? this.orders.data?.orders,
      clock,
      act: () => this.#onTime(),
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

  /** What is to be seen. */
  get orders(): Resource<LoadedOrders> {
    if (!this.isHosted) return this.feed.value;
    const { error, loading } = this.#options.given();
    const data = this.#own;
    // None because they could not be had is not none.
    if (error) return { state: 'error', data: data && data.orders.length > 0 ? data : null, error };
    return loading || data === null ? { state: 'loading', data } : { state: 'data', data };
  }

  /** All orders that are asked for, whether they have been loaded or not. */
  all(signal: AbortSignal): AsyncIterable<readonly Order[]> {
    return this.isHosted ? each([this.#own?.orders ?? []]) : this.feed.all(signal);
  }

  hostUpdate(): void {
    const { orders } = this.#options.given();
    const { ask } = this.list;
    if (this.#ownOf[0] === orders && this.#ownOf[1] === ask) return;
    this.#ownOf = [orders, ask];
    const rule = listRule(ask.filter, ask.sort);
    this.#own = orders && hostOrders(orders, rule, this.#options.clock().now());
  }

  #onTime(): void {
    this.#ownOf = [];
    this.feed.prune();
    this.#host.requestUpdate();
  }
}

async function* each<Value>(values: readonly Value[]): AsyncGenerator<Value> {
  yield* values;
}

const missesView = (session: Session | null) =>
  session === null || missingPermission(session, 'orders:view') !== null;
