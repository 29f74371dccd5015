import {
  type LineFacts,
  type OrderFacts,
  completeLines,
  orderLineTransitions,
  orderStatuses,
} from '@numberdesk/core/orders';
import { type BusinessCalendar, type InstantLike, toInstant, toMillis } from '@numberdesk/core/time';

/** A line as a test writes it down; what is left out is filled in. */
export type LineSeed = Partial<Omit<LineFacts, 'statusChangedAt'>> & { statusChangedAt?: InstantLike };

/** An order as a test writes it down: a number is enough. */
export interface OrderSeed {
  number: string;
  /** The first account unless given. */
  account?: string;
  /** A day ago unless given. */
  placedAt?: InstantLike;
  /** When it was placed unless given; `null` for one that the carrier has not confirmed yet. */
  confirmedAt?: InstantLike | null;
  placedBy?: { name: string; email?: string };
  /** The status of its only line, where `lines` are left out. */
  status?: string;
  lines?: readonly LineSeed[];
}

/** One order in each status: what a mock shows that is given none. */
export const sampleOrders: readonly OrderSeed[] = orderStatuses.map((status, index) => ({
  number: `PO-${1001 + index}`,
  status,
}));

const millisPerDay = 86_400_000;

/** The facts of an order from what a test has written down. */
export function growOrder(
  seed: OrderSeed,
  context: {
    account: string;
    calendar: BusinessCalendar;
    now: number;
    newNumbers: (count: number) => string[];
  },
): OrderFacts {
  const { now, newNumbers, calendar } = context;
  const placedAt = toInstant(seed.placedAt ?? now - millisPerDay);
  const confirmedAt = seed.confirmedAt === undefined ? placedAt : seed.confirmedAt;
  const seeds = seed.lines ?? [seed.status === undefined ? {} : { status: seed.status }];
  const lines = seeds.map((line) => growLine(line, { placedAt, now, newNumbers }));
  return {
    number: seed.number,
    account: seed.account ?? context.account,
    placedAt,
    confirmedAt: confirmedAt === null ? null : toInstant(confirmedAt),
    placedBy: seed.placedBy ?? { name: 'Ada Byron' },
    lines: completeLines(lines, placedAt, calendar),
  };
}

function growLine(
  seed: LineSeed,
  { placedAt, now, newNumbers }: { placedAt: string; now: number; newNumbers: (count: number) => string[] },
): LineFacts {
  const { status = 'processing', quantity = 1 } = seed;
  const isFinal = orderLineTransitions[status as keyof typeof orderLineTransitions]?.length === 0;
  const changedAt = seed.statusChangedAt ?? (isFinal ? Math.max(now, toMillis(placedAt)) : placedAt);
  return {
    type: 'local',
    location: { country: 'US', region: 'NJ', city: 'Newark' },
    supply: 'on-order',
    leadTime: { min: 3, max: 5 },
    numbers: status === 'completed' ? newNumbers(quantity) : [],
    ...seed,
    status,
    quantity,
    statusChangedAt: toInstant(changedAt),
  };
}
