import {
  isActiveOrder,
  isEstimatePassed,
  leadTimeRange,
  orderBackfillSchema,
  orderEndedAt,
  orderStatus,
} from '@numberdesk/core/orders';
import { fieldProblems } from '@numberdesk/core/http';
import { describe, expect, it } from 'vitest';
import { type DemoOrder, demoOrders } from '../seeds.ts';

const now = Date.parse('2026-11-22T15:00:00Z');
const day = 86_400_000;
const sixty = [...demoOrders(now, 60)];
const how = (test: (order: DemoOrder) => boolean) => sixty.filter(test).length;
const endedDaysAgo = ({ body }: DemoOrder) => {
  const ended = orderEndedAt(body);
  return ended === null ? null : (now - Date.parse(ended)) / day;
};

describe('the demonstration orders', () => {
  it('are the same for the same moment', () => {
    expect([...demoOrders(now, 60)]).toEqual(sixty);
    expect([...demoOrders(now, 60, 8)]).not.toEqual(sixty);
  });

  it('are what the server takes', () => {
    for (const { body } of demoOrders(now, 500)) {
      expect(fieldProblems(orderBackfillSchema, body).problems).toBeNull();
    }
  });

  it('ORD-3: show every status in the list, and some in history', () => {
    const active = sixty.filter(({ body }) => isActiveOrder(body, now));
    const statuses = new Set(active.map(({ body }) => orderStatus(body.lines)));
    expect([...statuses].sort()).toEqual(['canceled', 'completed', 'pending-docs', 'processing']);
    expect(sixty.length - active.length).toBeGreaterThan(10);
  });

  it('ORD-6: ended a day ago, and nearly a week ago', () => {
    expect(how((order) => Math.abs((endedDaysAgo(order) ?? 0) - 1) < 0.7)).toBeGreaterThan(0);
    expect(how((order) => Math.abs((endedDaysAgo(order) ?? 0) - 6.3) < 0.7)).toBeGreaterThan(0);
  });

  it('ORD-5: some are past their estimate', () => {
    const timeZone = 'America/New_York';
    const late = how(({ body: { placedAt, lines } }) =>
      lines.some(({ status, leadTime = null }) => {
        const range = leadTimeRange({ placedAt, leadTime }, { timeZone });
        return status === 'processing' && range !== null && isEstimatePassed(range, now, timeZone);
      }),
    );
    expect(late).toBeGreaterThan(0);
  });

  it('ORD-9: some are not confirmed yet', () => {
    expect(how(({ body }) => body.confirmedAt === null)).toBeGreaterThan(0);
  });

  it('ORD-7: hand out each number once, and never before their time', () => {
    const orders = [...demoOrders(now, 2_000)];
    const lines = orders.flatMap(({ body }) => body.lines);
    const numbers = lines.flatMap((line) => line.numbers ?? []);
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const { body } of orders) {
      for (const line of body.lines) {
        expect(Date.parse(line.statusChangedAt)).toBeGreaterThanOrEqual(Date.parse(body.placedAt));
        expect(Date.parse(line.statusChangedAt)).toBeLessThanOrEqual(now);
      }
    }
  });

  it.each([0, 1, 7, 10_000])('are as many as asked for: %i', (count) => {
    const numbers = Array.from(demoOrders(now, count), ({ number }) => number);
    expect(new Set(numbers).size).toBe(count);
  });
});
