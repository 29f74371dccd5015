import { describe, expect, it } from 'vitest';
import { orderBody } from './order-body.ts';
import { leavingEvents, orderEventsOf } from './order-history.ts';
import type { Order, OrderLine } from './order.schema.ts';

const line = (more: Partial<OrderLine> = {}): OrderLine => ({
  id: '1',
  type: 'local',
  location: { country: 'US' },
  quantity: 1,
  supply: 'on-order',
  status: 'processing',
  statusChangedAt: '2026-11-20T09:00:00.000Z',
  leadTime: null,
  estimated: null,
  numbers: [],
  ...more,
});
const order = (lines: OrderLine[] = [line()], more: Partial<Order> = {}): Order =>
  orderBody(
    {
      number: 'A-1',
      account: 'acme',
      placedAt: '2026-11-20T09:00:00.000Z',
      confirmedAt: null,
      placedBy: { name: 'Ada Byron', email: 'ada@acme.example' },
      ...more,
      lines,
    },
    { version: 1 },
  );
const at = '2026-11-22T10:00:00.000Z';
const by = { side: 'provider', name: null };
const done = line({
  status: 'completed',
  statusChangedAt: '2026-11-21T09:00:00.000Z',
  numbers: ['+15015550101'],
});
const told = (before: Order | null, after: Order, now = after) =>
  orderEventsOf({ id: 'c', at, by, before, after }, now);
const kinds = (before: Order | null, after: Order) => told(before, after).map(({ kind }) => kind);

describe('what a change of an order means', () => {
  it('ACC-5: a new order was placed, by whom the list names, and not by mail address', () => {
    expect(told(null, order())).toEqual([
      {
        id: 'c.0',
        at: '2026-11-20T09:00:00.000Z',
        kind: 'placed',
        by: { side: 'customer', name: 'Ada Byron' },
      },
    ]);
  });

  it('ACC-5: one that comes with a past tells all of it, the newest first', () => {
    const pending = line({ id: '2', status: 'pending-docs' });
    const after = order([done, pending], { confirmedAt: '2026-11-20T12:00:00.000Z' });
    expect(
      told(null, after).map((event) => [event.id, event.at, event.kind, event.line, event.from, event.to]),
    ).toEqual([
      ['c.0', '2026-11-21T09:00:00.000Z', 'moved', '1', undefined, 'completed'],
      ['c.1', '2026-11-20T12:00:00.000Z', 'confirmed', undefined, undefined, undefined],
      ['c.2', '2026-11-20T09:00:00.000Z', 'placed', undefined, undefined, undefined],
    ]);
    expect(told(null, after).map((event) => event.by?.side)).toEqual([undefined, undefined, 'customer']);
  });

  it('ORD-7: a line that moved says from where, to where, by whom and with which numbers', () => {
    expect(told(order(), order([done]))).toEqual([
      {
        id: 'c.0',
        at: '2026-11-21T09:00:00.000Z',
        kind: 'moved',
        by,
        line: '1',
        from: 'processing',
        to: 'completed',
        numbers: ['+15015550101'],
      },
    ]);
  });

  it('ORD-9: a confirmation is told once', () => {
    const confirmed = order(undefined, { confirmedAt: at });
    expect(kinds(order(), confirmed)).toEqual(['confirmed']);
    expect(kinds(confirmed, order([done], { confirmedAt: at }))).toEqual(['moved']);
  });

  it.each([
    ['another quantity', order([line({ quantity: 2 })])],
    ['one line more', order([line(), line({ id: '2', status: 'canceled' })])],
    ['a confirmation that was taken back', order()],
  ])('%s is an update', (_, after) => {
    expect(kinds(order(undefined, { confirmedAt: at }), { ...after, confirmedAt: null })).toEqual([
      'updated',
    ]);
  });

  it('tells of names and numbers only what the order still shows', () => {
    const corrected = order([{ ...done, numbers: ['+15015550102'] }], { placedBy: { name: 'Grace Hopper' } });
    const events = [...told(order(), order([done]), corrected), ...told(null, order(), corrected)];
    expect(events.map(({ kind, numbers, by: doer }) => [kind, numbers, doer?.name])).toEqual([
      ['moved', undefined, null],
      ['placed', undefined, 'Grace Hopper'],
    ]);
  });

  it('ORD-6: that it leaves the list follows from the rules', () => {
    expect(leavingEvents(order())).toEqual([]);
    expect(leavingEvents(order([done]))).toEqual([
      { id: 'leaves', at: '2026-11-28T09:00:00.000Z', kind: 'leaves', by: null },
    ]);
  });
});
