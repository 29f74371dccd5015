import type { Order } from '@numberdesk/core/orders';
import { expect } from '@open-wc/testing';
import { withItems, withoutStrangers } from '../internal/live-changes.ts';
import { type LiveList, emptyLiveList, withPage } from '../internal/live-list.ts';
import { nextLeaving } from './next-leaving.ts';
import { orderRule } from './order-rule.ts';
import { bringRules } from './ruled-orders.ts';
import { sampleLine, sampleNow, sampleOrder } from '../../../test/sample-orders.ts';

const now = Date.parse(sampleNow);
const day = 86_400_000;
const page = (data: Order[], next: string | null = null) => ({ data, next });
const version = (number: string, version: number) => sampleOrder(number, undefined, { version });
const gone = (number: string, more: Partial<Order> = {}) => {
  const statusChangedAt = new Date(now - 7 * day).toISOString();
  return sampleOrder(number, [sampleLine({ status: 'canceled', statusChangedAt })], more);
};
const question = { ask: { filter: {}, sort: '-number' }, parents: null } as const;
const empty = emptyLiveList(orderRule(question, () => now));
const numbers = ({ items }: LiveList<Order>) => items.map(({ number }) => number);
const withOrder = (before: LiveList<Order>, order: Order) => {
  const { list, changes } = withItems(before, [order]);
  return { list, change: changes[0] ?? null };
};

bringRules();

describe('the loaded orders', () => {
  it('ORD-1: a page goes behind what is there, each order once', () => {
    const first = withPage(empty, page([version('9', 1), version('8', 1)], 'more'));
    const both = withPage(first, page([version('8', 1), version('7', 1)]));
    expect(numbers(both)).to.deep.equal(['9', '8', '7']);
    expect(both.next).to.equal(null);
  });

  it('an older page does not take back what an event has told meanwhile', () => {
    const first = withPage(empty, page([version('9', 1)], 'more'));
    const { list } = withOrder(first, version('3', 5));
    expect(numbers(list)).to.deep.equal(['9']);
    const both = withPage(list, page([version('3', 4), version('2', 1)]));
    expect(both.items[1]?.version).to.equal(5);
  });

  it('an order that an event has taken away does not come back with an older page', () => {
    const first = withPage(empty, page([version('9', 1)], 'more'));
    const { list } = withOrder(first, gone('3', { version: 5 }));
    expect(numbers(withPage(list, page([version('3', 4)])))).to.deep.equal(['9']);
  });

  it('takes in a newer version once, and no older one', () => {
    const list = withPage(empty, page([version('9', 3)]));
    expect(withOrder(list, version('9', 3)).change).to.equal(null);
    expect(withOrder(list, version('9', 2)).change).to.equal(null);
    const changed = withOrder(list, version('9', 4));
    expect(changed.change?.kind).to.equal('updated');
    expect(withOrder(changed.list, version('9', 4)).change).to.equal(null);
  });

  it('takes in a new order up to the end of what is loaded, and no further', () => {
    const list = withPage(empty, page([version('9', 1), version('5', 1)], 'more'));
    expect(withOrder(list, version('7', 1)).change?.kind).to.equal('added');
    expect(withOrder(list, version('4', 1)).change).to.equal(null);
    const whole = withPage(empty, page([version('9', 1), version('5', 1)]));
    expect(withOrder(whole, version('4', 1)).change?.kind).to.equal('added');
  });

  it('ORD-6: takes in no order whose time is over, and lets go of those whose time ends', () => {
    const list = withPage(empty, page([version('9', 1), gone('8')]));
    expect(numbers(list)).to.deep.equal(['9']);
    expect(withOrder(list, gone('10')).change).to.equal(null);
    const { list: told } = withOrder(list, gone('9', { version: 2 }));
    const { list: left, changes } = withoutStrangers(told, null);
    expect(numbers(left)).to.deep.equal([]);
    expect(changes.map(({ kind }) => kind)).to.deep.equal(['left']);
    expect(numbers(withoutStrangers(told, '9').list)).to.deep.equal(['9']);
  });

  it('ORD-6: knows the next moment at which one leaves', () => {
    const at = (millis: number) => ({ leavesAt: new Date(millis).toISOString() });
    const orders = [
      sampleOrder('1'),
      sampleOrder('2', undefined, at(now + 500)),
      sampleOrder('3', undefined, at(now + 90)),
    ];
    expect(nextLeaving(orders, now)).to.equal(now + 90);
    expect(nextLeaving(orders, now + 90)).to.equal(now + 500);
    expect(nextLeaving(orders, now + 500)).to.equal(Infinity);
  });
});
