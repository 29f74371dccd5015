import fc from 'fast-check';
import { orderSorts } from '@numberdesk/core/orders';
import { describe, expect, it } from 'vitest';
import { decodeOrderCursor, encodeOrderCursor } from './order-cursor.ts';

const cursorOf = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a cursor of the orders list', () => {
  it('is read back as it was written, with its sort only', () => {
    const place = fc.record({
      placedAt: fc.date({ noInvalidDate: true, min: new Date(-6e13), max: new Date(2.5e14) }).map(Number),
      numberKey: fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0')),
      number: fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0')),
    });
    fc.assert(
      fc.property(
        place,
        fc.constantFrom(...orderSorts),
        fc.constantFrom(...orderSorts),
        (end, sort, other) => {
          const cursor = encodeOrderCursor(sort, end);
          expect(cursor).toMatch(/^[\w-]+$/);
          expect(decodeOrderCursor(sort, cursor)).toEqual(end);
          if (other !== sort) expect(decodeOrderCursor(other, cursor)).toBeNull();
        },
      ),
    );
  });

  it.each([
    ['no JSON', 'bm90IGpzb24'],
    ['nothing', ''],
    ['another shape', cursorOf({ number: '1' })],
    ['too short', cursorOf(['number', 0, '011'])],
    ['no moment', cursorOf(['number', 'now', '011', '1'])],
    ['a moment out of reach', cursorOf(['number', 8.64e15, '011', '1'])],
    ['half a millisecond', cursorOf(['number', 0.5, '011', '1'])],
    ['no text', cursorOf(['number', 0, 11, '1'])],
    ['a NUL', cursorOf(['number', 0, '011', '1\0'])],
    ['half a character', cursorOf(['number', 0, '011', '\ud800'])],
  ])('is refused: %s', (_, cursor) => {
    expect(decodeOrderCursor('number', cursor)).toBeNull();
  });

  it('is refused, whatever it is, without an exception', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String(), fc.jsonValue().map(cursorOf)), (cursor) => {
        expect(decodeOrderCursor('-placedAt', cursor)).toBeNull();
      }),
    );
  });
});
