import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesNumberSearch, numberSearch } from './number-search.ts';

const number = '+15013334444';
const finds = (q: string, tn = number) => matchesNumberSearch(tn, numberSearch(q));

describe('a search for a number', () => {
  it.each([
    '+15013334444',
    '5013334444',
    '15013334444',
    ' 15013334444',
    '(501) 333-4444',
    '+1 (501) 333.4444',
    '1-501-333-4444',
    '５０１３３３４４４４',
    '٥٠١ ٣٣٣ ٤٤٤٤',
    '501',
    '50',
    '1501',
    '+1501333',
    '3334',
    '0133',
    '34444',
    '333-44',
  ])('NUM-8: finds it by %s', (q) => {
    expect(finds(q)).toBe(true);
  });

  it.each(['5013334445', '+15013334445', '+501', '333', '444', '1334', '013', '50133344441', 'none', ''])(
    'NUM-8: does not find it by %j',
    (q) => {
      expect(finds(q)).toBe(false);
    },
  );

  it('takes a one in front for the country code or for a digit of the number', () => {
    expect(finds('1501', '+15013334444')).toBe(true);
    expect(finds('1501', '+12231501444')).toBe(true);
    expect(finds('+1501', '+12231501444')).toBe(false);
  });

  it('looks for numbers of other countries too', () => {
    expect(finds('+44 20 7946', '+442079460000')).toBe(true);
    expect(finds('4420', '+442079460000')).toBe(true);
    expect(finds('7946', '+442079460000')).toBe(true);
  });

  it('NUM-8: finds any four and more digits that follow each other, however they are set apart', () => {
    const digits = fc.stringMatching(/^[2-9][0-9]{9}$/);
    const gap = fc.constantFrom('', ' ', '-', '.', ' (', ') ');
    fc.assert(
      fc.property(
        digits,
        fc.nat(6),
        fc.integer({ min: 4, max: 10 }),
        gap,
        (national, from, length, between) => {
          const part = national.slice(from, from + length);
          expect(finds([...part].join(between), `+1${national}`)).toBe(true);
        },
      ),
    );
  });
});
