import { type AccountLevel, isInScope } from '../access/account-scope.ts';

/** Why a number that another account holds cannot be taken out of it (NUM-8). */
export type ReassignProblem = 'no-program' | 'held-elsewhere';

/** An account by its way from the top, itself last. */
interface Place {
  path: readonly string[];
}

/**
 * Why a number cannot be moved from its holder to another account; `null` means that it may be offered. Only a program
 * takes numbers of others, and the account that somebody acts in contains both places; staff acts in none (NUM-8).
 * Whoever does not contain the holder's is told `held-elsewhere`, which reveals nothing.
 */
export function reassignProblem(
  actingIn: string | null,
  holder: Place,
  target: Place & { level: AccountLevel },
): ReassignProblem | null {
  if (!isInScope(actingIn, holder.path) || !isInScope(actingIn, target.path)) return 'held-elsewhere';
  return target.level === 'program' ? null : 'no-program';
}
