import { type AccountLevel, type ReachableAccount, type Session } from '@numberdesk/core/access';
import { reassignProblem } from '@numberdesk/core/numbers';
import type { NumberAccount } from './number-table-view.ts';

/** The accounts of a session, by their ids; its own is known before the others have been asked for. */
export function accountsById(
  own: Session['account'],
  others: readonly ReachableAccount[],
): ReadonlyMap<string, NumberAccount> {
  return new Map([...(own ? [own] : []), ...others].map((account) => [account.id, account]));
}

/** Accounts that a number may move to from the one that holds it (NUM-8). */
export function moveTargets(
  holder: string,
  actingIn: string | null,
  accounts: readonly ReachableAccount[],
): ReachableAccount[] {
  const parents = new Map(accounts.map(({ id, parent }) => [id, parent]));
  const pathOf = (id: string | null | undefined): string[] => (id ? [...pathOf(parents.get(id)), id] : []);
  const from = { path: pathOf(holder) };
  return accounts.filter(({ id, level }) => {
    const target = { path: pathOf(id), level: level as AccountLevel };
    return id !== holder && reassignProblem(actingIn, from, target) === null;
  });
}
