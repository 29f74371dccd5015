import { describe, expect, it } from 'vitest';
import { leavingProblem, leavingProblemTexts } from './leaving-problem.ts';

describe('whether a number can leave', () => {
  it.each([
    ['never left, and is in the inventory', { hasLeft: false, isHeld: true }],
    ['never left, and was in no inventory', { hasLeft: false, isHeld: false }],
    ['left and has come back', { hasLeft: true, isHeld: true }],
  ])('POR-7: one that %s can', (_, number) => {
    expect(leavingProblem(number)).toBeNull();
  });

  it('POR-7, POR-8: one that has left with another request cannot, and is told why', () => {
    const problem = leavingProblem({ hasLeft: true, isHeld: false });
    expect(problem).toEqual({ code: 'number-has-left' });
    expect(leavingProblemTexts[problem!.code]).toMatch(/ported with another request/);
  });
});
