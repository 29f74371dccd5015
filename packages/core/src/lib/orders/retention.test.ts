import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '../access/policy.schema.ts';
import { toMillis } from '../time/instant.ts';
import { defaultRetentionDays, isActiveOrder, orderEndedAt, retentionEndsAt } from './retention.ts';

const changedAt = '2026-11-01T09:00:00.000Z';
const order = (...statuses: string[]) => ({
  lines: statuses.map((status, day) => ({
    status,
    statusChangedAt: `2026-11-0${day + 1}T09:00:00.000Z`,
  })),
});

const moment = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2035, 0) });
const ended = fc.array(
  fc.record({ status: fc.constantFrom('completed', 'canceled'), statusChangedAt: moment }),
  { minLength: 1, maxLength: 8 },
);

describe('how long an order stays', () => {
  it.each(['completed', 'canceled'])('ORD-6: a line in %s leaves after seven days', (status) => {
    expect(retentionEndsAt(order(status))).toBe('2026-11-08T09:00:00.000Z');
  });

  it.each(['processing', 'pending-docs', 'on-hold', 'constructor'])('ORD-6: a line in %s stays', (status) => {
    expect(retentionEndsAt(order(status))).toBeNull();
    expect(retentionEndsAt(order('completed', status, 'canceled'))).toBeNull();
    expect(isActiveOrder(order('completed', status), '2199-01-01T00:00:00.000Z')).toBe(true);
  });

  it('ORD-6: several lines stay until seven days after the last of them got there', () => {
    expect(orderEndedAt(order('completed', 'canceled', 'completed'))).toBe('2026-11-03T09:00:00.000Z');
    expect(retentionEndsAt(order('completed', 'canceled', 'completed'))).toBe('2026-11-10T09:00:00.000Z');
  });

  it('ORD-6: it is gone at the exact instant, and there a millisecond before', () => {
    fc.assert(
      fc.property(ended, fc.integer({ min: 0, max: 365 }), (lines, retentionDays) => {
        const end = Math.max(...lines.map((line) => line.statusChangedAt)) + retentionDays * 86_400_000;
        expect(toMillis(retentionEndsAt({ lines }, { retentionDays })!)).toBe(end);
        expect(isActiveOrder({ lines }, end, { retentionDays })).toBe(false);
        expect(isActiveOrder({ lines }, end - 1, { retentionDays })).toBe(true);
      }),
    );
  });

  it('ORD-6: a policy may say otherwise', () => {
    expect(retentionEndsAt(order('completed'), { retentionDays: 30 })).toBe('2026-12-01T09:00:00.000Z');
    expect(retentionEndsAt(order('completed'), { retentionDays: 0 })).toBe(changedAt);
    expect(isActiveOrder(order('completed'), changedAt, { retentionDays: 0 })).toBe(false);
  });

  it('ORD-6: seven days are the default of the rule and of the policy', () => {
    expect(defaultRetentionDays).toBe(7);
    expect(defaultPolicy.retentionDays).toBe(7);
    expect(retentionEndsAt(order('completed'), {})).toBe('2026-11-08T09:00:00.000Z');
  });
});
