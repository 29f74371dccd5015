import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberNews, numbersPerEvent } from './number-news.ts';
import type { PhoneNumber } from './number.schema.ts';

const some = (count: number, prefix: string) =>
  Array.from({ length: count }, (_, at) => ({ id: `${prefix}${at}`, number: `+1${at}` }) as PhoneNumber);

describe('what an account is told of its numbers', () => {
  it('NUM-8: is nothing where nothing has changed', () => {
    expect(numberNews('acme', {})).toEqual([]);
    expect(numberNews('acme', { numbers: [], removed: [] })).toEqual([]);
  });

  it('NUM-8: names of those that have left no more than which', () => {
    const left = { id: 'n', number: '+15013334444', account: 'other', note: 'secret' };
    expect(numberNews('acme', { removed: [left] })).toEqual([
      { account: 'acme', numbers: [], removed: [{ id: 'n', number: '+15013334444' }] },
    ]);
  });

  it('comes in pieces that are full but for the last, each number once and in order', () => {
    fc.assert(
      fc.property(fc.nat(350), fc.nat(350), (come, gone) => {
        const [numbers, removed] = [some(come, 'a'), some(gone, 'b')];
        const pieces = numberNews('acme', { numbers, removed });
        const sizes = pieces.map((piece) => piece.numbers.length + piece.removed.length);
        expect(sizes.slice(0, -1).every((size) => size === numbersPerEvent)).toBe(true);
        expect(sizes.every((size) => size > 0 && size <= numbersPerEvent)).toBe(true);
        expect(pieces.flatMap((piece) => piece.numbers)).toEqual(numbers);
        expect(pieces.flatMap((piece) => piece.removed)).toEqual(removed);
      }),
    );
  });
});
