import { describe, expect, it } from 'vitest';
import { compareNumbers, matchesNumberQuery } from './number-list.ts';
import type { PhoneNumber } from './number.schema.ts';

const one = (more: Partial<PhoneNumber> = {}): PhoneNumber => ({
  id: 'n-1',
  number: '+15013334444',
  account: 'acme',
  purpose: 'survey',
  status: 'pending',
  statusChangedAt: '2026-11-20T00:00:00.000Z',
  note: null,
  warning: null,
  order: null,
  addedAt: '2026-11-20T00:00:00.000Z',
  version: 1,
  ...more,
});

describe('numbers in order', () => {
  const [a, b, c] = [
    one({ number: '+15013334441', addedAt: '2026-11-20T00:00:00.001Z' }),
    one({ number: '+15013334442', addedAt: '2026-11-20T00:00:00.000Z' }),
    one({ number: '+15013334443', addedAt: '2026-11-20T00:00:00.000Z' }),
  ];
  const sorted = (sort?: Parameters<typeof compareNumbers>[0]) =>
    [b, a, c]
      .sort(compareNumbers(sort))
      .map(({ number }) => number.at(-1))
      .join('');

  it('begin with the newest, and go by number where several came at once', () => {
    expect(sorted()).toBe('132');
    expect(sorted('-addedAt')).toBe('132');
    expect(sorted('addedAt')).toBe('231');
    expect(sorted('number')).toBe('123');
    expect(sorted('-number')).toBe('321');
  });
});

describe('what a query chooses', () => {
  it('NUM-5, NUM-9: is of the statuses and purposes asked for, all where none is', () => {
    expect(matchesNumberQuery(one(), {})).toBe(true);
    expect(matchesNumberQuery(one(), { status: ['pending', 'rejected'], purpose: ['survey'] })).toBe(true);
    expect(matchesNumberQuery(one(), { status: ['approved'] })).toBe(false);
    expect(matchesNumberQuery(one(), { purpose: ['charity'] })).toBe(false);
    expect(matchesNumberQuery(one({ purpose: null }), { purpose: ['charity'] })).toBe(false);
    expect(matchesNumberQuery(one({ purpose: null }), {})).toBe(true);
  });

  it('ACC-1: sits in the account asked for, or below where somebody knows the tree', () => {
    expect(matchesNumberQuery(one(), { account: 'acme' })).toBe(true);
    expect(matchesNumberQuery(one(), { account: 'top' })).toBe(false);
    expect(
      matchesNumberQuery(one(), { account: 'top' }, (own, wanted) => `${own} ${wanted}` === 'acme top'),
    ).toBe(true);
  });

  it('NUM-8: is what a search finds; an empty one finds all', () => {
    expect(matchesNumberQuery(one(), { q: '333-4444' })).toBe(true);
    expect(matchesNumberQuery(one(), { q: '333-4445' })).toBe(false);
    expect(matchesNumberQuery(one(), { q: '' })).toBe(true);
  });
});
