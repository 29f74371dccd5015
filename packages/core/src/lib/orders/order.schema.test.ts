import { describe, expect, it } from 'vitest';
import { orderPageSchema, orderSchema } from './order.schema.ts';

const shown = {
  number: 'A-1',
  account: 'acme',
  placedAt: '2026-11-01T00:00:00.000Z',
  confirmedAt: null,
  placedBy: { name: 'Ada Byron', nickname: 'Ada' },
  quantity: 2,
  status: 'on-hold',
  action: 'call-us',
  leavesAt: null,
  version: 3,
  priority: 'high',
  lines: [
    {
      id: '1',
      type: 'satellite',
      location: { country: 'US', region: 'NJ', planet: 'Earth' },
      quantity: 2,
      supply: 'borrowed',
      status: 'on-hold',
      statusChangedAt: '2026-11-01T00:00:00.000Z',
      leadTime: { min: 1, max: 2, unit: 'business-days' },
      estimated: { from: '2026-11-02', to: '2026-11-03', sure: false },
      numbers: [],
      tray: { row: 4 },
    },
  ],
};

describe('an order as it is shown', () => {
  it('ORD-2: keeps the fields and the values that this version does not know', () => {
    expect(orderSchema.parse(structuredClone(shown))).toEqual(shown);
  });

  it('ORD-2: keeps them in a page too', () => {
    const page = { data: [shown], next: null, syncedAt: null, feed: 7, took: 3 };
    expect(orderPageSchema.parse(structuredClone(page))).toEqual(page);
  });

  it.each(Object.keys(shown).filter((field) => field !== 'priority'))('ORD-2: misses %s', (field) => {
    expect(orderSchema.safeParse({ ...shown, [field]: undefined }).success).toBe(false);
  });

  it.each(Object.keys(shown.lines[0]!).filter((field) => field !== 'tray'))(
    'ORD-2: misses %s of a line',
    (field) => {
      const lines = [{ ...shown.lines[0], [field]: undefined }];
      expect(orderSchema.safeParse({ ...shown, lines }).success).toBe(false);
    },
  );

  it.each(['data', 'next', 'syncedAt', 'feed'])('ORD-9: misses %s of a page', (field) => {
    const page = { data: [shown], next: null, syncedAt: null, feed: 7 };
    expect(orderPageSchema.safeParse(page).success).toBe(true);
    expect(orderPageSchema.safeParse({ ...page, [field]: undefined }).success).toBe(false);
  });
});
