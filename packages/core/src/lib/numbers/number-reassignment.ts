import { type AccountLevel, isInScope } from '../access/account-scope.ts';
import type { FieldProblem } from '../http/problem.ts';

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
  return takesNumbers(target) ? null : 'no-program';
}

/** What is wrong with a move to an account that takes no numbers of others; `null` for a program (NUM-8). */
export function moveProblem(target: { level: string }): FieldProblem | null {
  if (takesNumbers(target)) return null;
  const detail = 'A number moves to a program only: choose one.';
  return { path: '/account', code: 'program-needed', detail };
}

const takesNumbers = ({ level }: { level: string }) => level === 'program';
