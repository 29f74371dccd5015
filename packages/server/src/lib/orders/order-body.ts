import {
  type Order,
  type OrderLine,
  orderAction,
  orderStatus,
  retentionEndsAt,
} from '@numberdesk/core/orders';
import type { Instant } from '@numberdesk/core/time';

/** What is known of an order; the rest of what is shown follows from it. */
export interface OrderBodyFacts {
  number: string;
  /** External id. */
  account: string;
  placedAt: Instant;
  confirmedAt: Instant | null;
  placedBy: { name: string; email?: string | undefined };
  /** Complete: estimated dates and moments of change included. */
  lines: readonly OrderLine[];
}

/** An order as the server shows it (ORD-2, ORD-4, ORD-6, ORD-8). */
export function orderBody(
  { number, account, placedAt, confirmedAt, placedBy: { name, email }, lines }: OrderBodyFacts,
  { version, retentionDays }: { version: number; retentionDays: number },
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
    leavesAt: retentionEndsAt({ lines }, { retentionDays }),
    version,
    lines: [...lines],
  };
}
