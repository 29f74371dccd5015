import { describe, expect, it } from 'vitest';
import { moveProblem, reassignProblem } from './number-reassignment.ts';

const holder = { path: ['acme', 'west', 'shop'] };
const program = { path: ['acme', 'east', 'desk'], level: 'program' as const };

describe('taking a number out of another account', () => {
  it.each(['acme', null])('NUM-8: is offered to %s, which contains both places', (actingIn) => {
    expect(reassignProblem(actingIn, holder, program)).toBeNull();
  });

  it.each(['east', 'west', 'shop', 'desk', 'other'])(
    'NUM-8: tells %s only that it is held elsewhere',
    (actingIn) => {
      expect(reassignProblem(actingIn, holder, program)).toBe('held-elsewhere');
    },
  );

  it.each(['business', 'business-unit'] as const)('NUM-8: never moves a number to a %s', (level) => {
    expect(reassignProblem('acme', holder, { path: ['acme', 'east'], level })).toBe('no-program');
    expect(reassignProblem('west', holder, { path: ['acme', 'east'], level })).toBe('held-elsewhere');
  });

  it('NUM-8: says of an account that takes no numbers of others what to choose', () => {
    expect(moveProblem({ level: 'program' })).toBeNull();
    for (const level of ['business', 'business-unit', 'some-other'])
      expect(moveProblem({ level })).toMatchObject({ path: '/account', code: 'program-needed' });
  });
});
