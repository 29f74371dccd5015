import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moveOrderLine } from '../orders/order.api.ts';
import { fillPath, searchParams } from './operation-request.ts';
import { isPortalError } from './portal-error.ts';

describe('the address of an operation', () => {
  it('takes its parameters out of the input, whatever they are made of', () => {
    expect(fillPath(moveOrderLine, { number: 'A/1 ü%?#', id: '1', status: 'canceled' })).toEqual({
      path: 'orders/A%2F1%20%C3%BC%25%3F%23/lines/1',
      rest: { status: 'canceled' },
    });
  });

  it('leaves the input as it was', () => {
    const input = { number: 'A', id: '1' };
    fillPath(moveOrderLine, input);
    expect(input).toEqual({ number: 'A', id: '1' });
  });

  it.each([undefined, null, '', '.', '..', '\ud800'])('refuses %j, which no address can carry', (number) => {
    const refused = (() => {
      try {
        return fillPath(moveOrderLine, { number, id: '1' });
      } catch (error) {
        return error;
      }
    })();
    expect(isPortalError(refused)).toBe(true);
    expect(refused).toMatchObject({ code: 'bad-request', status: 400, errors: [{ path: '/number' }] });
  });

  it('always names that operation, and the same thing', () => {
    const part = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((text) => text !== '.' && text !== '..');
    fc.assert(
      fc.property(part, part, (number, id) => {
        const { path } = fillPath(moveOrderLine, { number, id });
        const parts = new URL(path, 'https://numbers.example/v1/').pathname
          .split('/')
          .map(decodeURIComponent);
        expect(parts).toEqual(['', 'v1', 'orders', number, 'lines', id]);
      }),
    );
  });
});

describe('the query of an operation', () => {
  it('repeats what is a list and leaves out what is not given', () => {
    const params = searchParams({
      status: ['processing', 'canceled'],
      q: 'a&b=c',
      limit: 5,
      cursor: undefined,
    });
    expect(params.toString()).toBe('status=processing&status=canceled&q=a%26b%3Dc&limit=5');
  });
});
