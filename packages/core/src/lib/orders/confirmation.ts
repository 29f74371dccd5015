import { type Instant, type InstantLike, toInstant, toMillis } from '../time/instant.ts';

/** What of an order tells whether the upstream carrier has it. */
export interface ConfirmedOrder {
  placedAt: InstantLike;
  confirmedAt: InstantLike | null;
}

/** Hours within which the upstream carrier has a new order, unless the policy says otherwise (ORD-9). */
export const defaultConfirmationHours = 24;

/** When an order that waits for its confirmation should have it at the latest, `null` once it is confirmed (ORD-9). */
export function confirmationDueAt(
  { placedAt, confirmedAt }: ConfirmedOrder,
  policy?: { confirmationHours?: number | undefined },
): Instant | null {
  if (confirmedAt !== null) return null;
  const hours = policy?.confirmationHours ?? defaultConfirmationHours;
  return toInstant(toMillis(placedAt) + hours * 3_600_000);
}
