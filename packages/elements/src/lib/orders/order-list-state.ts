import { type OrderFilter, type OrderSort, type placedOnDays, orderStatuses } from '@numberdesk/core/orders';
import type { MessageKey } from '../internal/locales/en.ts';

/** What a reader has chosen to see. */
export interface ListState {
  view: 'active' | 'history';
  sort: OrderSort;
  /** Start of an order number, or of a word of a name. */
  q: string;
  /** Rolled-up statuses; none means all. */
  status: readonly string[];
  /** Id of an account below the reader's own; empty means all. */
  account: string;
  /** Dates of placing, `YYYY-MM-DD`; empty means open. */
  from: string;
  to: string;
}

/** What a list shows before anybody chooses: the active orders, the newest number first (ORD-1). */
export const plainList: ListState = {
  view: 'active',
  sort: '-number',
  q: '',
  status: [],
  account: '',
  from: '',
  to: '',
};

/** The sorts to choose from, with the words for each. */
export const sortWords = {
  '-number': 'orders.sort.-number',
  number: 'orders.sort.number',
  '-placedAt': 'orders.sort.-placedAt',
  placedAt: 'orders.sort.placedAt',
} as const satisfies Record<OrderSort, MessageKey>;

/** Whether a text is a date that orders may be asked by: one of the calendar, in a year that somebody means. */
export function isListDate(text: string): boolean {
  if (!/^(19|2\d)\d\d-\d\d-\d\d$/.test(text)) return false;
  const moment = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(Number(moment)) && moment.toISOString().startsWith(text);
}

const singles = ['q', 'account', 'from', 'to'] as const;

/** Reads what a host has kept; whatever is not understood counts as not chosen. */
export function readListState(text: string): ListState {
  const params = new URLSearchParams(text);
  const one = (name: string) => params.get(name) ?? '';
  const date = (name: string) => (isListDate(one(name)) ? one(name) : '');
  const sort = one('sort');
  return {
    view: one('view') === 'history' ? 'history' : 'active',
    sort: Object.hasOwn(sortWords, sort) ? (sort as OrderSort) : plainList.sort,
    q: one('q').slice(0, 100),
    status: orderStatuses.filter((status) => params.getAll('status').includes(status)),
    account: one('account').slice(0, 64),
    from: date('from'),
    to: date('to'),
  };
}

/** Writes it as a query, such as `view=history&q=ada`; what is not chosen is left out. */
export function writeListState(state: ListState): string {
  const params = new URLSearchParams();
  if (state.view !== plainList.view) params.set('view', state.view);
  if (state.sort !== plainList.sort) params.set('sort', state.sort);
  for (const name of singles) if (state[name]) params.set(name, state[name]);
  for (const status of state.status) params.append('status', status);
  return String(params);
}

/** How many of the filters are set. */
export function filterCount({ status, account, from, to }: ListState): number {
  return [status.length > 0, account, from || to].filter(Boolean).length;
}

// What takes no room or turns text around comes along with a copied number; no server would find it.
const hidden = /[\p{Cc}\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/gu;
const searched = (typed: string) => typed.replace(hidden, '').trim();

/** Whether anything is left out on the reader's own wish. */
export function isNarrowed(state: ListState): boolean {
  return searched(state.q) !== '' || filterCount(state) > 0;
}

let calendar: typeof placedOnDays | null = null;

/** Brings the calendar, which only those load who ask for days. */
export function bringCalendar(days: typeof placedOnDays): void {
  calendar = days;
}

/**
 * The filter that the choices make, with days as the account's calendar has them (TIM-4); `null` where it takes a
 * calendar that is not here yet.
 */
export function toFilter(
  { view, q, status, account, from, to }: ListState,
  timeZone: string,
): OrderFilter | null {
  if ((from || to) && !calendar) return null;
  const start = searched(q);
  return {
    view,
    ...(start ? { q: start } : {}),
    ...(status.length > 0 ? { status: [...status] as NonNullable<OrderFilter['status']> } : {}),
    ...(account ? { account } : {}),
    ...calendar?.({ from, to }, timeZone),
  };
}
