import { describe, expect, it } from 'vitest';
import type { Schema } from '../http/operation.ts';
import { fieldProblems } from '../http/field-problems.ts';
import {
  lineMoveSchema,
  newOrderSchema,
  orderBackfillSchema,
  orderLineParams,
  orderParams,
  orderSyncSchema,
} from './order-input.schema.ts';

const line = { type: 'local', location: { country: 'US' }, quantity: 1, supply: 'on-order' } as const;
const order = { number: 'A-1', account: 'acme', placedBy: { name: 'Ada Byron' }, lines: [line] };
const filled = { ...line, status: 'processing', statusChangedAt: '2026-11-01T00:00:00Z' } as const;
const backfill = {
  account: 'acme',
  placedBy: { name: 'Ada Byron' },
  placedAt: '2026-11-01T00:00:00Z',
  lines: [filled],
};

const pathsOf = (schema: Schema, value: unknown) =>
  fieldProblems(schema, value).problems?.map((problem) => problem.path) ?? [];

describe('a new order', () => {
  it('ORD-3: begins in Processing, not confirmed, with nothing else assumed', () => {
    expect(newOrderSchema.parse(order)).toEqual({
      ...order,
      confirmedAt: null,
      lines: [{ ...line, leadTime: null, status: 'processing' }],
    });
  });

  it.each(['processing', 'pending-docs'])('ORD-3: may begin in %s', (status) => {
    expect(pathsOf(newOrderSchema, { ...order, lines: [{ ...line, status }] })).toEqual([]);
  });

  it.each(['completed', 'canceled', 'on-hold'])('ORD-3: may not begin in %s', (status) => {
    expect(pathsOf(newOrderSchema, { ...order, lines: [{ ...line, status }] })).toEqual(['/lines/0/status']);
  });

  it.each([
    ['/number', { number: '' }],
    ['/number', { number: 'x'.repeat(65) }],
    ['/number', { number: '..' }],
    ['/number', { number: 'A\u00001' }],
    ['/number', { number: 7 }],
    ['/account', { account: undefined }],
    ['/account', { account: '\ud800' }],
    ['/placedBy', { placedBy: 'Ada' }],
    ['/placedBy/name', { placedBy: { name: ' ' } }],
    ['/placedBy/email', { placedBy: { name: 'Ada', email: 'ada' } }],
    ['/placedBy/email', { placedBy: { name: 'Ada', email: `${'a'.repeat(250)}@b.example` } }],
    ['/placedBy/phone', { placedBy: { name: 'Ada', phone: '1' } }],
    ['/placedAt', { placedAt: '2026-11-01' }],
    ['/confirmedAt', { confirmedAt: 'yesterday' }],
    ['/lines', { lines: [] }],
    ['/lines', { lines: Array.from({ length: 201 }, () => line) }],
    ['/lines', { lines: {} }],
    ['/lines/0/type', { lines: [{ ...line, type: 'x'.repeat(41) }] }],
    ['/lines/0/location/country', { lines: [{ ...line, location: { country: 'us' } }] }],
    ['/lines/0/location/planet', { lines: [{ ...line, location: { country: 'US', planet: 'Earth' } }] }],
    ['/lines/0/quantity', { lines: [{ ...line, quantity: 0 }] }],
    ['/lines/0/quantity', { lines: [{ ...line, quantity: 1.5 }] }],
    ['/lines/0/quantity', { lines: [{ ...line, quantity: 10_001 }] }],
    ['/lines/0/quantity', { lines: [{ ...line, quantity: '1' }] }],
    ['/lines/0/supply', { lines: [{ ...line, supply: 'borrowed' }] }],
    ['/lines/0/leadTime/max', { lines: [{ ...line, leadTime: { min: 5, max: 3 } }] }],
    ['/lines/0/leadTime/min', { lines: [{ ...line, leadTime: { min: -1, max: 3 } }] }],
    ['/lines/0/leadTime/max', { lines: [{ ...line, leadTime: { min: 0, max: 1000 } }] }],
    ['/lines/0/numbers', { lines: [{ ...line, numbers: [] }] }],
    [
      '/lines',
      {
        lines: [
          { ...line, id: 'a' },
          { ...line, id: 'a' },
        ],
      },
    ],
    ['/lines', { lines: [{ ...line, id: '2' }, line] }],
    ['/version', { version: 1 }],
    ['/__proto__', JSON.parse('{"__proto__": {"admin": true}}')],
  ])('is refused at %s', (path, change) => {
    const value = Object.defineProperties({ ...order }, Object.getOwnPropertyDescriptors(change));
    expect(pathsOf(newOrderSchema, value)).toEqual([path]);
  });

  it('takes lead times of a single day and of none', () => {
    const lines = [
      { ...line, leadTime: { min: 0, max: 0 } },
      { ...line, leadTime: null },
    ];
    expect(pathsOf(newOrderSchema, { ...order, lines })).toEqual([]);
  });
});

describe('an order as another system knows it', () => {
  it.each(['processing', 'pending-docs', 'completed', 'canceled'])(
    'ORD-3: may have a line in %s',
    (status) => {
      expect(pathsOf(orderBackfillSchema, { ...backfill, lines: [{ ...filled, status }] })).toEqual([]);
    },
  );

  it.each([
    ['/placedAt', { placedAt: undefined }],
    ['/number', { number: 'A-1' }],
    ['/lines/0/statusChangedAt', { lines: [{ ...filled, statusChangedAt: undefined }] }],
    ['/lines/0/status', { lines: [{ ...filled, status: 'on-hold' }] }],
    ['/lines/0/numbers/0', { lines: [{ ...filled, numbers: ['5013334444'] }] }],
    ['/lines/0/numbers/1', { lines: [{ ...filled, numbers: ['+15013334444', '+05013334444'] }] }],
  ])('is refused at %s', (path, change) => {
    expect(pathsOf(orderBackfillSchema, { ...backfill, ...change })).toEqual([path]);
  });
});

describe('a move of a line', () => {
  it('ORD-7: brings no numbers unless it says so', () => {
    expect(lineMoveSchema.parse({ status: 'canceled' })).toEqual({ status: 'canceled', numbers: [] });
  });

  it('ORD-7: brings them in E.164', () => {
    expect(pathsOf(lineMoveSchema, { status: 'completed', numbers: ['+15013334444'] })).toEqual([]);
    expect(pathsOf(lineMoveSchema, { status: 'completed', numbers: ['(501) 333-4444'] })).toEqual([
      '/numbers/0',
    ]);
  });

  it('ORD-3: goes to a status that exists', () => {
    expect(pathsOf(lineMoveSchema, { status: 'on-hold' })).toEqual(['/status']);
  });
});

describe('what an address and a synchronisation say', () => {
  it.each([
    [orderParams, { number: 'A/1' }, []],
    [orderParams, { number: '..' }, ['/number']],
    [orderParams, { number: 'A', id: '1' }, ['/id']],
    [orderLineParams, { number: 'A', id: '1' }, []],
    [orderLineParams, { number: 'A', id: '.' }, ['/id']],
    [orderSyncSchema, { at: '2026-11-01T00:00:00Z' }, []],
    [orderSyncSchema, { at: 'now' }, ['/at']],
    [orderSyncSchema, {}, ['/at']],
  ])('is strict', (schema, value, paths) => {
    expect(pathsOf(schema, value)).toEqual(paths);
  });
});
