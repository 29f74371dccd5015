import type { Client } from '@numberdesk/core';
import { type Order, type OrderQuery, compareOrders, orderSorts } from '@numberdesk/core/orders';
import { describe, expect, it } from 'vitest';
import { type Visitors, move, newOrder, refused, unique } from './desk.ts';

const day = 86_400_000;

/** All pages of a list, one after the other. */
async function pages(client: Client, query: { limit: number } & Partial<OrderQuery>) {
  const sizes: number[] = [];
  const orders: Order[] = [];
  let cursor: string | undefined;
  do {
    const page = await client.orders.list({ ...query, ...(cursor ? { cursor } : {}) } as never);
    sizes.push(page.data.length);
    orders.push(...page.data);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return { sizes, orders };
}

export function listContract({ owner, enter, staff, newAccount, now, turn }: Visitors): void {
  /** An account with these orders. */
  async function filled(...orders: { number: string; name?: string; placedAt?: string }[]) {
    const account = await newAccount();
    for (const { number, name = 'Ada Byron', placedAt } of orders) {
      const order = newOrder(account, { number, placedBy: { name }, ...(placedAt ? { placedAt } : {}) });
      await owner().orders.place(order);
    }
    return enter(account);
  }
  const prefix = () => unique('L');

  describe('a list of orders', () => {
    it('ORD-1: begins with the newest number', async () => {
      const p = prefix();
      const client = await filled({ number: `${p}-999` }, { number: `${p}-1001` }, { number: `${p}-1000` });
      const { data, next } = await client.orders.list();
      expect(data.map(({ number }) => number)).toEqual([`${p}-1001`, `${p}-1000`, `${p}-999`]);
      expect(next).toBeNull();
    });

    it.each(orderSorts)(
      'ORD-1: by %s shows each order once over all pages, in the order of core',
      async (sort) => {
        const p = prefix();
        const at = (hour: number) => `2026-11-0${hour}T00:00:00.000Z`;
        const client = await filled(
          { number: `${p}-999`, placedAt: at(3) },
          { number: `${p}-1000`, placedAt: at(3) },
          { number: `${p.toLowerCase()}-0999`, placedAt: at(1) },
          { number: `${p}-10-2`, placedAt: at(2) },
          { number: `${p}-10-10`, placedAt: at(2) },
          { number: `${p}/ä`, placedAt: at(5) },
          { number: `${p}`, placedAt: at(4) },
        );
        const all = (await client.orders.list({ sort, limit: 200 })).data;
        expect(all).toHaveLength(7);
        expect(all).toEqual(all.toSorted(compareOrders(sort)));
        const { sizes, orders } = await pages(client, { sort, limit: 3 });
        expect(sizes).toEqual([3, 3, 1]);
        expect(orders).toEqual(all);
        expect((await pages(client, { sort, limit: 7 })).sizes).toEqual([7]);
      },
    );

    it('goes on after the last order that was shown, though new ones come', async () => {
      const p = prefix();
      const client = await filled({ number: `${p}-1` }, { number: `${p}-2` }, { number: `${p}-3` });
      const first = await client.orders.list({ limit: 2 });
      const { account } = first.data[0]!;
      await owner().orders.place(newOrder(account, { number: `${p}-4` }));
      const second = await client.orders.list({ limit: 2, cursor: first.next! });
      expect(second.data.map(({ number }) => number)).toEqual([`${p}-1`]);
    });

    it('ORD-8: is filtered by the status of whole orders', async () => {
      const account = await newAccount();
      const [a, b, c] = await Promise.all([1, 2, 3].map(() => owner().orders.place(newOrder(account))));
      await move(owner(), a!, 'pending-docs');
      await move(owner(), b!, 'canceled');
      const client = await enter(account);
      const listed = async (...status: ('processing' | 'pending-docs' | 'canceled' | 'completed')[]) =>
        (await client.orders.list({ status })).data.map(({ number }) => number).sort();
      expect(await listed('pending-docs')).toEqual([a!.number]);
      expect(await listed('canceled', 'processing')).toEqual([b!.number, c!.number].sort());
      expect(await listed('completed')).toEqual([]);
      expect(await listed()).toHaveLength(3);
    });

    it('ORD-2: is searched by the start of the number or of a word of the name', async () => {
      const p = prefix();
      const client = await filled(
        { number: `${p}-1000`, name: 'Ada Byron' },
        { number: `${p}-100`, name: 'Grace Brewster Hopper' },
        { number: `${p}_50%`, name: 'Łukasz Ünal' },
      );
      const found = async (q: string) =>
        (await client.orders.list({ q, sort: 'number' })).data.map(({ number }) => number);
      expect(await found(`${p}-1000`)).toEqual([`${p}-1000`]);
      expect(await found(`${p.toLowerCase()}-100`)).toEqual([`${p}-100`, `${p}-1000`]);
      expect(await found('BR')).toEqual([`${p}-100`]);
      expect(await found('hop')).toEqual([`${p}-100`]);
      expect(await found('yron')).toEqual([]);
      expect(await found('ünal')).toEqual([`${p}_50%`]);
      expect(await found('łuk')).toEqual([`${p}_50%`]);
      expect(await found('ａｄａ')).toEqual([`${p}-1000`]);
      expect(await found(`${p}%`)).toEqual([]);
      expect(await found(`${p}_`)).toEqual([`${p}_50%`]);
    });

    it('ACC-1: is narrowed down to an account and those below it, page by page, and never to one out of reach', async () => {
      const top = await newAccount();
      const unit = await newAccount({ level: 'business-unit', parent: top });
      const program = await newAccount({ level: 'program', parent: unit });
      const beside = await newAccount({ level: 'business-unit', parent: top });
      const numbers = new Map<string, string[]>();
      for (const account of [top, unit, program, beside, unit, program]) {
        const { number } = await owner().orders.place(newOrder(account));
        numbers.set(account, [...(numbers.get(account) ?? []), number]);
      }
      const of = (...accounts: string[]) => accounts.flatMap((account) => numbers.get(account)!).sort();
      const listed = async (client: Client, account: string) =>
        (await pages(client, { account, limit: 3 })).orders.map(({ number }) => number).sort();
      for (const client of [await enter(top), await staff(), owner()]) {
        expect(await listed(client, top)).toEqual(of(top, unit, program, beside));
        expect(await listed(client, unit)).toEqual(of(unit, program));
        expect(await listed(client, program)).toEqual(of(program));
        expect(await refused(client.orders.list({ account: 'nobody' }))).toBe('not-found /account');
      }
      const below = await enter(unit);
      expect(await listed(below, program)).toEqual(of(program));
      for (const account of [top, beside, await newAccount()]) {
        expect(await refused(below.orders.list({ account }))).toBe('not-found /account');
      }
    });

    it('is narrowed down to the moments between which orders were placed, the first included', async () => {
      const p = prefix();
      const at = (day: number) => `2026-11-0${day}T05:00:00.000Z`;
      const client = await filled(
        ...[1, 2, 2, 3, 4].map((day, index) => ({ number: `${p}-${index}`, placedAt: at(day) })),
      );
      const listed = async (query: Partial<OrderQuery>) => {
        const { orders } = await pages(client, { sort: 'placedAt', limit: 2, ...query });
        return orders.map(({ number }) => Number(number.split('-').at(-1)));
      };
      expect(await listed({ placedFrom: at(2) })).toEqual([1, 2, 3, 4]);
      expect(await listed({ placedBefore: at(3) })).toEqual([0, 1, 2]);
      expect(await listed({ placedFrom: '2026-11-02T06:00:00+01:00', placedBefore: at(4) })).toEqual([
        1, 2, 3,
      ]);
      expect(await listed({ sort: '-number', placedFrom: at(2), placedBefore: at(4) })).toEqual([3, 2, 1]);
      expect(await listed({ placedFrom: at(3), placedBefore: at(3) })).toEqual([]);
    });

    it('ORD-6: shows an order until the very instant it leaves, and history has it from then on', async () => {
      const account = await newAccount();
      const [stays, leaves] = [
        await owner().orders.place(newOrder(account)),
        await owner().orders.place(newOrder(account)),
      ];
      const { leavesAt } = await move(owner(), leaves, 'completed');
      expect(leavesAt).toBe(new Date(now() + 7 * day).toISOString());
      const views = async () => {
        const client = await enter(account);
        const view = async (view: 'active' | 'history') =>
          (await client.orders.list({ view })).data.map(({ number }) => number).sort();
        return { active: await view('active'), history: await view('history') };
      };
      const both = [stays.number, leaves.number].sort();
      const turnBack = turn(7 * day - 1);
      try {
        expect(await views()).toEqual({ active: both, history: [] });
        turn(1);
        expect(await views()).toEqual({ active: [stays.number], history: [leaves.number] });
      } finally {
        turnBack();
      }
    });

    it.each<[string, object]>([
      ['/limit', { limit: 0 }],
      ['/limit', { limit: 201 }],
      ['/limit', { limit: 'many' }],
      ['/sort', { sort: 'status' }],
      ['/view', { view: 'all' }],
      ['/status/0', { status: ['on-hold'] }],
      ['/cursor', { cursor: 'never-made' }],
      ['/q', { q: ' ' }],
      ['/account', { account: ' ' }],
      ['/placedFrom', { placedFrom: '2026-11-01' }],
      ['/placedBefore', { placedBefore: 'soon' }],
      ['/color', { color: 'red' }],
      ['/view', { view: ['active', 'history'] }],
    ])('is refused at %s', async (path, query) => {
      const client = await enter(await newAccount());
      expect(await refused(client.orders.list(query as never))).toBe(`bad-request ${path}`);
    });

    it('takes a cursor only with the sort that it came from', async () => {
      const p = prefix();
      const client = await filled({ number: `${p}-1` }, { number: `${p}-2` });
      const { next } = await client.orders.list({ limit: 1, sort: 'number' });
      expect(await refused(client.orders.list({ cursor: next!, sort: '-number' }))).toBe(
        'bad-request /cursor',
      );
      expect((await client.orders.list({ cursor: next!, sort: 'number' })).data).toHaveLength(1);
    });

    it('ORD-9: tells when the carrier’s orders were last read in', async () => {
      const client = await enter(await newAccount());
      const at = '2026-11-19T08:30:00.000Z';
      expect(await owner().orders.recordSync({ at: '2026-11-19T09:30:00+01:00' })).toEqual({ at });
      expect((await client.orders.list()).syncedAt).toBe(at);
    });
  });
}
