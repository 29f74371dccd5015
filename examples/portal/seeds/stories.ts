import type { OrderStatus } from '@numberdesk/core/orders';

/** What can have become of a line of an order, and at which age of the order (in days) that is believable. */
export interface Story {
  weight: number;
  from: number;
  until: number;
  status: OrderStatus;
  /** Days between the order and its present status, for a line quoted at `leadDays`. */
  after: (age: number, leadDays: number, chance: number) => number;
  /** Only where the regulator wants papers. */
  papers?: true;
  /** Only from stock, which is ready within hours. */
  inStock?: true;
  /** Not yet confirmed by the carrier (ORD-9). */
  unconfirmed?: true;
}

export const stories: readonly Story[] = [
  { weight: 60, from: 0, until: 0.9, status: 'processing', after: () => 0, unconfirmed: true },
  { weight: 30, from: 0.1, until: 14, status: 'processing', after: () => 0 },
  { weight: 5, from: 14, until: 26, status: 'processing', after: () => 0 },
  {
    weight: 26,
    from: 0.4,
    until: 16,
    status: 'pending-docs',
    after: (age, _, c) => age * c * 0.4,
    papers: true,
  },
  {
    weight: 7,
    from: 0.4,
    until: 9,
    status: 'pending-docs',
    after: (age, _, c) => age * c * 0.3,
    inStock: true,
  },
  {
    weight: 6,
    from: 16,
    until: 40,
    status: 'pending-docs',
    after: (age, _, c) => age * c * 0.5,
    papers: true,
  },
  {
    weight: 12,
    from: 0.3,
    until: 6,
    status: 'completed',
    after: (_, __, c) => 0.05 + c * 0.2,
    inStock: true,
  },
  {
    weight: 30,
    from: 2,
    until: 90,
    status: 'completed',
    after: (age, lead, c) => Math.min(age * 0.97, lead * (0.8 + c)),
  },
  { weight: 6, from: 0.6, until: 90, status: 'canceled', after: (age, _, c) => age * (0.2 + c * 0.75) },
];
