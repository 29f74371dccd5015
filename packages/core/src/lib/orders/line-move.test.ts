import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineMoveProblem, lineNumbersProblem } from './line-move.ts';
import { orderStatuses } from './order-status.ts';

const numbersOf = (count: number) => Array.from({ length: count }, (_, index) => `+1501333${4000 + index}`);

/** Whether a line of two numbers may go from the first status to the second, if it brings what is needed. */
const allowed: Record<string, string[]> = {
  processing: ['pending-docs', 'completed', 'canceled'],
  'pending-docs': ['processing', 'canceled'],
  completed: [],
  canceled: [],
};

describe('moving a line', () => {
  for (const from of orderStatuses) {
    for (const to of orderStatuses) {
      const can = allowed[from]!.includes(to);
      it(`ORD-3: from ${from} to ${to} is ${can ? 'allowed' : 'refused with what would be'}`, () => {
        const problem = lineMoveProblem(
          { status: from, quantity: 2 },
          to,
          numbersOf(to === 'completed' ? 2 : 0),
        );
        expect(problem).toEqual(
          can ? null : { code: 'transition-not-allowed', from, to, allowed: allowed[from] },
        );
      });
    }
  }

  it.each(['on-hold', 'constructor', '__proto__'])(
    'ORD-3: from %s, which is not known, leads nowhere',
    (from) => {
      expect(lineMoveProblem({ status: from, quantity: 1 }, 'completed', numbersOf(1))).toEqual({
        code: 'transition-not-allowed',
        from,
        to: 'completed',
        allowed: [],
      });
    },
  );

  it('ORD-3: to a status that is not known is refused', () => {
    expect(lineMoveProblem({ status: 'processing', quantity: 1 }, 'on-hold', [])?.code).toBe(
      'transition-not-allowed',
    );
  });
});

describe('the numbers of a line', () => {
  it('ORD-7: a completed line carries as many as its quantity, not one more or less', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 0, max: 60 }), (quantity, given) => {
        expect(lineNumbersProblem(quantity, 'completed', numbersOf(given))).toEqual(
          given === quantity ? null : { code: 'numbers-needed', quantity, given },
        );
      }),
    );
  });

  it('ORD-7: a completed line does not carry the same number twice', () => {
    const [first, second] = numbersOf(2);
    expect(lineNumbersProblem(3, 'completed', [first!, second!, first!])).toEqual({
      code: 'numbers-repeated',
      number: first,
    });
  });

  it.each(['processing', 'pending-docs', 'canceled', 'on-hold'])(
    'ORD-7: a line in %s carries none',
    (status) => {
      expect(lineNumbersProblem(1, status, [])).toBeNull();
      expect(lineNumbersProblem(1, status, numbersOf(1))).toEqual({ code: 'numbers-unexpected', to: status });
    },
  );

  it('ORD-7: to complete a line without its numbers is refused', () => {
    expect(lineMoveProblem({ status: 'processing', quantity: 2 }, 'completed', [])).toEqual({
      code: 'numbers-needed',
      quantity: 2,
      given: 0,
    });
  });
});
