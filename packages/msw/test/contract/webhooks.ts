import { describe, expect, it } from 'vitest';
import { type Visitors, move, newOrder, refusalOf, refused } from './desk.ts';

const url = 'https://desk.example/webhooks';

export function webhookContract({ owner, enter, newAccount, now }: Visitors): void {
  const create = () => owner().webhooks.create({ url });
  const position = async () => (await owner().orders.list({ limit: 1 })).feed;
  const why = async (call: Promise<unknown>) =>
    (await refusalOf(call)).errors.map(({ path, code }) => `${path} ${code}`).join();

  describe('webhooks', () => {
    it('are created with a secret that is shown this once', async () => {
      const { secret, ...webhook } = await owner().webhooks.create({ url, types: ['order.changed'] });
      expect(webhook).toEqual({
        id: expect.any(String),
        url,
        types: ['order.changed'],
        status: 'enabled',
        disabledReason: null,
        failingSince: null,
        createdAt: new Date(now()).toISOString(),
        version: 1,
      });
      expect(secret).toMatch(/^whsec_/);
      expect(Buffer.from(secret.slice('whsec_'.length), 'base64')).toHaveLength(32);
      expect(await owner().webhooks.get({ id: webhook.id })).toEqual(webhook);
      await owner().webhooks.remove({ id: webhook.id });
    });

    it('are listed page by page until they are removed', async () => {
      const mine = [await create(), await create(), await create()].map(({ id }) => id);
      const first = await owner().webhooks.list({ limit: 2 });
      const second = await owner().webhooks.list({ limit: 2, cursor: first.next! });
      expect([...first.data, ...second.data].map(({ id }) => id)).toEqual(mine);
      expect(second.next).toBeNull();
      for (const id of mine) expect(await owner().webhooks.remove({ id })).toMatchObject({ id, url });
      expect(await owner().webhooks.list()).toEqual({ data: [], next: null });
      expect(await refused(owner().webhooks.list({ cursor: '!' }))).toBe('bad-request /cursor');
      expect(await refused(owner().webhooks.get({ id: mine[0]! }))).toBe('not-found');
    });

    it('change in what is given, in a new version', async () => {
      const { id } = await create();
      const moved = `${url}/2`;
      expect(await owner().webhooks.change({ id, url: moved })).toMatchObject({ url: moved, version: 2 });
      const off = await owner().webhooks.change({ id, status: 'disabled' }, { ifMatch: 2 });
      expect(off).toMatchObject({ url: moved, status: 'disabled', disabledReason: 'by-request', version: 3 });
      const late = await refusalOf(owner().webhooks.change({ id, status: 'enabled' }, { ifMatch: 2 }));
      expect(late).toMatchObject({ code: 'stale', current: off });
      expect(await refused(owner().webhooks.test({ id }))).toBe('transition-not-allowed');
      expect(await owner().webhooks.change({ id, status: 'enabled' })).toMatchObject({
        status: 'enabled',
        disabledReason: null,
        version: 4,
      });
      await owner().webhooks.remove({ id });
    });

    it.each([
      ['desk.example', 'not-an-address'],
      ['http://desk.example', 'not-https'],
      ['http://localhost:4000', 'not-https'],
      ['https://ada:secret@desk.example', 'credentials'],
      ['https://desk.example:25', 'port'],
    ])('go to no address such as %s', async (wrong, code) => {
      expect(await why(owner().webhooks.create({ url: wrong }))).toBe(`/url ${code}`);
      const { id } = await create();
      expect(await why(owner().webhooks.change({ id, url: wrong }))).toBe(`/url ${code}`);
      expect(await owner().webhooks.get({ id })).toMatchObject({ url, version: 1 });
      await owner().webhooks.remove({ id });
    });

    it('know their types', async () => {
      const wrong = owner().webhooks.create({ url, types: ['order.eaten'] as never });
      expect(await refused(wrong)).toBe('invalid /types/0');
    });

    it('get another secret, and the one before it is good for a day', async () => {
      const { id, secret } = await create();
      const rotated = await owner().webhooks.rotateSecret({ id });
      expect(rotated.secret).toMatch(/^whsec_/);
      expect(rotated.secret).not.toBe(secret);
      expect(rotated.previousUntil).toBe(new Date(now() + 86_400_000).toISOString());
      await owner().webhooks.remove({ id });
    });

    it('are rotated once, however often the same request arrives', async () => {
      const { id } = await create();
      const first = await owner().webhooks.rotateSecret({ id }, { idempotencyKey: `rotate-${id}` });
      const again = await owner().webhooks.rotateSecret({ id }, { idempotencyKey: `rotate-${id}` });
      expect(again).toEqual(first);
      await owner().webhooks.remove({ id });
    });

    it('are sent again what the feed has, and nothing else', async () => {
      const { id } = await create();
      const replay = (what: object) => owner().webhooks.replay({ id, ...what });
      const before = await position();
      const staff = await enter(null, 'staff');
      await move(staff, await staff.orders.place(newOrder(await newAccount())), 'canceled');
      expect(await replay({ after: before })).toEqual({ events: 2 });
      expect(await replay({ after: before + 2 })).toEqual({ events: 0 });
      expect(await replay({ event: before + 1 })).toEqual({ events: 1 });
      expect(await why(replay({ after: before + 3 }))).toBe('/after not-in-feed');
      expect(await why(replay({ event: before + 3 }))).toBe('/event not-in-feed');
      expect(await refused(replay({}))).toBe('invalid /after');
      expect(await refused(replay({ after: 0, event: 1 }))).toBe('invalid /after');
      await owner().webhooks.remove({ id });
    });

    it('are tried out by a ping, which stands in the list of deliveries', async () => {
      const { id } = await create();
      const ping = await owner().webhooks.test({ id });
      expect(ping).toEqual({
        id: expect.any(String),
        event: null,
        type: 'ping',
        status: 'pending',
        attempts: 0,
        lastAttemptAt: null,
        nextAttemptAt: new Date(now()).toISOString(),
        answer: null,
        error: null,
        createdAt: new Date(now()).toISOString(),
      });
      const { data, next } = await owner().webhooks.deliveries({ id });
      expect(data).toMatchObject([{ id: ping.id, type: 'ping' }]);
      expect(next).toBeNull();
      expect(await refused(owner().webhooks.deliveries({ id: 'none' }))).toBe('not-found');
      await owner().webhooks.remove({ id });
    });
  });
}
