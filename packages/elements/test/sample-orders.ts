import type { Session } from '@numberdesk/core/access';
import type { Order, OrderLine } from '@numberdesk/core/orders';
import { orderAction, orderStatus, retentionEndsAt } from '@numberdesk/core/orders';

/** The moment at which the samples are looked at: a Sunday evening in London, a Sunday morning in Chicago. */
export const sampleNow = '2026-11-22T18:00:00.000Z';

/** A session of an account in Chicago. */
export function sampleSession(more: Partial<Session> = {}): Session {
  return {
    user: { id: 'u-1', name: 'Ada Byron' },
    account: { id: 'acme', name: 'Acme', level: 'business', timeZone: 'America/Chicago' },
    permissions: ['orders:view'],
    locale: 'en',
    expiresAt: '2026-11-22T19:00:00.000Z',
    policy: { retentionDays: 7 },
    contact: { email: 'orders@carrier.example' },
    ...more,
  };
}

/** One line, on its way unless told otherwise. */
export function sampleLine(more: Partial<OrderLine> = {}): OrderLine {
  return {
    id: '1',
    type: 'local',
    location: { country: 'US', region: 'Illinois', city: 'Chicago' },
    quantity: 2,
    supply: 'on-order',
    status: 'processing',
    statusChangedAt: '2026-11-20T15:00:00.000Z',
    leadTime: { min: 3, max: 5 },
    estimated: { from: '2026-11-25', to: '2026-11-30' },
    numbers: [],
    ...more,
  };
}

/** An order of these lines; what follows from the lines follows by core's rules. */
export function sampleOrder(
  number: string,
  lines: OrderLine[] = [sampleLine()],
  more: Partial<Order> = {},
): Order {
  const status = orderStatus(lines);
  return {
    number,
    account: 'acme',
    placedAt: '2026-11-20T15:00:00.000Z',
    confirmedAt: '2026-11-20T16:00:00.000Z',
    placedBy: { name: 'Ada Byron', email: 'ada@acme.example' },
    quantity: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    status,
    action: orderAction(status),
    leavesAt: retentionEndsAt({ lines }),
    version: 1,
    lines,
    ...more,
  };
}
