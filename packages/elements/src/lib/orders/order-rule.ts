import type { ReachableAccount } from '@numberdesk/core/access';
import type { Order } from '@numberdesk/core/orders';
import type { Clock } from '../internal/clock.ts';
import type { ListPage, PageWish } from '../internal/list-page.ts';
import type { LiveList, LiveRule } from '../internal/live-list.ts';
import type { Resource } from '../internal/resource-controller.ts';
import type { ListAsk } from './order-ask.ts';

/** The account above each that is known of (ACC-1). */
export type AccountParents = ReadonlyMap<string, string | null>;

/** What a list of orders answers. */
export interface OrderQuestion {
  readonly ask: ListAsk;
  /** Where the question is about an account: what tells which accounts lie below it. */
  readonly parents: AccountParents | null;
}

/** How to tell whether an order belongs in a list and where. */
export interface OrderRules {
  readonly compare: (a: Order, b: Order) => number;
  /** Tells of any number of orders whether they belong in it at a moment, in milliseconds since 1970. */
  readonly belongs: (now: number) => (order: Order) => boolean;
}

/** When the carrier's orders were last read in, as an ISO 8601 instant; `null` for never, `undefined` where nobody says (ORD-9). */
export type SyncedAt = string | null | undefined;

/** What a page may give in place of a server. */
export interface HostGiven {
  readonly orders: readonly Order[] | null;
  readonly loading: boolean;
  readonly error: unknown;
  readonly permissions: readonly string[];
  readonly syncedAt: SyncedAt;
  readonly accounts: readonly ReachableAccount[] | null;
}

/** What a list of a page's own orders is made of. */
export interface HostListOptions {
  given: () => HostGiven;
  ask: () => ListAsk | null;
  clock: () => Clock;
}

/** What is told of a list besides its orders. */
export interface ListAbout {
  readonly syncedAt: SyncedAt;
  /** Whether there are orders beside those of the list; asked only where it is empty. */
  readonly hasOthers: boolean;
}

/** Asks for pages of a list, in its order. */
export type OrderPages = (
  wish: PageWish,
  signal: AbortSignal,
) => Promise<Pick<ListPage<Order>, 'data' | 'next'>>;

/** A list of a page's own orders. */
export interface HostList {
  readonly items: Resource<LiveList<Order>>;
  readonly about: ListAbout;
  readonly page: OrderPages;
  /** By themselves no orders leave before that, in milliseconds since 1970; `Infinity` for never. */
  readonly nextLeaving: number;
  /** Looks at them anew: time has passed. */
  refresh: () => void;
}

/** What orders are put in their place by. */
export interface OrderPlaces {
  readonly rulesFor: (question: OrderQuestion) => OrderRules;
  readonly hostList: (options: HostListOptions) => HostList;
}

let places: OrderPlaces | null = null;

/** Brings what orders are put in their place by: after the first list, or for a page's own orders. */
export function bringOrderPlaces(brought: OrderPlaces): void {
  places = brought;
}

/** That, once it is here. */
export const orderPlaces = (): OrderPlaces | null => places;

/** The rule of a list: until it is brought, a list stays as it came, filtered and sorted by a server (ORD-1, ORD-6). */
export function orderRule(question: OrderQuestion, now: () => number): LiveRule<Order> {
  let known: OrderRules | null = null;
  const rules = () => (known ??= places?.rulesFor(question) ?? null);
  return {
    keyOf: ({ number }) => number,
    compare: (a, b) => rules()?.compare(a, b) ?? 0,
    belongs: (order) => rules()?.belongs(now())(order) ?? true,
  };
}
