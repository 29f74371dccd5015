import { toMillis } from '../time/instant.ts';
import type { NumberQuery, NumberSort } from './number-query.schema.ts';
import { matchesNumberSearch, numberSearch } from './number-search.ts';
import type { PhoneNumber } from './number.schema.ts';

/** Compares numbers as a list shows them; by default the newest first. */
export function compareNumbers(sort: NumberSort = '-addedAt'): (a: PhoneNumber, b: PhoneNumber) => number {
  const sign = sort.startsWith('-') ? -1 : 1;
  const byNumber = (a: PhoneNumber, b: PhoneNumber) =>
    a.number < b.number ? -1 : a.number > b.number ? 1 : 0;
  if (sort === 'number' || sort === '-number') return (a, b) => sign * byNumber(a, b);
  return (a, b) => sign * (toMillis(a.addedAt) - toMillis(b.addedAt) || byNumber(a, b));
}

/** What of a query chooses numbers. */
export type NumberFilter = Partial<Omit<NumberQuery, 'limit' | 'cursor' | 'sort'>>;

/**
 * Whether a number belongs in the list that a query asks for. `isWithin` says whether one account is another or lies
 * below it; without it, only an account itself counts (ACC-1).
 */
export function matchesNumberQuery(
  { number, account, status, purpose }: PhoneNumber,
  { status: statuses = [], purpose: purposes = [], q, account: within }: NumberFilter,
  isWithin: (account: string, wanted: string) => boolean = (own, wanted) => own === wanted,
): boolean {
  if (statuses.length > 0 && !statuses.some((wanted) => wanted === status)) return false;
  if (purposes.length > 0 && !purposes.some((wanted) => wanted === purpose)) return false;
  if (within !== undefined && !isWithin(account, within)) return false;
  return q === undefined || q === '' || matchesNumberSearch(number, numberSearch(q));
}
