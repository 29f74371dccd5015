/** What is known of a number that is to be marked as ported. */
export interface LeavingNumber {
  /** Whether it has been ported with another request. */
  hasLeft: boolean;
  /** Whether it is in the inventory of the account that the request is about, or below it. */
  isHeld: boolean;
}

/** What stands against marking a number as ported, in English, for whoever reads a problem's `detail`. */
export const leavingProblemTexts = {
  'number-has-left':
    'This number has been ported with another request. It leaves once: cancel it in this one, or add it to the inventory if it has come back.',
} as const;

/**
 * Why a number cannot be marked as ported; `null` means that it can. It leaves, and is charged, once: with another
 * request only after it has come back into the inventory (POR-7, POR-8).
 */
export function leavingProblem({
  hasLeft,
  isHeld,
}: LeavingNumber): { code: keyof typeof leavingProblemTexts } | null {
  return hasLeft && !isHeld ? { code: 'number-has-left' } : null;
}
