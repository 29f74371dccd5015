import { describe, expect, it } from 'vitest';
import { accountLevels, isInScope, levelAbove } from './account-scope.ts';

/** Two businesses; each path is an account's way from the top. */
const paths = {
  acme: ['acme'],
  'acme-east': ['acme', 'acme-east'],
  'acme-east-sales': ['acme', 'acme-east', 'acme-east-sales'],
  'acme-west': ['acme', 'acme-west'],
  globex: ['globex'],
  'globex-unit': ['globex', 'globex-unit'],
};

const seenFrom = (account: string | null) =>
  Object.entries(paths)
    .filter(([, path]) => isInScope(account, path))
    .map(([id]) => id);

describe('the scope of an account', () => {
  it('ACC-1: there are three levels', () => {
    expect(accountLevels).toEqual(['business', 'business-unit', 'program']);
    expect(accountLevels.map(levelAbove)).toEqual([null, 'business', 'business-unit']);
  });

  it.each([
    ['acme', ['acme', 'acme-east', 'acme-east-sales', 'acme-west']],
    ['acme-east', ['acme-east', 'acme-east-sales']],
    ['acme-east-sales', ['acme-east-sales']],
    ['acme-west', ['acme-west']],
    ['globex', ['globex', 'globex-unit']],
    ['nobody', []],
  ])('ACC-1: %s sees itself and what lies below, nothing beside or above', (account, expected) => {
    expect(seenFrom(account)).toEqual(expected);
  });

  it('ACC-2: staff acts in no account and sees them all', () => {
    expect(seenFrom(null)).toEqual(Object.keys(paths));
  });
});
