import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareOrders, matchesOrderQuery, orderSearchTerms, sortOrders } from './order-list.ts';
import { placedOnDays } from './placed-days.ts';
import { orderSorts } from './order-query.schema.ts';
import type { Order } from './order.schema.ts';

function order(number: string, fields: Partial<Order> = {}): Order {
  return {
    number,
    account: 'acme',
    placedAt: '2026-11-01T00:00:00.000Z',
    confirmedAt: null,
    placedBy: { name: 'Ada Byron' },
    quantity: 1,
    status: 'processing',
    action: null,
    leavesAt: null,
    version: 1,
    lines: [],
    ...fields,
  };
}

const now = '2026-11-22T12:00:00.000Z';
const numbersOf = (orders: Order[]) => orders.map(({ number }) => number);

describe('the order of a list', () => {
  const orders = [
    order('A-1000', { placedAt: '2026-11-02T00:00:00.000Z' }),
    order('A-999', { placedAt: '2026-11-04T00:00:00.000Z' }),
    order('A-1001', { placedAt: '2026-11-03T00:00:00.000Z' }),
    order('A-02', { placedAt: '2026-11-03T00:00:00.000Z' }),
    order('A-2', { placedAt: '2026-11-03T00:00:00.000Z' }),
  ];

  it('ORD-1: begins with the newest number', () => {
    expect(numbersOf(orders.toSorted(compareOrders()))).toEqual(['A-1001', 'A-1000', 'A-999', 'A-2', 'A-02']);
  });

  it.each([
    ['-number', ['A-1001', 'A-1000', 'A-999', 'A-2', 'A-02']],
    ['number', ['A-02', 'A-2', 'A-999', 'A-1000', 'A-1001']],
    ['-placedAt', ['A-999', 'A-1001', 'A-2', 'A-02', 'A-1000']],
    ['placedAt', ['A-1000', 'A-02', 'A-2', 'A-1001', 'A-999']],
  ] as const)('ORD-1: by %s', (sort, expected) => {
    expect(numbersOf(orders.toSorted(compareOrders(sort)))).toEqual(expected);
    expect(numbersOf(sortOrders(orders, sort))).toEqual(expected);
  });

  it('ORD-1: compares moments, not their spelling', () => {
    const early = order('A-1', { placedAt: '2026-11-03T01:00:00+02:00' });
    const late = order('A-2', { placedAt: '2026-11-03T00:00:00Z' });
    expect(numbersOf([late, early].toSorted(compareOrders('placedAt')))).toEqual(['A-1', 'A-2']);
  });

  it('ORD-1: is total, so that a page never shows an order twice', () => {
    const some = fc.uniqueArray(fc.stringMatching(/^[aA]-?0{0,2}[0-9]{1,3}$/), {
      minLength: 2,
      maxLength: 12,
    });
    fc.assert(
      fc.property(some, fc.constantFrom(...orderSorts), (numbers, sort) => {
        const compare = compareOrders(sort);
        const sorted = numbers.map((number) => order(number)).toSorted(compare);
        for (let at = 1; at < sorted.length; at++)
          expect(compare(sorted[at - 1]!, sorted[at]!)).toBeLessThan(0);
      }),
    );
  });
});

