/** The levels of accounts, from the top (ACC-1). */
export const accountLevels = ['business', 'business-unit', 'program'] as const;

export type AccountLevel = (typeof accountLevels)[number];

/** The level right above, or `null` at the top. */
export function levelAbove(level: AccountLevel): AccountLevel | null {
  return accountLevels[accountLevels.indexOf(level) - 1] ?? null;
}

/**
 * Whether somebody who acts in one account sees another: itself and what lies below it, nothing beside or above.
 * `path` is the other account's way from the top, itself last (ACC-1). Staff acts in no account and sees all.
 */
export function isInScope(actingIn: string | null, path: readonly string[]): boolean {
  return actingIn === null || path.includes(actingIn);
}
