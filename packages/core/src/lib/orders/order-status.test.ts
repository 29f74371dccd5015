import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderLineTransitions, orderStatus, orderStatuses } from './order-status.ts';

const lines = (...statuses: string[]) => statuses.map((status) => ({ status }));

describe('the lifecycle of a line', () => {
  it('ORD-3: knows four statuses', () => {
    expect(orderStatuses).toEqual(['processing', 'pending-docs', 'completed', 'canceled']);
  });

  it.each([
    ['processing', ['pending-docs', 'completed', 'canceled']],
    ['pending-docs', ['processing', 'canceled']],
    ['completed', []],
    ['canceled', []],
  ] as const)('ORD-3: from %s it goes to exactly these', (from, to) => {
    expect([...orderLineTransitions[from]].sort()).toEqual([...to].sort());
  });

  it('ORD-3: reaches every status from either of the two that a line can begin in', () => {
    for (const start of ['processing', 'pending-docs'] as const) {
      const reached = new Set<string>([start]);
      for (const status of reached) {
        for (const next of orderLineTransitions[status as keyof typeof orderLineTransitions])
          reached.add(next);
      }
      expect([...reached].sort()).toEqual([...orderStatuses].sort());
    }
  });

  it('ORD-3: ends in Completed and Canceled and nowhere else', () => {
    const ends = orderStatuses.filter((status) => orderLineTransitions[status].length === 0);
    expect(ends).toEqual(['completed', 'canceled']);
  });
});

/** The order's status for each set of statuses among its lines, by hand. */
const truth: [string[], string][] = [
  [['processing'], 'processing'],
  [['pending-docs'], 'pending-docs'],
  [['completed'], 'completed'],
  [['canceled'], 'canceled'],
  [['processing', 'pending-docs'], 'pending-docs'],
  [['processing', 'completed'], 'processing'],
  [['processing', 'canceled'], 'processing'],
  [['pending-docs', 'completed'], 'pending-docs'],
  [['pending-docs', 'canceled'], 'pending-docs'],
  [['completed', 'canceled'], 'completed'],
  [['processing', 'pending-docs', 'completed'], 'pending-docs'],
  [['processing', 'pending-docs', 'canceled'], 'pending-docs'],
  [['processing', 'completed', 'canceled'], 'processing'],
  [['pending-docs', 'completed', 'canceled'], 'pending-docs'],
  [['processing', 'pending-docs', 'completed', 'canceled'], 'pending-docs'],
];

describe('the status of an order', () => {
  it.each(truth)('ORD-8: of lines %j is %s, however many and in whatever order', (statuses, expected) => {
    const extra = fc.array(fc.constantFrom(...statuses), { maxLength: 8 });
    fc.assert(
      fc.property(fc.shuffledSubarray(statuses, { minLength: statuses.length }), extra, (all, more) => {
        expect(orderStatus(lines(...all, ...more))).toBe(expected);
        expect(orderStatus(lines(...more, ...all))).toBe(expected);
      }),
      { numRuns: 50 },
    );
  });

  it('ORD-8: has an answer for every set of statuses', () => {
    expect(new Set(truth.map(([statuses]) => [...statuses].sort().join())).size).toBe(
      2 ** orderStatuses.length - 1,
    );
  });

  it('ORD-8: hands on a status it does not know, unless a line still wants something', () => {
    expect(orderStatus(lines('completed', 'on-hold'))).toBe('on-hold');
    expect(orderStatus(lines('on-hold', 'processing'))).toBe('processing');
    expect(orderStatus(lines('on-hold', 'pending-docs'))).toBe('pending-docs');
  });

  it('ORD-8: needs a line', () => {
    expect(() => orderStatus([])).toThrow(RangeError);
  });
});
