import type { Instant } from '../time/instant.ts';
import { orderAction } from './order-actions.ts';
import { orderStatus } from './order-status.ts';
import type { Order, OrderLine } from './order.schema.ts';
import { retentionEndsAt } from './retention.ts';

/** What is known of an order; the rest of what is shown follows from it. */
export interface OrderFacts {
  number: string;
  account: string;
  placedAt: Instant;
  confirmedAt: Instant | null;
  placedBy: { name: string; email?: string | undefined };
  /** Complete: estimated dates and moments of change included. */
  lines: readonly OrderLine[];
}

/** An order as it is shown, with all that follows from its facts (ORD-2, ORD-4, ORD-6, ORD-8). */
export function orderBody(
  { number, account, placedAt, confirmedAt, placedBy: { name, email }, lines }: OrderFacts,
  { version, retentionDays }: { version: number; retentionDays?: number },
): Order {
  const status = orderStatus(lines);
  return {
    number,
    account,
    placedAt,
    confirmedAt,
    placedBy: email === undefined ? { name } : { name, email },
    quantity: lines.reduce((sum, line) => sum + line.quantity, 0),
    status,
    action: orderAction(status),
    leavesAt: retentionEndsAt({ lines }, retentionDays === undefined ? {} : { retentionDays }),
    version,
    lines: [...lines],
  };
}
