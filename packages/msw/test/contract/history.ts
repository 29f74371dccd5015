import { describe, expect, it } from 'vitest';
import { type Visitors, line, move, newNumbers, newOrder, refused, unique } from './desk.ts';

export function historyContract({ owner, enter, staff, newAccount, now, turn }: Visitors): void {
  const instant = () => new Date(now()).toISOString();

  describe('the history of an order', () => {
    it('ACC-5, ORD-7: tells what happened, when, by whose doing, the newest first', async ({
      onTestFinished,
    }) => {
      const account = await newAccount();
      const client = await enter(account, 'member');
      const order = await client.orders.place(
        newOrder(account, { placedBy: { name: 'Grace', email: 'g@acme.example' } }),
      );
      const placedAt = instant();
      onTestFinished(turn(60_000));
      const pending = await move(await staff(), order, 'pending-docs');
      const pendingAt = instant();
      const processing = await move(owner(), pending, 'processing');
      const numbers = newNumbers(1);
      const done = await move(await staff(), processing, 'completed', numbers);
      const { data, next, ...rest } = await client.orders.history({ number: order.number });
      const { feed } = await client.orders.list();
      expect(rest).toEqual({ order: done, account: { id: account, name: 'Acme' }, feed });
      expect(next).toBe(null);
      const provider = { side: 'provider', name: null };
      const id = expect.any(String);
      expect(data).toEqual([
        { id, at: done.leavesAt, kind: 'leaves', by: null },
        {
          id,
          at: pendingAt,
          kind: 'moved',
          by: provider,
          line: '1',
          from: 'processing',
          to: 'completed',
          numbers,
        },
        {
          id,
          at: pendingAt,
          kind: 'moved',
          by: { side: 'system', name: null },
          line: '1',
          from: 'pending-docs',
          to: 'processing',
        },
        { id, at: pendingAt, kind: 'moved', by: provider, line: '1', from: 'processing', to: 'pending-docs' },
        { id, at: placedAt, kind: 'placed', by: { side: 'customer', name: 'Grace' } },
      ]);
      expect(new Set(data.map((event) => event.id)).size).toBe(data.length);
    });

    it('ORD-9: tells of the carrier’s confirmation, and of what another system says anew', async () => {
      const [account, number] = [await newAccount(), unique('PO')];
      const at = '2026-11-02T15:00:00.000Z';
      const facts = {
        number,
        account,
        placedBy: { name: 'Ada Byron' },
        placedAt: at,
        lines: [{ ...line, status: 'processing' as const, statusChangedAt: at }],
      };
      const tell = async () =>
        (await (await enter(account, 'viewer')).orders.history({ number })).data.map(({ kind, at, by }) => [
          kind,
          at,
          by?.side,
        ]);
      await owner().orders.backfill(facts);
      expect(await tell()).toEqual([['placed', at, 'customer']]);
      const confirmedAt = '2026-11-02T16:00:00.000Z';
      await owner().orders.backfill({ ...facts, confirmedAt });
      await owner().orders.backfill({ ...facts, confirmedAt });
      const lines = [{ ...facts.lines[0]!, quantity: 3 }];
      await owner().orders.backfill({ ...facts, confirmedAt, lines });
      expect(await tell()).toEqual([
        ['updated', instant(), 'system'],
        ['confirmed', confirmedAt, undefined],
        ['placed', at, 'customer'],
      ]);
    });

    it('goes on page by page, each event once', async () => {
      const account = await newAccount();
      const client = await enter(account, 'viewer');
      let order = await owner().orders.place(
        newOrder(account, { lines: [line, line], confirmedAt: instant() }),
      );
      for (const status of ['pending-docs', 'processing', 'canceled'] as const)
        order = await move(owner(), order, status);
      order = await owner().orders.moveLine(
        { number: order.number, id: '2', status: 'canceled' },
        { ifMatch: order.version },
      );
      const { number } = order;
      const whole = (await client.orders.history({ number })).data;
      expect(whole.map(({ kind, to }) => to ?? kind)).toEqual([
        'leaves',
        'canceled',
        'canceled',
        'processing',
        'pending-docs',
        'confirmed',
        'placed',
      ]);
      for (const limit of [1, 2, 3, 6, 7]) {
        const seen = [];
        let cursor: string | null = null;
        do {
          const page: Awaited<ReturnType<typeof client.orders.history>> = await client.orders.history({
            number,
            limit,
            ...(cursor === null ? {} : { cursor }),
          });
          expect(page.data.length).toBeLessThanOrEqual(limit);
          seen.push(...page.data);
          cursor = page.next;
        } while (cursor !== null);
        expect(seen, `pages of ${limit}`).toEqual(whole);
      }
      for (const cursor of ['!', 'W10', 'WzEsMiwzXQ'])
        expect(await refused(client.orders.history({ number, cursor }))).toBe('bad-request /cursor');
    });

    it('ACC-1: is that of orders that the reader sees; any other does not exist', async () => {
      const [mine, other] = [await newAccount(), await newAccount()];
      const { number } = await owner().orders.place(newOrder(other));
      const client = await enter(mine, 'admin');
      expect(await refused(client.orders.history({ number }))).toBe('not-found');
      expect(await refused(client.orders.history({ number: unique('none') }))).toBe('not-found');
    });

    it('ACC-1, ACC-5: names the customer’s own people to those who act above them, staff to nobody but staff', async () => {
      const top = await newAccount();
      const unit = await newAccount({ level: 'business-unit', parent: top });
      const manage = (account: string, name: string) =>
        enter(account, ['orders:manage'], { user: { id: name, name, email: `${name}@acme.example` } });
      let order = await owner().orders.place(newOrder(unit));
      order = await move(await manage(unit, 'Below'), order, 'pending-docs');
      order = await move(await manage(top, 'Above'), order, 'processing');
      order = await move(await staff(), order, 'pending-docs');
      const { number } = order;
      const doers = async (account: string | null) => {
        const client = await (account === null ? staff() : enter(account, 'viewer'));
        const { data } = await client.orders.history({ number });
        expect(JSON.stringify(data)).not.toMatch(/@|session|request|key/i);
        return data.slice(0, 3).map(({ by }) => `${by?.side} ${by?.name}`);
      };
      expect(await doers(unit)).toEqual(['provider null', 'customer null', 'customer Below']);
      expect(await doers(top)).toEqual(['provider null', 'customer Above', 'customer Below']);
      expect(await doers(null)).toEqual(['provider Ada Byron', 'customer Above', 'customer Below']);
    });
  });
}
