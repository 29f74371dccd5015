/** What an order or one of its lines can be (ORD-3). */
export const orderStatuses = ['processing', 'pending-docs', 'completed', 'canceled'] as const;

export type OrderStatus = (typeof orderStatuses)[number];

/** Where a line may go from each status; an empty list is an end (ORD-3). */
export const orderLineTransitions = {
  processing: ['pending-docs', 'completed', 'canceled'],
  'pending-docs': ['processing', 'canceled'],
  completed: [],
  canceled: [],
} as const satisfies Record<OrderStatus, readonly OrderStatus[]>;

/**
 * An order's status, rolled up from its lines: Pending Docs if any line is, else Processing if any is, else
 * Canceled if all are, else Completed (ORD-8). A status this list does not know is no end: it is handed on raw.
 *
 * @throws RangeError for an order without lines.
 */
export function orderStatus(lines: readonly { status: string }[]): OrderStatus | (string & {}) {
  if (lines.length === 0) throw new RangeError('An order has at least one line.');
  const any = (status: OrderStatus) => lines.some((line) => line.status === status);
  if (any('pending-docs')) return 'pending-docs';
  if (any('processing')) return 'processing';
  const unknown = lines.find((line) => !orderStatuses.includes(line.status as OrderStatus));
  if (unknown) return unknown.status;
  return lines.every((line) => line.status === 'canceled') ? 'canceled' : 'completed';
}