describe('what a list shows', () => {
  const gone = order('A-1', { status: 'completed', leavesAt: now });
  const leaving = order('A-2', { status: 'completed', leavesAt: '2026-11-22T12:00:00.001Z' });

  it('ORD-6: an order is in the active list until the very instant it leaves, then in history', () => {
    expect(matchesOrderQuery(leaving, {}, now)).toBe(true);
    expect(matchesOrderQuery(leaving, { view: 'history' }, now)).toBe(false);
    expect(matchesOrderQuery(gone, {}, now)).toBe(false);
    expect(matchesOrderQuery(gone, { view: 'history' }, now)).toBe(true);
  });

  it('ORD-8: is filtered by the status of the whole order', () => {
    const pending = order('A-3', { status: 'pending-docs' });
    expect(matchesOrderQuery(pending, { status: [] }, now)).toBe(true);
    expect(matchesOrderQuery(pending, { status: ['pending-docs', 'canceled'] }, now)).toBe(true);
    expect(matchesOrderQuery(pending, { status: ['processing'] }, now)).toBe(false);
  });

  it('ACC-1: is filtered by an account, and by what lies below it where that is known', () => {
    const placed = order('A-4', { account: 'acme-east' });
    const isWithin = (own: string, wanted: string) => own === wanted || own.startsWith(`${wanted}-`);
    expect(matchesOrderQuery(placed, { account: 'acme-east' }, now)).toBe(true);
    expect(matchesOrderQuery(placed, { account: 'acme' }, now)).toBe(false);
    expect(matchesOrderQuery(placed, { account: 'acme' }, now, isWithin)).toBe(true);
    expect(matchesOrderQuery(placed, { account: 'acme-west' }, now, isWithin)).toBe(false);
  });

  it('TIM-4: days of placing are those of the zone, both included, also when the clocks change', () => {
    // On 1 November 2026 New York has 25 hours.
    const days = placedOnDays({ from: '2026-11-01', to: '2026-11-01' }, 'America/New_York');
    expect(days).toEqual({
      placedFrom: '2026-11-01T04:00:00.000Z',
      placedBefore: '2026-11-02T05:00:00.000Z',
    });
    const at = (placedAt: string) => matchesOrderQuery(order('A-5', { placedAt }), days, now);
    expect(at('2026-11-01T03:59:59.999Z')).toBe(false);
    expect(at('2026-11-01T04:00:00.000Z')).toBe(true);
    expect(at('2026-11-02T04:59:59.999Z')).toBe(true);
    expect(at('2026-11-02T05:00:00.000Z')).toBe(false);
    expect(placedOnDays({}, 'UTC')).toEqual({});
  });

  it.each([
    ['', true],
    ['po-10', true],
    ['PO-1000', true],
    ['1000', false],
    ['ada', true],
    ['LOVE', true],
    ['byron', true],
    ['yron', false],
    ['ａｄａ', true],
    ['ada by', false],
  ])('ORD-2: a search for "%s" finds the start of the number or of a word of the name: %s', (q, found) => {
    const placedBy = { name: 'Ada  Byron Lovelace' };
    expect(matchesOrderQuery(order('PO-1000', { placedBy }), { q }, now)).toBe(found);
  });

  it('ORD-2: finds an order by what it is called now, also after it was found by what it was called before', () => {
    const renamed = order('A-6');
    expect(matchesOrderQuery(renamed, { q: 'byron' }, now)).toBe(true);
    renamed.placedBy = { name: 'Ada Lovelace' };
    expect(matchesOrderQuery(renamed, { q: 'byron' }, now)).toBe(false);
    expect(matchesOrderQuery(renamed, { q: 'lovelace' }, now)).toBe(true);
  });

  it('ORD-2: finds what begins with one of the terms that a database keeps of it, and nothing else', () => {
    const text = fc.array(fc.constantFrom(...'aAbséÉßÿŸſµﬁＡ1-.(\\ \u00a0\u2003\u0301'), { maxLength: 8 });
    const written = text.map((parts) => parts.join(''));
    fc.assert(
      fc.property(written, written, written, (number, name, q) => {
        const [start, ...texts] = [q, number, name].map((text) => text.normalize('NFKC').toLowerCase());
        const terms = [texts[0]!, ...texts[1]!.split(/\s+/).filter(Boolean)];
        const searched = order(number, { placedBy: { name } });
        expect(orderSearchTerms(searched)).toEqual([...new Set(terms)]);
        const expected = terms.some((term) => term.startsWith(start!));
        if (q !== '') expect(matchesOrderQuery(searched, { q }, now)).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });

  it('ORD-6: leaves by the moment, however it is spelled', () => {
    const at = (leavesAt: string) =>
      matchesOrderQuery(order('A-7', { status: 'completed', leavesAt }), {}, now);
    expect(at('2026-11-22T13:00:00.000+01:00')).toBe(false);
    expect(at('2026-11-22T11:00:00.001-01:00')).toBe(true);
    expect(at('2026-11-22T12:00Z')).toBe(false);
    expect(at('2026-11-22T12:00:01Z')).toBe(true);
    expect(() => at('soon')).toThrow(RangeError);
  });

  it('ORD-2: looks at the number and at each word of the name once', () => {
    expect(orderSearchTerms({ number: 'Ada', placedBy: { name: ' Ada\u00a0Ünal ada ' } })).toEqual([
      'ada',
      'ünal',
    ]);
  });
});
