import type { OrderEvent } from './order-event.schema.ts';
import type { Order, OrderLine } from './order.schema.ts';
import { orderEndedAt } from './retention.ts';

/** An event before it has an id. */
type Happening = Pick<OrderEvent, 'at' | 'kind' | 'by' | 'line' | 'from' | 'to' | 'numbers'>;

/** A change of an order as the audit log has it: the order before, `null` when it was new, and after (ACC-5). */
export interface OrderChangeRecord {
  id: string;
  at: string;
  by: OrderEvent['by'];
  before: Order | null;
  after: Order;
}

/**
 * What a change means to a reader, the newest first; never nothing. Of persons and numbers it tells what the order
 * as it is now shows, and no more (ACC-5).
 */
export function orderEventsOf({ id, at, by, before, after }: OrderChangeRecord, now: Order): OrderEvent[] {
  const placed = { at: now.placedAt, kind: 'placed', by: { side: 'customer', name: now.placedBy.name } };
  const isConfirmed = after.confirmedAt !== null && before?.confirmedAt !== after.confirmedAt;
  const moves = after.lines.filter((line) => hasMoved(line, before, after));
  const found: Happening[] = [
    ...(before ? [] : [placed]),
    ...(isConfirmed ? [{ at: after.confirmedAt ?? at, kind: 'confirmed', by: null }] : []),
    // Who moved a line before the order came to us, nobody has said.
    ...moves.map((line) => moveOf(line, before, now, before && by)),
  ];
  if (found.length === 0) found.push({ at, kind: 'updated', by });
  const newestFirst = found.reverse().sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  return newestFirst.map((event, index) => ({ id: `${id}.${index}`, ...event }));
}

/** That an order leaves the active list, or has left it, by the rules alone (ORD-6). */
export function leavingEvents({ leavesAt }: Order): OrderEvent[] {
  return leavesAt === null ? [] : [{ id: 'leaves', at: leavesAt, kind: 'leaves', by: null }];
}

function hasMoved(line: OrderLine, before: Order | null, { placedAt }: Order): boolean {
  if (before) return before.lines.some(({ id, status }) => id === line.id && status !== line.status);
  // New to us, but perhaps with a past: placed in any status but an end, it has not moved since.
  return line.statusChangedAt !== placedAt || orderEndedAt({ lines: [line] }) !== null;
}

function moveOf(line: OrderLine, before: Order | null, now: Order, by: OrderEvent['by']): Happening {
  const { id, status, statusChangedAt, numbers } = line;
  const from = before?.lines.find((other) => other.id === id)?.status;
  const carried = new Set(now.lines.find((other) => other.id === id)?.numbers);
  const told = numbers.filter((number) => carried.has(number));
  return {
    at: statusChangedAt,
    kind: 'moved',
    by,
    line: id,
    ...(from === undefined ? {} : { from }),
    to: status,
    ...(told.length > 0 ? { numbers: told } : {}),
  };
}
