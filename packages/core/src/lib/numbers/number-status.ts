/** What a number of the inventory can be (NUM-9). */
export const numberStatuses = ['pending', 'approved', 'rejected'] as const;

export type NumberStatus = (typeof numberStatuses)[number];

/** Where a number may go from each status by a verdict of the provider's staff (NUM-9). */
export const numberTransitions = {
  pending: ['approved', 'rejected'],
  approved: ['rejected'],
  rejected: ['approved'],
} as const satisfies Record<NumberStatus, readonly NumberStatus[]>;

/**
 * A number's status at `now`, in milliseconds: one that is approved by itself is so from `approvesAt` on, whether or
 * not anybody has written it down yet; `null` where it waits for staff (NUM-9).
 */
export function numberStatus(
  { status, approvesAt }: { status: NumberStatus; approvesAt: number | null },
  now: number,
): NumberStatus {
  return status === 'pending' && approvesAt !== null && approvesAt <= now ? 'approved' : status;
}
