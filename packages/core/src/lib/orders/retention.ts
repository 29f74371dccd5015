import { dayWindowEnd } from '../time/day-window.ts';
import { type Instant, type InstantLike, toMillis } from '../time/instant.ts';
import { orderLineTransitions } from './order-status.ts';

/** What of an order decides how long it stays. */
export interface RetainedOrder {
  lines: readonly { status: string; statusChangedAt: InstantLike }[];
}

/** Days for which a completed or canceled order stays in the active list, unless the policy says otherwise. */
export const defaultRetentionDays = 7;

const isFinal = (status: string) =>
  Object.hasOwn(orderLineTransitions, status) &&
  orderLineTransitions[status as keyof typeof orderLineTransitions].length === 0;

/** Whether every line has reached its end (ORD-6). */
export function hasEnded({ lines }: { readonly lines: readonly { status: string }[] }): boolean {
  return lines.length > 0 && lines.every((line) => isFinal(line.status));
}

/** When the last line reached its end, `null` while any line is still on its way (ORD-6). */
export function orderEndedAt(order: RetainedOrder): Instant | null {
  if (!hasEnded(order)) return null;
  const last = Math.max(...order.lines.map((line) => toMillis(line.statusChangedAt)));
  return dayWindowEnd(last, 0);
}

/** When an order leaves the active list, `null` while it does not (ORD-6, TIM-2). */
export function retentionEndsAt(order: RetainedOrder, policy?: { retentionDays?: number }): Instant | null {
  const endedAt = orderEndedAt(order);
  return endedAt === null ? null : dayWindowEnd(endedAt, policy?.retentionDays ?? defaultRetentionDays);
}

/** Whether an order is in the active list at `now`; after that, history has it (ORD-6). */
export function isActiveOrder(
  order: RetainedOrder,
  now: InstantLike,
  policy?: { retentionDays?: number },
): boolean {
  const endsAt = retentionEndsAt(order, policy);
  return endsAt === null || toMillis(now) < toMillis(endsAt);
}
