import { orderQuerySchema } from '@numberdesk/core/orders';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readParameters } from './parameters.ts';
import { Refusal } from './refusal.ts';

const read = (text: string) => readParameters(orderQuerySchema, new URLSearchParams(text));

function refusalOf(text: string): Refusal {
  try {
    read(text);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('It was read.');
}

describe('readParameters', () => {
  it('fills in what is left out', () => {
    expect(read('')).toEqual({ view: 'active', status: [], sort: '-number', limit: 50 });
  });

  it('makes a list of what may be repeated, be it given once', () => {
    expect(read('status=processing')).toMatchObject({ status: ['processing'] });
    expect(read('status=processing&status=canceled')).toMatchObject({ status: ['processing', 'canceled'] });
  });

  it.each([
    ['limit=1&limit=2', '/limit', 'repeated'],
    ['limit=0', '/limit', 'too-small'],
    ['limit=201', '/limit', 'too-big'],
    ['limit=x', '/limit', 'invalid-type'],
    ['view=all', '/view', 'invalid-value'],
    ['status=processing&status=lost', '/status/1', 'invalid-value'],
    ['colour=red', '/colour', 'unknown-field'],
    ['__proto__=1', '/__proto__', 'unknown-field'],
    ['constructor=1', '/constructor', 'unknown-field'],
    ['q=%00', '/q', 'custom'],
    [`q=${'x'.repeat(101)}`, '/q', 'too-big'],
  ])('refuses %s by naming %s', (text, path, code) => {
    const { code: refusal, extras } = refusalOf(text);
    expect(refusal).toBe('bad-request');
    expect(extras.errors).toContainEqual({ path, code, detail: expect.any(String) });
  });

  it('lets nothing stand where nothing is known', () => {
    expect(readParameters(undefined, [])).toEqual({});
    expect(() => readParameters(undefined, [['x', '1']])).toThrow(Refusal);
  });

  it('reads or refuses any query, never otherwise', () => {
    const names = fc.constantFrom('status', 'limit', 'q', 'cursor', 'sort', 'view', '__proto__', 'x');
    fc.assert(
      fc.property(fc.array(fc.tuple(names, fc.string({ unit: 'binary' }))), (pairs) => {
        try {
          readParameters(orderQuerySchema, pairs);
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal);
        }
      }),
    );
  });
});
