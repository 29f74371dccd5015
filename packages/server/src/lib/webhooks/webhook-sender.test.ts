import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { eventually } from '../../../test/eventually.ts';
import { type Postbox, accepts, answers, createPostbox, openWebhooks } from '../../../test/postbox.ts';
import { type TestDatabase, databaseKinds, openTestDatabase } from '../../../test/test-database.ts';
import { webhookDeliveryStore } from './webhook-delivery.store.ts';
import { webhookEndpointStore } from './webhook-endpoint.store.ts';
import { webhookSettingStore } from './webhook-setting.store.ts';
import type { WebhookAnswer } from './webhook-post.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const lease = minute;

describe.each(databaseKinds)('webhooks over %s', (kind) => {
  let database: TestDatabase;
  let desk: Awaited<ReturnType<typeof openWebhooks>>;
  let postbox: Postbox;
  beforeAll(async () => void (database = await openTestDatabase(kind)));
  afterAll(() => database.close());
  beforeEach(async () => {
    // Each test has the endpoints for itself: a sender looks at all tenants.
    await database.asOwner('delete from webhook_endpoints');
    desk = await openWebhooks(database);
    postbox = createPostbox(database);
  });
  afterEach(() => expect(postbox.failures).toEqual([]));

  const sweep = () => postbox.sender().sweep();
  const later = async (millis: number) => {
    database.clock.now += millis;
    await sweep();
  };
  const change = (id: string, disabledReason: 'by-request' | null) =>
    database.write(desk.tenant, async (tx) => {
      const setting = webhookSettingStore(tx, id);
      const webhook = (await webhookEndpointStore(tx).get(id))!;
      if (disabledReason === null) await setting.startAfresh(database.clock.now);
      await setting.change({ ...webhook, disabledReason });
    });

  describe('what is sent', () => {
    it('is each event after the endpoint was made, once, in the order of the feed', async () => {
      await desk.tell(2);
      const { id } = await desk.add();
      await desk.tell(120);
      await sweep();
      expect(postbox.events()).toEqual(Array.from({ length: 120 }, (_, index) => index + 3));
      expect(new Set(postbox.posted.map((posted) => posted.id)).size).toBe(120);
      expect(await desk.get(id)).toMatchObject({ position: 122, failingSince: null });
      expect(await desk.deliveries(id)).toHaveLength(120);
    });

    it('is the event as it was committed, signed for its receiver', async () => {
      const { secret } = await desk.add('https://desk.example/hook');
      await desk.tell();
      await sweep();
      const [{ request, id }] = postbox.posted as [Postbox['posted'][number]];
      expect(request.url).toBe('https://desk.example/hook');
      expect(request.headers).toEqual({
        'content-type': 'application/json',
        'user-agent': 'Numberdesk/test',
        'webhook-id': id,
        'webhook-timestamp': String(database.clock.now / 1000),
        'webhook-signature': expect.stringMatching(/^v1,\S+$/),
      });
      vi.setSystemTime(database.clock.now);
      const told = new Webhook(secret).verify(request.body, request.headers);
      vi.useRealTimers();
      expect(told).toEqual({
        type: 'order.changed',
        timestamp: '2026-11-22T12:00:00.000Z',
        data: { id: 1, order: { index: 0 } },
      });
    });

    it('is only of the types that were asked for', async () => {
      const some = await desk.add('https://some.example/', ['order.changed']);
      await desk.add('https://all.example/');
      await desk.tell(1, 'portout.changed');
      await desk.tell(1, 'order.changed');
      await desk.tell(60, 'portout.changed');
      await sweep();
      const to = (url: string) => postbox.posted.filter((posted) => posted.url === url).length;
      expect([to('https://some.example/'), to('https://all.example/')]).toEqual([1, 62]);
      expect(await desk.get(some.id)).toMatchObject({ position: 62 });
    });

    it('is signed with the secret before the newest too, for as long as that is good', async () => {
      const { id, secret } = await desk.add();
      const young = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
      await database.write(desk.tenant, (tx) =>
        webhookSettingStore(tx, id).rotate(young, database.clock.now + day),
      );
      const verify = async (with_: string) => {
        const { request } = postbox.posted.at(-1)!;
        vi.setSystemTime(database.clock.now);
        try {
          return new Webhook(with_).verify(request.body, request.headers);
        } finally {
          vi.useRealTimers();
        }
      };
      await desk.tell();
      await later(day - 1);
      await expect(verify(secret)).resolves.toBeDefined();
      await expect(verify(young)).resolves.toBeDefined();
      await desk.tell();
      await later(1);
      await expect(verify(young)).resolves.toBeDefined();
      await expect(verify(secret)).rejects.toThrow(/No matching signature/);
    });

    it('goes to nobody who is disabled, and all of it once they are enabled', async () => {
      const { id } = await desk.add();
      await change(id, 'by-request');
      await desk.tell(3);
      await sweep();
      expect(postbox.events()).toEqual([]);
      await change(id, null);
      await sweep();
      expect(postbox.events()).toEqual([1, 2, 3]);
    });
  });

  describe('a failed attempt', () => {
    it('is repeated on its schedule with the same id and the same body, then given up', async () => {
      const { id } = await desk.add();
      await desk.tell();
      // Another event succeeds now and then, so that the endpoint as a whole is well.
      postbox.answer = ({ event }) => (event === 1 ? answers(500)() : accepts());
      await sweep();
      const waits = [5 * second, 5 * minute, 30 * minute, 2, 5, 10, 14, 20, 24].map((wait) =>
        wait < second ? wait * hour : wait,
      );
      for (const [index, wait] of waits.entries()) {
        await desk.tell();
        await later(wait - 1);
        const ofFirst = () => postbox.posted.filter(({ event }) => event === 1);
        expect(ofFirst()).toHaveLength(index + 1);
        await later(1);
        expect(ofFirst()).toHaveLength(index + 2);
        expect(new Set(ofFirst().map((posted) => posted.id)).size).toBe(1);
        expect(new Set(ofFirst().map(({ request }) => request.body)).size).toBe(1);
      }
      const [first, ...others] = await desk.deliveries(id);
      expect(first).toMatchObject({ status: 'failed', attempts: 10, nextAttemptAt: null, answer: 500 });
      expect(first).toMatchObject({ error: 'status' });
      expect(others.every(({ status, attempts }) => status === 'delivered' && attempts === 1)).toBe(true);
      expect(await desk.get(id)).toMatchObject({ status: 'enabled' });
      await later(10 * day);
      expect(postbox.posted.filter(({ event }) => event === 1)).toHaveLength(10);
    });

    it('does not hold up what comes after it', async () => {
      await desk.add();
      await desk.tell(3);
      postbox.answer = ({ event }) => (event === 1 ? answers(500)() : accepts());
      await sweep();
      expect(postbox.events()).toEqual([1, 2, 3]);
      postbox.answer = accepts;
      await later(5 * second);
      expect(postbox.events()).toEqual([1, 2, 3, 1]);
    });

    it('that follows another leaves the endpoint alone for a while, longer each time', async () => {
      const { id } = await desk.add();
      await desk.tell(10);
      postbox.answer = () => ({ error: 'unreachable' });
      await sweep();
      expect(postbox.events()).toEqual([1, 2]);
      expect(await desk.get(id)).toMatchObject({ failures: 2, restsUntil: '2026-11-22T12:00:05.000Z' });
      await later(5 * second - 1);
      expect(postbox.events()).toHaveLength(2);
      // The oldest that is due is what is tried then.
      await later(1);
      expect(postbox.events()).toEqual([1, 2, 1]);
      expect(await desk.get(id)).toMatchObject({ failures: 3, restsUntil: '2026-11-22T12:00:15.000Z' });
      postbox.answer = accepts;
      await later(10 * second);
      expect(await desk.get(id)).toMatchObject({ failures: 0, failingSince: null, restsUntil: null });
      await later(5 * minute);
      expect(postbox.events().slice(3).sort()).toEqual([1, 10, 2, 3, 4, 5, 6, 7, 8, 9]);
    });

    it.each([
      ['seconds', '90', 90 * second],
      ['a date', 'Sun, 22 Nov 2026 12:01:30 GMT', 90 * second],
      ['absurdly long', '999999999', hour],
    ])('waits as the receiver asks, in %s', async (_, retryAfter, wait) => {
      await desk.add();
      await desk.tell(2);
      postbox.answer = answers(429, retryAfter);
      await sweep();
      await later(wait - 1);
      expect(postbox.events()).toEqual([1]);
      postbox.answer = accepts;
      await later(1);
      expect(postbox.events()).toEqual([1, 1, 2]);
    });

    it.each(['soon', '-5', ''])('does not wait for "%s"', async (retryAfter) => {
      await desk.add();
      await desk.tell();
      postbox.answer = answers(503, retryAfter);
      await sweep();
      await later(5 * second);
      expect(postbox.events()).toEqual([1, 1]);
    });

    it.each([
      [302, 'redirect'],
      [404, 'status'],
      [500, 'status'],
    ])('with %i is told as %s', async (status, error) => {
      const { id } = await desk.add();
      await desk.tell();
      postbox.answer = answers(status);
      await sweep();
      expect(await desk.deliveries(id)).toMatchObject([
        { status: 'pending', attempts: 1, answer: status, error, nextAttemptAt: '2026-11-22T12:00:05.000Z' },
      ]);
    });
  });

  describe('an endpoint', () => {
    it('that says it is gone is disabled at once, and what waits is kept for it', async () => {
      const { id } = await desk.add();
      await desk.tell(3);
      postbox.answer = answers(410);
      await sweep();
      await sweep();
      expect(postbox.events()).toEqual([1]);
      expect(await desk.get(id)).toMatchObject({ status: 'disabled', disabledReason: 'gone', version: 2 });
      expect(await desk.audited(id)).toMatchObject([
        {
          action: 'webhook.disabled',
          actor: { kind: 'server' },
          after: { status: 'disabled', disabledReason: 'gone' },
        },
      ]);
      postbox.answer = accepts;
      await change(id, null);
      await sweep();
      expect(postbox.events()).toEqual([1, 1, 2, 3]);
    });

    it('at which nothing succeeds for three days is disabled; enabled again, it misses nothing', async () => {
      const { id } = await desk.add();
      await desk.tell(3);
      postbox.answer = () => ({ error: 'timed-out' });
      await sweep();
      while (database.clock.now < Date.parse('2026-11-25T12:00:00.000Z') - hour) await later(hour);
      expect(await desk.get(id)).toMatchObject({
        status: 'enabled',
        failingSince: '2026-11-22T12:00:00.000Z',
      });
      for (let hours = 0; hours < 25; hours++) await later(hour);
      const given = await desk.get(id);
      expect(given).toMatchObject({ status: 'disabled', disabledReason: 'failing' });
      expect((await desk.audited(id)).map(({ action }) => action)).toEqual(['webhook.disabled']);
      const before = postbox.posted.length;
      await desk.tell();
      await later(day);
      expect(postbox.posted).toHaveLength(before);
      postbox.answer = accepts;
      await change(id, null);
      await database.write(desk.tenant, (tx) => webhookDeliveryStore(tx, id).hasten(database.clock.now));
      await sweep();
      expect(new Set(postbox.events().slice(before))).toEqual(new Set([1, 2, 3, 4]));
      expect(await desk.deliveries(id)).toMatchObject(Array(4).fill({ status: 'delivered' }));
    });

    it('that was away for longer than the feed remembers goes on from there, and that is written down', async () => {
      const { id } = await desk.add();
      await desk.tell(2);
      await change(id, 'by-request');
      database.clock.now += 8 * day;
      await desk.tell(1);
      await database.crossTenant.purge();
      await change(id, null);
      await sweep();
      expect(postbox.events()).toEqual([3]);
      expect(await desk.audited(id)).toMatchObject([
        { action: 'webhook.missed', after: { after: 0, upTo: 2 } },
      ]);
    });

    it('whose waiting event the feed has forgotten is told so', async () => {
      const { id } = await desk.add();
      await desk.tell(1);
      postbox.answer = answers(500);
      await sweep();
      await change(id, 'by-request');
      database.clock.now += 8 * day;
      await database.crossTenant.purge();
      postbox.answer = accepts;
      await change(id, null);
      await sweep();
      expect(postbox.events()).toEqual([1]);
      expect(await desk.deliveries(id)).toMatchObject([
        { status: 'failed', error: 'event-gone', attempts: 1 },
      ]);
    });

    it('has its old deliveries forgotten after seven days, but none that waits', async () => {
      const { id } = await desk.add();
      await desk.tell(2);
      postbox.answer = ({ event }) => (event === 1 ? accepts() : answers(500)());
      await sweep();
      database.clock.now += 7 * day;
      await database.crossTenant.purge();
      expect(await desk.deliveries(id)).toHaveLength(2);
      database.clock.now += 1;
      await database.crossTenant.purge();
      expect(await desk.deliveries(id)).toMatchObject([{ position: 2, status: 'pending' }]);
    });
  });

  describe('a replay', () => {
    it('sends all after a position again in order, under the ids that the receiver knows', async () => {
      const { id } = await desk.add();
      await desk.tell(70);
      await sweep();
      const first = postbox.posted.splice(0);
      await database.write(desk.tenant, (tx) => webhookSettingStore(tx, id).rewind(10));
      await sweep();
      expect(postbox.events()).toEqual(first.slice(10).map(({ event }) => event));
      expect(postbox.posted.map((posted) => posted.id)).toEqual(first.slice(10).map((posted) => posted.id));
      expect(await desk.deliveries(id)).toHaveLength(70);
    });

    it('sends one event that was given up', async () => {
      const { id } = await desk.add();
      await desk.tell(2);
      await sweep();
      const [{ id: known }] = postbox.posted.splice(0) as [Postbox['posted'][number]];
      await database.write(desk.tenant, async (tx) => {
        const now = database.clock.now;
        await webhookDeliveryStore(tx, id).add([{ position: 1, type: 'order.changed' }], now);
        await webhookSettingStore(tx, id).wake(now);
      });
      await sweep();
      expect(postbox.posted).toMatchObject([{ id: known, event: 1 }]);
    });
  });

  describe('a ping', () => {
    const ping = (id: string) =>
      database.write(desk.tenant, async (tx) => {
        await webhookDeliveryStore(tx, id).add([{ position: null, type: 'ping' }], database.clock.now);
        await webhookSettingStore(tx, id).wake(database.clock.now);
      });

    it('is sent before anything else, whatever types were asked for', async () => {
      const { id } = await desk.add('https://desk.example/', ['order.changed']);
      await desk.tell();
      await ping(id);
      await sweep();
      expect(postbox.events()).toEqual([undefined, 1]);
      expect(JSON.parse(postbox.posted[0]!.request.body)).toEqual({
        type: 'ping',
        timestamp: '2026-11-22T12:00:00.000Z',
        data: { webhook: id },
      });
    });

    it('is sent once, and says nothing of the events', async () => {
      const { id } = await desk.add();
      postbox.answer = answers(500);
      await ping(id);
      await sweep();
      await later(day);
      expect(postbox.posted).toHaveLength(1);
      expect(await desk.get(id)).toMatchObject({ failures: 0, failingSince: null, status: 'enabled' });
      expect(await desk.deliveries(id)).toMatchObject([{ status: 'failed', error: 'status', attempts: 1 }]);
    });

    it('wakes an endpoint that is left alone', async () => {
      const { id } = await desk.add();
      await desk.tell(2);
      postbox.answer = answers(500);
      await sweep();
      postbox.answer = accepts;
      await ping(id);
      await sweep();
      expect(postbox.events()).toEqual([1, 2, undefined]);
    });
  });

  describe('several processes', () => {
    it('send each event once, and never two at a time to one endpoint', async () => {
      const urls = ['https://a.example/', 'https://b.example/', 'https://c.example/'];
      for (const url of urls) await desk.add(url);
      await desk.tell(40);
      const open = new Set<string>();
      let most = 0;
      postbox.answer = async ({ url }) => {
        expect(open.has(url)).toBe(false);
        open.add(url);
        most = Math.max(most, open.size);
        await new Promise(setImmediate);
        open.delete(url);
        return accepts();
      };
      const senders = [postbox.sender(), postbox.sender(), postbox.sender()];
      await Promise.all(senders.map((sender) => sender.sweep()));
      await sweep();
      for (const url of urls) {
        const events = postbox.posted.filter((posted) => posted.url === url).map(({ event }) => event);
        expect(events).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
      }
      expect(most).toBeGreaterThan(1);
    });

    it('leave to each other what one has begun, until its lease is over', async () => {
      const { id } = await desk.add();
      await desk.tell(2);
      // Killed between the sending and the record: the first write of its life is its last.
      let writes = 0;
      const dying: Parameters<Postbox['sender']>[0] = {
        database: {
          write: (tenant, work) =>
            ++writes === 1 ? database.write(tenant, work) : Promise.reject(new Error('killed')),
        },
      };
      await postbox.sender(dying).sweep();
      expect(postbox.failures.splice(0)).toEqual([new Error('killed')]);
      expect(postbox.events()).toEqual([1]);
      await later(lease - 1);
      expect(postbox.events()).toEqual([1]);
      await later(1);
      expect(postbox.events()).toEqual([1, 1, 2]);
      const [sent, again] = postbox.posted;
      expect(again!.id).toBe(sent!.id);
      expect(again!.request.body).toBe(sent!.request.body);
      expect(await desk.deliveries(id)).toMatchObject([{ attempts: 1 }, { attempts: 1 }]);
    });

    it('do not write over what another has done since, when they come to themselves too late', async () => {
      const { id } = await desk.add();
      await desk.tell();
      let wake = (_: WebhookAnswer) => {};
      postbox.answer = () => new Promise((resolve) => (wake = resolve));
      const late = postbox.sender().sweep();
      await eventually(() => postbox.posted.length).toBe(1);
      postbox.answer = accepts;
      await later(lease);
      expect(postbox.events()).toEqual([1, 1]);
      wake({ error: 'timed-out' });
      await late;
      expect(await desk.deliveries(id)).toMatchObject([{ status: 'delivered', attempts: 1 }]);
      expect(await desk.get(id)).toMatchObject({ failures: 0, failingSince: null });
    });
  });

  describe('a process that stops', () => {
    it('records what is answered in time, and begins nothing new', async () => {
      const { id } = await desk.add();
      await desk.tell(2);
      let answer = (_: WebhookAnswer) => {};
      postbox.answer = () => new Promise((resolve) => (answer = resolve));
      const sender = postbox.sender({ graceMs: 60_000 });
      void sender.sweep();
      await eventually(() => postbox.posted.length).toBe(1);
      const stopped = sender.stop();
      answer(accepts());
      await stopped;
      expect(postbox.events()).toEqual([1]);
      expect(await desk.deliveries(id)).toMatchObject([
        { status: 'delivered' },
        { status: 'pending', attempts: 0 },
      ]);
      postbox.answer = accepts;
      await sweep();
      expect(postbox.events()).toEqual([1, 2]);
    });

    it('leaves what is not answered in time to the next one at once, under the same id', async () => {
      const { id } = await desk.add();
      await desk.tell();
      postbox.answer = () => new Promise(() => undefined);
      const sender = postbox.sender({ graceMs: 0 });
      void sender.sweep();
      await eventually(() => postbox.posted.length).toBe(1);
      await sender.stop();
      expect(await desk.deliveries(id)).toMatchObject([{ status: 'pending', attempts: 0 }]);
      postbox.answer = accepts;
      await sweep();
      expect(postbox.posted.map((posted) => posted.id)).toEqual(Array(2).fill(postbox.posted[0]!.id));
    });
  });

  describe('one who is slow', () => {
    it('is left after half a minute, to be taken up again', async () => {
      const { id } = await desk.add();
      await desk.tell(8);
      const holders: (string | null)[] = [];
      postbox.answer = async () => {
        const rows = await database.asOwner<{ lease: string }>(
          'select lease from webhook_endpoints where id = $1',
          [id],
        );
        holders.push(rows[0]!.lease);
        database.clock.now += 10 * second;
        return accepts();
      };
      await sweep();
      expect(postbox.events()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
      const [a, b, c] = [...new Set(holders)];
      expect(holders).toEqual([a, a, a, b, b, b, c, c]);
    });

    it('takes no more than four places of a process, whatever number of endpoints they have', async () => {
      for (let index = 0; index < 6; index++) await desk.add('https://slow.example/');
      await desk.tell();
      const other = await openWebhooks(database);
      await other.add('https://quick.example/');
      await other.tell();
      const waiting: ((answer: WebhookAnswer) => void)[] = [];
      postbox.answer = ({ url }) =>
        url === 'https://slow.example/' ? new Promise((resolve) => waiting.push(resolve)) : accepts();
      const swept = postbox.sender().sweep();
      await eventually(() => postbox.posted.map(({ url }) => url)).toContain('https://quick.example/');
      await eventually(() => waiting.length).toBe(4);
      waiting.shift()!(accepts());
      await eventually(() => postbox.posted.length).toBe(6);
      await eventually(() => waiting.length).toBe(4);
      postbox.answer = accepts;
      for (const wake of waiting.splice(0)) wake(accepts());
      await swept;
      expect(postbox.posted).toHaveLength(7);
    });
  });

  it('a receiver that keeps still does not hold up the others, nor what happens meanwhile', async () => {
    await desk.add('https://still.example/');
    await desk.tell();
    let answer = (_: WebhookAnswer) => {};
    postbox.answer = ({ url }) =>
      url === 'https://still.example/' ? new Promise((resolve) => (answer = resolve)) : accepts();
    const sender = postbox.sender();
    const swept = sender.sweep();
    await eventually(() => postbox.posted.length).toBe(1);
    await desk.add('https://quick.example/');
    await desk.tell();
    sender.wake();
    await eventually(() => postbox.posted.map(({ url }) => url)).toContain('https://quick.example/');
    postbox.answer = accepts;
    answer(accepts());
    await swept;
    await sender.stop();
  });
});
