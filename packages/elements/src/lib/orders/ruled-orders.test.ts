import type { Order } from '@numberdesk/core/orders';
import { expect } from '@open-wc/testing';
import { ManualClock } from '../../../test/manual-clock.ts';
import { sampleNow, sampleOrder } from '../../../test/sample-orders.ts';
import { nextLeaving } from './next-leaving.ts';
import type { ListAsk } from './order-ask.ts';
import { type HostGiven, type HostList, orderPlaces } from './order-rule.ts';
import { bringRules } from './ruled-orders.ts';

bringRules();

const hour = 3_600_000;
const asks: readonly ListAsk[] = [
  { filter: {}, sort: '-number' },
  { filter: { q: 'ada' }, sort: '-number' },
  { filter: { status: ['pending-docs'] }, sort: 'number' },
  { filter: { view: 'history' }, sort: '-placedAt' },
  { filter: { view: 'history', q: 'grace' }, sort: 'placedAt' },
];

/** Numbers from 0 up to a limit that look as if by chance, and are the same each time. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A page that has orders itself, and changes them at random. */
class RandomPage {
  readonly clock = new ManualClock(sampleNow);
  orders: readonly Order[] = Array.from({ length: 25 }, (_, at) => sampleOrder(String(at + 1)));
  ask = asks[0] as ListAsk;
  accounts: HostGiven['accounts'] = null;
  isGone = false;
  readonly #below: (limit: number) => number;

  constructor(seed: number) {
    this.#below = chance(seed);
  }

  /** A list of its orders. */
  list(): HostList {
    const given = { loading: false, error: null, permissions: [], syncedAt: undefined };
    const list = orderPlaces()?.hostList({
      given: () => ({ ...given, orders: this.isGone ? null : this.orders, accounts: this.accounts }),
      ask: () => this.ask,
      clock: () => this.clock,
    });
    if (!list) throw new Error('There are no rules.');
    return list;
  }

  step(): void {
    const other = this.#pick(this.orders);
    const steps = [
      () => this.#change(1 + this.#below(4)),
      () => this.#change(1 + this.#below(4)),
      () => (this.ask = this.#pick(asks)),
      () => (this.orders = this.orders.filter((order) => order !== other)),
      () =>
        (this.orders = [
          sampleOrder(String(100 + this.#below(900)) + String(this.#below(900))),
          ...this.orders,
        ]),
      () => (this.orders = this.orders.toReversed()),
      () => (this.orders = [...this.orders, other]),
      () => this.clock.advance(this.#below(3 * hour)),
    ];
    this.#pick(steps)();
    // Time that has passed shows with what changes next.
    this.#change(1);
  }

  #change(count: number): void {
    const orders = [...this.orders];
    for (let left = count; left > 0 && orders.length > 0; left--) {
      const at = this.#below(orders.length);
      orders[at] = this.#changed(orders[at] as Order);
    }
    this.orders = orders;
  }

  #changed(order: Order): Order {
    const moment = (hours: number) => new Date(this.clock.now() + hours * hour).toISOString();
    const name = this.#pick(['Ada Byron', 'Grace Hopper']);
    const changes: readonly Partial<Order>[] = [
      { quantity: this.#below(50) },
      { status: this.#pick(['pending-docs', 'processing']) },
      { placedBy: { ...order.placedBy, name } },
      { leavesAt: null },
      { leavesAt: moment(this.#below(8) - 3) },
      { placedAt: moment(-this.#below(100)) },
    ];
    return { ...order, ...this.#pick(changes), version: order.version + 1 };
  }

  #pick<Thing>(things: readonly Thing[]): Thing {
    return things[this.#below(things.length)] as Thing;
  }
}

const itemsOf = (list: HostList) => list.items.data?.items ?? [];

describe('a page’s own orders', () => {
  it('ORD-1, ORD-6: are after any changes what they were if all were looked at anew, to the order', () => {
    let kept = 0;
    for (let seed = 1; seed <= 20; seed++) {
      const page = new RandomPage(seed);
      const list = page.list();
      for (let step = 0; step < 100; step++) {
        const before = itemsOf(list);
        page.step();
        const now = page.clock.now();
        const what = `step ${step} from ${seed}`;
        const items = itemsOf(list);
        const anew = itemsOf(page.list());
        expect(items.map(({ number }) => number).join(), what).to.equal(
          anew.map(({ number }) => number).join(),
        );
        expect(
          items.every((order, at) => order === anew[at]),
          what,
        ).to.equal(true);
        if (items.length > 0 && items.length === before.length) kept++;
        // It may wake for an order that leaves no more, but not too late.
        expect(list.nextLeaving, what).to.be.greaterThan(now);
        expect(list.nextLeaving, what).to.be.at.most(nextLeaving(page.orders, now));
      }
    }
    expect(kept, 'nothing ever stayed in place').to.be.greaterThan(500);
  });

  it('ORD-6: are looked at anew when the clock has been put back', () => {
    const page = new RandomPage(1);
    const leavesAt = new Date(page.clock.now() + hour).toISOString();
    page.orders = [sampleOrder('2', undefined, { leavesAt }), sampleOrder('1')];
    const list = page.list();
    page.clock.advance(2 * hour);
    expect(itemsOf(list)).to.have.length(1);
    page.clock.advance(-2 * hour);
    page.orders = [...page.orders];
    expect(itemsOf(list)).to.have.length(2);
  });

  it('answer the same question until something else is asked', () => {
    const page = new RandomPage(1);
    const list = page.list();
    const ruleOf = () => list.items.data?.rule;
    const rule = ruleOf();
    page.orders = page.orders.slice(1);
    expect(ruleOf() === rule).to.equal(true);
    list.refresh();
    expect(ruleOf() === rule).to.equal(true);
    page.accounts = [];
    expect(ruleOf() === rule).to.equal(true);
    page.ask = asks[1] as ListAsk;
    expect(ruleOf() === rule).to.equal(false);
  });

  it('ORD-6: have nothing that is about to leave while there are none', () => {
    const page = new RandomPage(1);
    page.orders = [
      sampleOrder('1', undefined, { leavesAt: new Date(page.clock.now() + hour).toISOString() }),
    ];
    const list = page.list();
    expect(itemsOf(list)).to.have.length(1);
    expect(list.nextLeaving).to.equal(page.clock.now() + hour);
    page.isGone = true;
    expect(itemsOf(list)).to.have.length(0);
    expect(list.nextLeaving).to.equal(Infinity);
  });

  it('are each shown as they are, also where one is there twice', () => {
    const page = new RandomPage(1);
    const [twice, once] = [sampleOrder('2'), sampleOrder('1')];
    page.orders = [twice, twice, once];
    const list = page.list();
    expect(itemsOf(list)).to.have.length(3);
    const changed = { ...twice, version: 9 };
    page.orders = [changed, changed, once];
    expect(itemsOf(list).map(({ version }) => version)).to.deep.equal([9, 9, 1]);
  });
});
