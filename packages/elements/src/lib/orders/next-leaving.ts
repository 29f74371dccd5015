import type { Order } from '@numberdesk/core/orders';

/** The next moment at which an order leaves, in milliseconds since 1970; `Infinity` while none is about to (ORD-6). */
export function nextLeaving(orders: readonly Order[], now: number): number {
  let next = Infinity;
  for (const { leavesAt } of orders) {
    if (leavesAt === null) continue;
    const at = Date.parse(leavesAt);
    if (at > now && at < next) next = at;
  }
  return next;
}
