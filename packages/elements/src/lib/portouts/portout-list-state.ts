import {
  type PortOutFilter,
  type PortOutSort,
  type PortOutStatus,
  portOutStatuses,
} from '@numberdesk/core/portouts';
import type { MessageKey } from '../internal/locales/en.ts';

/** What a reader has chosen to see of the port-outs. */
export interface PortOutChoices {
  view: 'requests' | 'charges';
  /** Month of the charges, `YYYY-MM`; empty means the running one. */
  month: string;
  filter: PortOutFilter;
  sort: PortOutSort;
  /** A number however it is formatted, some digits of it, or the start of a request number. */
  q: string;
  /** None means all. */
  status: readonly PortOutStatus[];
  /** Id of an account below the reader's own; empty means all. */
  account: string;
  /** The last day on which something is due, `YYYY-MM-DD`; empty means any. */
  dueBy: string;
}

/** What is asked for; days are those of the account's calendar. */
export interface PortOutAsk {
  readonly choice: {
    readonly filter?: PortOutFilter;
    readonly status?: PortOutStatus[];
    readonly q?: string;
    readonly account?: string;
  };
  readonly dueBy: string;
  readonly sort: PortOutSort;
  /** Ids of what has been found so far: a search finds numbers, which a list does not show. */
  readonly found: Set<string>;
}

/** What a list shows before anybody chooses: all requests, the newest first (POR-2). */
export const plainPortOuts: PortOutChoices = {
  view: 'requests',
  month: '',
  filter: 'all',
  sort: '-receivedAt',
  q: '',
  account: '',
  dueBy: '',
  status: [],
};

/** The sorts to choose from, with the words for each. */
export const portOutSortWords = {
  '-receivedAt': 'portouts.sort.-receivedAt',
  receivedAt: 'portouts.sort.receivedAt',
  dueAt: 'portouts.sort.dueAt',
} as const satisfies Record<PortOutSort, MessageKey>;

/** The groups to choose from. */
export const portOutFilters = ['all', 'incomplete', 'complete'] as const satisfies readonly PortOutFilter[];

/** Whether a text is a date that can be asked for: one of the calendar, in a year that somebody means. */
const isDate = (text: string) =>
  /^(19|2\d)\d\d-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00Z`).getUTCDate() === Number(text.slice(8));

/** Reads what a host has kept; whatever is not understood counts as not chosen. */
export function readPortOutChoices(text: string): PortOutChoices {
  const params = new URLSearchParams(text);
  const one = <Name extends Exclude<keyof PortOutChoices, 'status'>>(
    name: Name,
    isOne: (text: string) => unknown,
  ): PortOutChoices[Name] => {
    const text = params.get(name) ?? '';
    return isOne(text) ? (text as PortOutChoices[Name]) : plainPortOuts[name];
  };
  return {
    view: one('view', (view) => view === 'charges'),
    month: one('month', (month) => isDate(`${month}-01`)),
    filter: one('filter', (text) => portOutFilters.some((filter) => filter === text)),
    sort: one('sort', (sort) => Object.hasOwn(portOutSortWords, sort)),
    q: one('q', Boolean).slice(0, 100),
    status: portOutStatuses.filter((status) => params.getAll('status').includes(status)),
    account: one('account', Boolean).slice(0, 64),
    dueBy: one('dueBy', isDate),
  };
}

/** Writes it as a query, such as `filter=incomplete&q=5013`; what is not chosen is left out. */
export function writePortOutChoices(choices: PortOutChoices): string {
  const params = new URLSearchParams();
  for (const [name, plain] of Object.entries(plainPortOuts))
    for (const one of [choices[name as keyof PortOutChoices]].flat())
      if (one !== plain) params.append(name, one);
  return String(params);
}

/** How many of the filters are set that open below the toolbar. */
export function portOutFilterCount({ status, account, dueBy }: PortOutChoices): number {
  return [status[0], account, dueBy].filter(Boolean).length;
}

/** What is searched for: what takes no room or turns text around comes along with a copied number, and no server would find it. */
export const searchedFor = (q: string) => q.replace(/\p{C}/gu, '').trim();

/** The question that the choices make. */
export function toPortOutAsk({ filter, sort, q, status, account, dueBy }: PortOutChoices): PortOutAsk {
  const given = {
    filter: filter === 'all' ? '' : filter,
    q: searchedFor(q),
    status: [...status],
    account,
  };
  const choice = Object.fromEntries(Object.entries(given).filter(([, value]) => value.length > 0));
  return { sort, dueBy, found: new Set(), choice };
}
