import { type InstantLike, toMillis } from '../time/instant.ts';
import { earliestDeadline } from './portout-deadlines.ts';
import type { PortOutQuery, PortOutSort } from './portout-query.schema.ts';
import { matchesPortOutSearch, portOutSearch } from './portout-search.ts';
import { portOutGroup } from './portout-status.ts';
import type { PortOut } from './portout.schema.ts';

/** Compares requests as a list shows them at `now`; by default the newest first. With `dueAt`, what is never due is last. */
export function comparePortOuts(
  sort: PortOutSort = '-receivedAt',
  now: InstantLike = 0,
): (a: PortOut, b: PortOut) => number {
  const byId = (a: PortOut, b: PortOut) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
  const sign = sort.startsWith('-') ? -1 : 1;
  const keyOf = foundOnce(
    sort === 'dueAt'
      ? (portout) => toMillis(earliestDeadline(portout, now)?.at ?? 8.64e15)
      : ({ receivedAt }) => toMillis(receivedAt),
  );
  return (a, b) => sign * (keyOf(a) - keyOf(b) || byId(a, b));
}

/** What takes long to find, of thousands that are compared again and again. */
function foundOnce(find: (portout: PortOut) => number): (portout: PortOut) => number {
  const found = new WeakMap<PortOut, number>();
  return (portout) => {
    const known = found.get(portout) ?? find(portout);
    found.set(portout, known);
    return known;
  };
}

/** What of a query chooses requests. */
export type PortOutChoice = Partial<Omit<PortOutQuery, 'limit' | 'cursor' | 'sort'>>;

/**
 * Whether a request belongs in the list that a query asks for at `now`; where its numbers are not known, a search is for
 * its request number alone. `isWithin` says whether one account is another or lies below it (POR-2, ACC-1).
 */
export function matchesPortOutQuery(
  portout: PortOut & { numbers?: readonly { tn: string }[] },
  { filter = 'all', status: statuses = [], q, dueBefore, account: within }: PortOutChoice,
  now: InstantLike,
  isWithin: (account: string, wanted: string) => boolean = (own, wanted) => own === wanted,
): boolean {
  const { status, account, request, numbers = [] } = portout;
  if (filter !== 'all' && portOutGroup(status) !== filter) return false;
  if (statuses.length > 0 && !statuses.includes(status)) return false;
  if (within !== undefined && !isWithin(account, within)) return false;
  if (dueBefore !== undefined) {
    const due = earliestDeadline(portout, now);
    if (due === null || toMillis(due.at) >= toMillis(dueBefore)) return false;
  }
  return q === undefined || matchesPortOutSearch({ request, numbers }, portOutSearch(q));
}
