import {
  type CallPurpose,
  type NumberFilter,
  type NumberSort,
  type NumberStatus,
  callPurposes,
  inAscii,
  numberStatuses,
} from '@numberdesk/core/numbers';
import type { MessageKey } from '../internal/locales/en.ts';

/** What a reader has chosen to see of the numbers. */
export interface NumberChoices {
  sort: NumberSort;
  /** A number however it is formatted, or some digits of it. */
  q: string;
  /** None means all. */
  status: readonly NumberStatus[];
  /** None means all. */
  purpose: readonly CallPurpose[];
  /** Id of an account below the reader's own; empty means all. */
  account: string;
}

/** What is asked for. */
export interface NumberAsk {
  readonly filter: NumberFilter;
  readonly sort: NumberSort;
}

/** What a list shows before anybody chooses: all numbers, the latest first. */
export const plainNumbers: NumberChoices = { sort: '-addedAt', q: '', status: [], purpose: [], account: '' };

/** Everything that narrows, taken back. */
export const allNumbers = { q: '', status: [], purpose: [], account: '' } as const;

/** Digits that a search takes: an area code at least. */
const fewestDigits = 3;

/** The sorts to choose from, with the words for each. */
export const numberSortWords = {
  '-addedAt': 'numbers.sort.-addedAt',
  addedAt: 'numbers.sort.addedAt',
  number: 'numbers.sort.number',
  '-number': 'numbers.sort.-number',
} as const satisfies Record<NumberSort, MessageKey>;

/** Reads what a host has kept; whatever is not understood counts as not chosen. */
export function readNumberChoices(text: string): NumberChoices {
  const params = new URLSearchParams(text);
  const one = (name: string) => params.get(name) ?? '';
  const some = <Word extends string>(name: string, words: readonly Word[]) =>
    words.filter((word) => params.getAll(name).includes(word));
  const sort = one('sort');
  return {
    sort: Object.hasOwn(numberSortWords, sort) ? (sort as NumberSort) : plainNumbers.sort,
    q: one('q').slice(0, 100),
    status: some('status', numberStatuses),
    purpose: some('purpose', callPurposes),
    account: one('account').slice(0, 64),
  };
}

/** Writes it as a query, such as `status=pending&q=5013`; what is not chosen is left out. */
export function writeNumberChoices({ sort, q, status, purpose, account }: NumberChoices): string {
  const params = new URLSearchParams();
  if (sort !== plainNumbers.sort) params.set('sort', sort);
  if (q) params.set('q', q);
  if (account) params.set('account', account);
  for (const one of status) params.append('status', one);
  for (const one of purpose) params.append('purpose', one);
  return String(params);
}

/** How many of the filters are set. */
export function numberFilterCount({ status, purpose, account }: NumberChoices): number {
  return [status.length > 0, purpose.length > 0, account].filter(Boolean).length;
}

/** The digits that are searched for. */
const digitsOf = (q: string) => inAscii(q).replace(/\D/g, '');

/** Whether a search has too few digits yet to be one. */
export function isShortSearch({ q }: Pick<NumberChoices, 'q'>): boolean {
  return q.trim() !== '' && digitsOf(q).length < fewestDigits;
}

/** Whether anything is left out on the reader's own wish. */
export function isNarrowedList(state: NumberChoices): boolean {
  return digitsOf(state.q).length >= fewestDigits || numberFilterCount(state) > 0;
}

/** The question that the choices make. */
export function toNumberAsk({ sort, q, status, purpose, account }: NumberChoices): NumberAsk {
  // What takes no room or turns text around comes along with a copied number.
  const searched = inAscii(q)
    .replace(/[^\x20-\x7e]/g, ' ')
    .trim();
  return {
    sort,
    filter: {
      ...(digitsOf(searched).length >= fewestDigits ? { q: searched } : {}),
      ...(status.length > 0 ? { status: [...status] } : {}),
      ...(purpose.length > 0 ? { purpose: [...purpose] } : {}),
      ...(account ? { account } : {}),
    },
  };
}
