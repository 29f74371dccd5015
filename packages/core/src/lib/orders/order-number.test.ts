import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderNumberKey } from './order-number.ts';

const compareKeys = (a: string, b: string) => {
  const [left, right] = [orderNumberKey(a), orderNumberKey(b)];
  return left < right ? -1 : left > right ? 1 : 0;
};

/** Compares piece by piece: runs of digits as whole numbers, everything else as it is written, in lower case. */
function compareByBigInt(a: string, b: string): number {
  const pieces = (text: string) => text.toLowerCase().match(/[0-9]+|[^0-9]/g) ?? [];
  const [left, right] = [pieces(a), pieces(b)];
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const [x, y] = [left[at], right[at]];
    if (x === undefined) return -1;
    if (y === undefined) return 1;
    const bothDigits = /^[0-9]/.test(x) && /^[0-9]/.test(y);
    if (bothDigits && BigInt(x) !== BigInt(y)) return BigInt(x) < BigInt(y) ? -1 : 1;
    if (!bothDigits && x[0] !== y[0]) return x < y ? -1 : 1;
  }
  return 0;
}

const digits = fc.oneof(
  fc.nat(1200).map(String),
  fc.stringMatching(/^[0-9]{1,30}$/),
  fc.constantFrom('0', '00', '007', '9', '10', '99', '100', '999', '1000', '0'.repeat(30) + '1'),
);
const letters = fc.stringMatching(/^[A-Ca-cÉé#_:./ -]{1,3}$/);
const orderNumber = fc
  .array(fc.oneof(digits, letters), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.join('').slice(0, 64));

describe('the order of order numbers', () => {
  it.each([
    ['999', '1000'],
    ['A-999', 'A-1000'],
    ['PO-9-2', 'PO-9-10'],
    ['PO-9-10', 'PO-10-1'],
    ['2026-0099', '2026-100'],
    ['9'.repeat(31), '1' + '0'.repeat(31)],
    ['9'.repeat(63), '1' + '0'.repeat(63)],
    ['a-1', 'B-1'],
    ['A', 'A-1'],
  ])('ORD-1: %s comes before %s', (lesser, greater) => {
    expect(compareKeys(lesser, greater)).toBe(-1);
    expect(compareKeys(greater, lesser)).toBe(1);
  });

  it('ORD-1: case and leading zeros make no difference', () => {
    expect(orderNumberKey('po-007')).toBe(orderNumberKey('PO-7'));
    expect(orderNumberKey('A-0')).toBe(orderNumberKey('a-000'));
  });

  it('ORD-1: is that of the numbers in them, as BigInt compares them', () => {
    fc.assert(
      fc.property(orderNumber, orderNumber, (a, b) => {
        expect(compareKeys(a, b)).toBe(compareByBigInt(a, b));
      }),
      { numRuns: 2000 },
    );
  });

  it('ORD-1: holds for numbers that differ in their digits alone', () => {
    fc.assert(
      fc.property(letters, digits, digits, letters, (before, a, b, after) => {
        expect(compareKeys(before + a + after, before + b + after)).toBe(
          compareByBigInt(before + a + after, before + b + after),
        );
      }),
      { numRuns: 1000 },
    );
  });
});
