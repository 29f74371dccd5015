import { type Session, missingPermission } from '@numberdesk/core/access';
import type { Connection } from '@numberdesk/core/http';
import { type Order, listOrders } from '@numberdesk/core/orders';
import type { ReactiveController, ReactiveElement } from 'lit';
import type { Clock } from '../internal/clock.ts';
import { ListChoiceController } from '../internal/list-choice.controller.ts';
import { ListFeedController } from '../internal/list-feed.controller.ts';
import type { ListPage, PageWish } from '../internal/list-page.ts';
import type { LiveList, LiveRule } from '../internal/live-list.ts';
import { NeededPart } from '../internal/needed-part.ts';
import type { Resource } from '../internal/resource-controller.ts';
import { type ListState, plainList, readListState, toFilter, writeListState } from './order-list-state.ts';
import type { ListAsk } from './order-ask.ts';
import {
  type HostGiven,
  type HostList,
  type ListAbout,
  type OrderPages,
  orderPlaces,
  orderRule,
} from './order-rule.ts';

/** Where the orders come from, and who wants to know of them. */
export interface OrderListOptions {
  given: () => HostGiven;
  session: () => Resource<Session>;
  connection: () => Connection | null;
  clock: () => Clock;
  timeZone: () => string;
  /** Told of a reader's choice, as it is written. */
  onChoice: (viewState: string) => void;
}

/** The orders that a table shows, the page's own where it gives any, else a server's, and what is chosen of them. */
export class OrderListController implements ReactiveController {
  readonly choice: ListChoiceController<ListState, ListAsk | null>;
  readonly feed: ListFeedController<Order, ListAsk>;
  readonly #host: ReactiveElement;
  readonly #options: OrderListOptions;
  readonly #days: NeededPart;
  readonly #rules: NeededPart;
  #own: HostList | null = null;
  #about: ListAbout = { syncedAt: undefined, hasOthers: false };

  constructor(host: ReactiveElement, options: OrderListOptions) {
    const { session, connection, clock, timeZone, onChoice } = options;
    this.#host = host;
    this.#options = options;
    this.#days = new NeededPart(host, async () => (await import('./list-calendar.ts')).bringDays());
    this.#rules = new NeededPart(host, bringPlaces);
    // Only days are others in another time zone.
    const zoneFor = ({ from, to }: ListState) => from + to && timeZone();
    this.choice = new ListChoiceController<ListState, ListAsk | null>(host, {
      plain: plainList,
      read: readListState,
      write: writeListState,
      toAsk: (state) => toAsk(state, zoneFor(state)),
      by: () => zoneFor(this.choice.applied),
      isInstant: () => this.isHosted,
      clock,
      onChange: onChoice,
    });
    host.addController(this);
    this.feed = new ListFeedController<Order, ListAsk>(host, {
      connection: () =>
        this.isHosted || !this.choice.ask || missesView(session().data) ? null : connection(),
      ask: () => this.choice.ask,
      clock,
      rule: (ask, connection) => ruleOf(ask, connection, () => clock().now()),
      page: (...wanted) => this.#page(...wanted),
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
      ? { state: 'data', data: { permissions: (this.#options.given().permissions ?? []) as string[] } }
      : this.#options.session();
  }

  /** Why the kit has not what it takes to show the orders, if so; it can be asked for again. */
  get failure(): unknown {
    return this.#days.failure ?? (this.#options.given().orders && this.#rules.failure);
  }

  get canRetry(): boolean {
    return !this.isHosted || Boolean(this.failure);
  }

  /** What is to be seen. */
  get items(): Resource<LiveList<Order>> {
    const { failure } = this;
    const { orders, error } = this.#options.given();
    if (!failure && !this.isHosted) return this.feed.value;
    if (!failure && this.own) return this.own.items;
    const problem = failure ?? (orders ? null : error);
    return problem ? { state: 'error', data: null, error: problem } : { state: 'loading', data: null };
  }

  /** What is told of them besides. */
  get about(): ListAbout {
    return this.own?.about ?? this.#about;
  }

  /** The page's own orders as a list, where it gives any. */
  get own(): HostList | null {
    return this.isHosted ? this.#own : null;
  }

  hostUpdate(): void {
    if (!this.choice.ask) this.#days.need();
    if (!this.isHosted || this.#own) return;
    const { given, clock } = this.#options;
    this.#own = orderPlaces()?.hostList({ given, clock, ask: () => this.choice.ask }) ?? null;
    if (!this.#own) this.#rules.need();
  }

  /** Asks for pages of all that is asked for now, in its order. */
  get page(): OrderPages {
    return this.own?.page ?? this.feed.page;
  }

  /** Asks anew for what is shown, and for what it takes to show it. */
  readonly reload = (): void => {
    this.#days.retry();
    this.#rules.retry();
    this.feed.reload();
  };

  /** Looks at the page's own orders anew: time has passed. */
  refresh(): void {
    this.#own?.refresh();
    this.#host.requestUpdate();
  }

  async #page(
    connection: Connection,
    { filter, sort }: ListAsk,
    wish: PageWish,
    signal: AbortSignal,
  ): Promise<ListPage<Order>> {
    const page = await connection.call(listOrders, { ...filter, sort, ...wish }, { signal });
    const isEmpty = page.data.length === 0 && !wish.cursor;
    const hasOthers = isEmpty && (await othersThan(filter, connection, signal));
    if (!signal.aborted) this.#about = { syncedAt: page.syncedAt, hasOthers };
    return page;
  }
}

/** Brings what a page's own orders are put in their place by. */
export const bringPlaces = async (): Promise<void> => (await import('./ruled-orders.ts')).bringRules();

const missesView = (session: Session | null) =>
  session === null || missingPermission(session, 'orders:view') !== null;

/** `null` where it takes a calendar that is not here yet. */
function toAsk(state: ListState, timeZone: string): ListAsk | null {
  const filter = toFilter(state, timeZone);
  return filter && { filter, sort: state.sort };
}

/** Accounts below one that is asked for are known by their parents only. */
async function ruleOf(ask: ListAsk, connection: Connection, now: () => number): Promise<LiveRule<Order>> {
  if (!ask.filter.account) return orderRule({ ask, parents: null }, now);
  const { accountParents } = await import('./account-parents.ts');
  return orderRule({ ask, parents: await accountParents(connection) }, now);
}

/** Whether there are orders where one does not look. */
async function othersThan(
  filter: ListAsk['filter'],
  connection: Connection,
  signal: AbortSignal,
): Promise<boolean> {
  const { hasOtherOrders } = await import('./other-orders.ts');
  return hasOtherOrders(filter, connection, signal);
}
