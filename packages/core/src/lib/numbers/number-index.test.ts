import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NumberIndex } from './number-index.ts';

describe('rows by their number', () => {
  it('NUM-7: gives the first row of each, however many there are and whatever they share', () => {
    const alike = fc.constantFrom(2013334444, 2013334444 + 2 ** 32, 2013334445, 6308301740);
    const number = fc.oneof(alike, fc.integer({ min: 2_000_000_000, max: 9_999_999_999 }));
    fc.assert(
      fc.property(fc.array(number, { maxLength: 300 }), fc.nat(20), (numbers, expected) => {
        const index = new NumberIndex(expected);
        const columns = Float64Array.from(numbers);
        const found = numbers.map((each, row) => index.firstOf(each, row, columns));
        expect(found).toEqual(numbers.map((each) => numbers.indexOf(each)));
      }),
    );
  });
});
