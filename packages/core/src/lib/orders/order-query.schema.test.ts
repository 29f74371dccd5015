import { describe, expect, it } from 'vitest';
import { fieldProblems } from '../http/field-problems.ts';
import { orderQuerySchema, orderSorts } from './order-query.schema.ts';

const problemsOf = (value: unknown) =>
  fieldProblems(orderQuerySchema, value).problems?.map((problem) => problem.path) ?? [];

describe('what a list of orders is asked for', () => {
  it('ORD-1: the active ones, the newest number first, fifty at a time, unless it says otherwise', () => {
    expect(orderQuerySchema.parse({})).toEqual({ view: 'active', status: [], sort: '-number', limit: 50 });
  });

  it('ORD-1: can be sorted in four ways', () => {
    expect([...orderSorts]).toEqual(['-number', 'number', '-placedAt', 'placedAt']);
    for (const sort of orderSorts) expect(problemsOf({ sort })).toEqual([]);
  });

  it('reads the limit from text', () => {
    expect(orderQuerySchema.parse({ limit: '200' }).limit).toBe(200);
  });

  it.each([
    ['/view', { view: 'all' }],
    ['/status/0', { status: ['on-hold'] }],
    ['/sort', { sort: 'status' }],
    ['/limit', { limit: '0' }],
    ['/limit', { limit: '201' }],
    ['/limit', { limit: '1.5' }],
    ['/limit', { limit: 'many' }],
    ['/cursor', { cursor: '' }],
    ['/cursor', { cursor: 'x'.repeat(1001) }],
    ['/q', { q: '' }],
    ['/q', { q: 'x'.repeat(101) }],
    ['/q', { q: 'a\u0000' }],
    ['/filter', { filter: 'x' }],
  ])('is refused at %s', (path, query) => {
    expect(problemsOf(query)).toEqual([path]);
  });
});
