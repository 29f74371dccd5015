import type { ReachableAccount } from '@numberdesk/core/access';
import { inTreeOrder } from '../access/account-tree.ts';

/** An account that numbers can be added to, with its place below the others (NUM-1). */
export interface AccountChoice {
  readonly id: string;
  readonly name: string;
  readonly level: string;
  /** How many accounts of the list it lies below. */
  readonly depth: number;
}

/** The accounts in the order of their tree, each with its depth in it. */
export function accountChoices(accounts: readonly ReachableAccount[]): AccountChoice[] {
  const depths = new Map<string | null, number>();
  return inTreeOrder(accounts).map(({ id, name, level, parent }) => {
    // Whoever acts in a unit does not see the business above it: the unit is then at the top.
    const depth = (depths.get(parent) ?? -1) + 1;
    depths.set(id, depth);
    return { id, name, level, depth };
  });
}
