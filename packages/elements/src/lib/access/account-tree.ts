import type { ReachableAccount } from '@numberdesk/core/access';

/** Each account before those below it, and these by name. */
export function inTreeOrder(accounts: readonly ReachableAccount[]): ReachableAccount[] {
  const ids = new Set(accounts.map(({ id }) => id));
  const below = new Map<string | null, ReachableAccount[]>();
  for (const account of accounts) {
    const parent = account.parent && ids.has(account.parent) ? account.parent : null;
    const siblings = below.get(parent);
    if (siblings) siblings.push(account);
    else below.set(parent, [account]);
  }
  const branch = (parent: string | null): ReachableAccount[] =>
    (below.get(parent) ?? [])
      .sort((a, b) => a.name.localeCompare(b.name))
      .flatMap((account) => [account, ...branch(account.id)]);
  return branch(null);
}
