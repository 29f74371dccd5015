import type { Client } from '@numberdesk/core';
import type { PortalEvent } from '@numberdesk/core/http';
import { describe, expect, it } from 'vitest';
import { type Visitors, move, newOrder } from './desk.ts';

/** Takes so many events from a stream, or those that have come by the time it is stopped. */
async function take(
  client: Client,
  count: number,
  after: number | null,
  caller = new AbortController(),
): Promise<PortalEvent[]> {
  const events: PortalEvent[] = [];
  for await (const event of client.events({ after, signal: caller.signal })) {
    if (events.push(event) >= count) break;
  }
  caller.abort();
  return events;
}

export function eventContract({ owner, enter, newAccount, send }: Visitors): void {
  describe('the events', () => {
    it('ORD-9: after a list are those that the list does not show', async () => {
      const account = await newAccount();
      const client = await enter(account);
      const placed = await owner().orders.place(newOrder(account));
      const { data, feed } = await client.orders.list();
      expect(data).toEqual([placed]);
      const moved = await move(owner(), placed, 'pending-docs');
      const [event] = await take(client, 1, feed);
      expect(event).toEqual({
        id: expect.any(Number),
        type: 'order.changed',
        data: { id: event!.id, at: moved.lines[0]!.statusChangedAt, order: moved },
      });
      expect(event!.id).toBeGreaterThan(feed);
    });

    it('ORD-3: come while one listens, in the order of what was done', async () => {
      const account = await newAccount();
      const client = await enter(account);
      const { feed } = await client.orders.list();
      const taken = take(client, 3, feed);
      const placed = await owner().orders.place(newOrder(account));
      const pending = await move(owner(), placed, 'pending-docs');
      await move(owner(), pending, 'canceled');
      const events = await taken;
      expect(events.map(({ data }) => (data['order'] as { status: string }).status)).toEqual([
        'processing',
        'pending-docs',
        'canceled',
      ]);
      const ids = events.map(({ id }) => id);
      expect(ids).toEqual([...ids].sort((a, b) => a - b));
    });

    it('ACC-1, ACC-2: are those that one may see', async () => {
      const [mine, other] = [await newAccount(), await newAccount()];
      const below = await newAccount({ level: 'business-unit', parent: mine });
      const { feed } = await owner().orders.list({ limit: 1 });
      await owner().orders.place(newOrder(other));
      await owner().orders.place(newOrder(below));
      await owner().orders.place(newOrder(mine));
      const accounts = (await take(await enter(mine), 2, feed)).map(
        ({ data }) => (data['order'] as { account: string }).account,
      );
      expect(accounts).toEqual([below, mine]);
      const stop = new AbortController();
      const blind = take(await enter(mine, ['numbers:view']), 1, feed, stop);
      const seeing = take(await enter(mine), 3, feed);
      await owner().orders.place(newOrder(mine));
      expect(await seeing).toHaveLength(3);
      stop.abort();
      expect(await blind).toEqual([]);
    });

    it('begin with a reset for who comes with a position that there is not', async () => {
      const account = await newAccount();
      const client = await enter(account);
      const [reset] = await take(client, 1, 999_999_999);
      expect(reset!.type).toBe('reset');
      expect(reset!.id).toBe((await client.orders.list()).feed);
    });

    it('are none when nothing is new', async () => {
      const account = await newAccount();
      const client = await enter(account);
      const order = {
        ...newOrder(account),
        placedAt: '2026-11-10T12:00:00.000Z',
        lines: [
          {
            type: 'local',
            location: { country: 'US' },
            quantity: 1,
            supply: 'on-order' as const,
            status: 'processing' as const,
            statusChangedAt: '2026-11-10T12:00:00.000Z',
          },
        ],
      };
      await owner().orders.backfill(order);
      const { feed } = await client.orders.list();
      await owner().orders.backfill(order);
      expect((await client.orders.list()).feed).toBe(feed);
    });

    it('are not for who shows no token, nor from a position that is none', async () => {
      expect((await send('events', { headers: { authorization: 'Bearer x' } })).body.code).toBe(
        'unauthenticated',
      );
      expect((await send('events', { headers: { 'last-event-id': 'x' } })).body.code).toBe('bad-request');
      expect((await send('events?after=-1')).body.code).toBe('bad-request');
    });
  });
}
