import { describe, expect, it } from 'vitest';
import { orderBody } from './order-body.ts';
import { type LineFacts, completeLines } from './order-lines.ts';
import { orderSchema } from './order.schema.ts';

const line: LineFacts = {
  type: 'local',
  location: { country: 'US', region: 'NJ' },
  quantity: 2,
  supply: 'on-order',
  leadTime: null,
  status: 'processing',
};
const placedAt = '2026-11-01T09:00:00.000Z';
const shown = (...lines: Partial<LineFacts>[]) =>
  orderBody(
    {
      number: 'A-1',
      account: 'acme',
      placedAt,
      confirmedAt: null,
      placedBy: { name: 'Ada Byron' },
      lines: completeLines(
        lines.map((more) => ({ ...line, ...more })),
        placedAt,
        { timeZone: 'America/New_York' },
      ),
    },
    { version: 3 },
  );

describe('an order as it is shown', () => {
  it('ORD-2: adds up the quantities of its lines', () => {
    expect(shown({}, { quantity: 5 }).quantity).toBe(7);
  });

  it('ORD-4, ORD-8: wants action when any line waits for documents', () => {
    expect(shown({}, { status: 'pending-docs' })).toMatchObject({
      status: 'pending-docs',
      action: 'action-required',
    });
    expect(shown({}, { status: 'completed' })).toMatchObject({ status: 'processing', action: null });
  });

  it('ORD-6: says when it leaves', () => {
    expect(shown({}).leavesAt).toBeNull();
    const ended = { status: 'canceled', statusChangedAt: '2026-11-03T09:00:00.000Z' };
    expect(shown({ status: 'completed' }, ended).leavesAt).toBe('2026-11-10T09:00:00.000Z');
  });

  it('ORD-2: is what the schema expects, without an address that was not given', () => {
    expect(orderSchema.parse(shown({}))).toEqual(shown({}));
    expect(shown({}).placedBy).toEqual({ name: 'Ada Byron' });
  });
});
