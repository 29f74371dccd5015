import { createClient } from '@numberdesk/core';
import { type PortalEvent, isPortalError } from '@numberdesk/core/http';
import { http, HttpResponse } from 'msw/http';
import { setupServer } from 'msw/node';
import { getResponse } from 'msw/utils/get-response';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type MockOptions, mockHandlers, sampleOrders } from '../src/index.ts';

const now = '2026-11-20T15:00:00.000Z';
const fetchSession = async () => ({ token: `t-${Math.random()}`, expiresAt: '2099-01-01T00:00:00.000Z' });

function open(options: MockOptions = {}) {
  const mock = mockHandlers({ now, ...options });
  const client = createClient({
    baseUrl: 'https://numbers.example',
    fetch: mock.fetch,
    fetchSession,
    retries: 0,
    random: () => 0,
  });
  return { mock, client };
}

/** Listens until it is stopped. */
function listen(client: ReturnType<typeof open>['client'], after: number | null = null) {
  const caller = new AbortController();
  const events: PortalEvent[] = [];
  const done = (async () => {
    for await (const event of client.events({ after, signal: caller.signal })) events.push(event);
  })();
  return {
    events,
    async stop() {
      caller.abort();
      await done;
    },
  };
}

const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => 'done',
    (error: unknown) => (isPortalError(error) ? error.code : error),
  );

describe('a mock that is told nothing', () => {
  it('has one order in each status, and an admin who looks at them', async () => {
    const { client } = open();
    const { data } = await client.orders.list();
    expect(data.map(({ status }) => status).sort()).toEqual([
      'canceled',
      'completed',
      'pending-docs',
      'processing',
    ]);
    expect(data).toHaveLength(sampleOrders.length);
    expect(await client.access.session()).toMatchObject({
      account: { id: 'acme' },
      user: { name: 'Ada Byron' },
    });
  });

  it('has the real time', async () => {
    const before = Date.now();
    const { orders } = mockHandlers({ orders: [] });
    const { placedAt } = orders.put({ number: 'A', placedAt: Date.now() });
    expect(Date.parse(placedAt)).toBeGreaterThanOrEqual(before);
  });
});

describe('an order that a test writes down', () => {
  it('ORD-2: needs a number and no more', async () => {
    const { client } = open({ orders: [{ number: 'A-1' }] });
    expect(await client.orders.get({ number: 'A-1' })).toMatchObject({
      account: 'acme',
      placedAt: '2026-11-19T15:00:00.000Z',
      confirmedAt: '2026-11-19T15:00:00.000Z',
      status: 'processing',
      lines: [{ id: '1', quantity: 1, estimated: { from: '2026-11-24', to: '2026-11-27' }, numbers: [] }],
    });
  });

  it('ORD-6, ORD-7: carries numbers where it is completed, and has just got there', async () => {
    const { mock } = open({ orders: [{ number: 'A', lines: [{ status: 'completed', quantity: 3 }] }] });
    const order = mock.orders.get('A');
    expect(new Set(order.lines[0]!.numbers).size).toBe(3);
    expect(order.leavesAt).toBe('2026-11-27T15:00:00.000Z');
  });

  it('ORD-8: may have a status that nobody knows', async () => {
    const { client } = open({ orders: [{ number: 'A', status: 'on-hold' }] });
    expect((await client.orders.list()).data).toMatchObject([
      { status: 'on-hold', action: null, leavesAt: null },
    ]);
  });

  it('ORD-9: may be one that the carrier has not confirmed', async () => {
    const { mock, client } = open({ orders: [{ number: 'A', confirmedAt: null }], syncedAt: now });
    expect(mock.orders.get('A').confirmedAt).toBeNull();
    expect((await client.orders.list()).syncedAt).toBe(now);
    expect(mock.orders.confirm('A')).toMatchObject({ confirmedAt: now, version: 2 });
    mock.orders.sync('2026-11-21T00:00:00Z');
    expect((await client.orders.list()).syncedAt).toBe('2026-11-21T00:00:00.000Z');
  });
});

describe('what a test does to the orders', () => {
  it('ORD-3: is heard by an open page', async () => {
    const { mock, client } = open({ orders: [{ number: 'A', status: 'pending-docs' }] });
    const { events, stop } = listen(client, (await client.orders.list()).feed);
    await vi.waitFor(() => {
      if (events.length === 0) mock.orders.put({ number: 'B' });
      expect(events.length).toBeGreaterThan(0);
    });
    const seen = events.length;
    mock.orders.move('A', '1', 'processing');
    mock.orders.move('A', '1', 'completed');
    await vi.waitFor(() => expect(events.length).toBe(seen + 3));
    expect(events.at(-1)).toMatchObject({
      type: 'order.changed',
      data: { order: { number: 'A', status: 'completed', version: 3 } },
    });
    expect(mock.orders.get('A').lines[0]!.numbers).toHaveLength(1);
    await stop();
  });

  it('ORD-3: keeps to the rules', () => {
    const { mock } = open({ orders: [{ number: 'A', status: 'pending-docs' }] });
    expect(() => mock.orders.move('A', '1', 'completed')).toThrow(/cannot become completed/);
    expect(() => mock.orders.move('A', '9', 'canceled')).toThrow(/no such line/);
    expect(() => mock.orders.move('B', '1', 'canceled')).toThrow(RangeError);
  });

  it('ORD-1: is seen in the order of the list', () => {
    const { mock } = open({ orders: [{ number: 'A-999' }, { number: 'A-1000' }] });
    mock.orders.put({ number: 'A-1001', status: 'canceled' });
    expect(mock.orders.all().map(({ number }) => number)).toEqual(['A-1001', 'A-1000', 'A-999']);
  });
});

describe('what a page may do', () => {
  it('ACC-2: is what the test says, with what that implies', async () => {
    const { mock, client } = open({ permissions: ['orders:place'] });
    expect(mock.permissions).toEqual(['orders:view', 'orders:place']);
    expect(await codeOf(client.orders.list())).toBe('done');
    mock.permissions = ['numbers:view'];
    expect(await codeOf(client.orders.list())).toBe('forbidden');
    expect((await client.access.session()).permissions).toEqual(['numbers:view']);
  });

  it('ACC-2: is that of staff for a session without an account', async () => {
    const { client } = open({ session: { permissionSet: 'staff' }, orders: [{ number: 'A' }] });
    expect((await client.access.session()).account).toBeNull();
    const canceled = client.orders.moveLine({ number: 'A', id: '1', status: 'canceled' }, { ifMatch: 1 });
    expect((await canceled).status).toBe('canceled');
  });

  it('ACC-1: is that of the account that the session names', async () => {
    const accounts = [{ id: 'top' }, { id: 'east', parent: 'top' }];
    const orders = [
      { number: 'A', account: 'top' },
      { number: 'B', account: 'east' },
    ];
    const { client } = open({ accounts, orders, session: { account: 'east' } });
    expect((await client.orders.list()).data.map(({ number }) => number)).toEqual(['B']);
    expect((await client.access.session()).account).toMatchObject({ id: 'east', level: 'business-unit' });
  });

  it('ends with the session, and goes on with the next', async () => {
    const { mock, client } = open();
    const ask = async (token: string) => {
      const headers = { authorization: `Bearer ${token}` };
      const { status } = await mock.fetch('https://numbers.example/v1/orders', { headers });
      return status;
    };
    expect(await ask('first')).toBe(200);
    const { events, stop } = listen(client);
    await client.orders.list();
    mock.endSessions();
    expect(await ask('first')).toBe(401);
    expect(await ask('second')).toBe(200);
    expect(await codeOf(client.orders.list())).toBe('done');
    await vi.waitFor(() => {
      mock.orders.put({ number: 'B' });
      expect(events.length).toBeGreaterThan(0);
    });
    await stop();
  });

  it('is no matter of any token that looks like a secret key', async () => {
    const { mock } = open({ secretKey: 'sk_mine' });
    const key = (secretKey: string) =>
      createClient({ baseUrl: 'https://numbers.example', fetch: mock.fetch, secretKey, retries: 0 });
    expect(await codeOf(key('sk_mine').access.getPolicy())).toBe('done');
    expect(await codeOf(key('sk_other').access.getPolicy())).toBe('unauthenticated');
  });
});

describe('a mock that is told to fail', () => {
  it('fails at everything until it is told not to', async () => {
    const { mock, client } = open({ fail: 'unavailable' });
    expect(await codeOf(client.orders.list())).toBe('unavailable');
    expect(await codeOf(client.access.session())).toBe('unavailable');
    mock.fail = null;
    expect(await codeOf(client.orders.list())).toBe('done');
  });

  it('fails at one operation, so many times', async () => {
    const { mock, client } = open();
    mock.fail = { code: 'internal', on: 'orders.list', times: 2 };
    expect(await codeOf(client.access.session())).toBe('done');
    const codes = [
      await codeOf(client.orders.list()),
      await codeOf(client.orders.list()),
      await codeOf(client.orders.list()),
    ];
    expect(codes).toEqual(['internal', 'internal', 'done']);
  });

  it('knows no operation that there is not', () => {
    const fail = { code: 'internal', on: 'orders.lists' } as const;
    expect(() => mockHandlers({ fail })).toThrow('no operation "orders.lists"');
    const { mock } = open();
    expect(() => (mock.fail = fail)).toThrow(RangeError);
    expect(mock.fail).toBeNull();
  });

  it('fails as a network does', async () => {
    const { client } = open({ fail: 'network' });
    expect(await codeOf(client.orders.list())).toBe('unreachable');
  });

  it('says when to come back', async () => {
    const detail = 'Not so fast.';
    const { client } = open({ fail: { code: 'too-many-requests', retryAfter: 7, detail } });
    const error = await client.orders.list().catch((error: unknown) => error);
    const said = { code: 'too-many-requests', message: detail, retryAfter: 7, requestId: expect.any(String) };
    expect(error).toMatchObject(said);
  });

  it('refuses the stream alone', async () => {
    const { client } = open({ fail: { code: 'not-found', on: 'events' } });
    expect(await codeOf(client.orders.list())).toBe('done');
    const stream = client.events({ signal: new AbortController().signal });
    expect(await codeOf(stream.next())).toBe('not-found');
  });
});

describe('a mock that is told to wait', () => {
  it('answers after that time', async () => {
    vi.useFakeTimers();
    try {
      const { client } = open({ delay: 1000 });
      let answered = false;
      const call = client.orders.list().then(() => (answered = true));
      await vi.advanceTimersByTimeAsync(999);
      expect(answered).toBe(false);
      await vi.advanceTimersByTimeAsync(1);
      await call;
    } finally {
      vi.useRealTimers();
    }
  });

  it('never answers, if it is told so, until it is given up', async () => {
    const { client } = open({ delay: Infinity });
    const caller = new AbortController();
    const call = codeOf(client.orders.list({}, { signal: caller.signal }));
    caller.abort('enough');
    expect(await call).toBe('enough');
  });
});

describe('the stream of a mock', () => {
  it('goes on after it was cut, and misses nothing', async () => {
    const { mock, client } = open({ orders: [] });
    const { events, stop } = listen(client, 0);
    mock.orders.put({ number: 'A' });
    await vi.waitFor(() => expect(events).toHaveLength(1));
    mock.events.cut();
    mock.orders.put({ number: 'B' });
    await vi.waitFor(() => expect(events).toHaveLength(2));
    expect(events.map(({ id }) => id)).toEqual([1, 2]);
    await stop();
  });

  it('sends a reset to who comes from before what it remembers', async () => {
    const { mock, client } = open({ orders: [] });
    const { events, stop } = listen(client, 0);
    mock.orders.put({ number: 'A' });
    await vi.waitFor(() => expect(events).toHaveLength(1));
    mock.events.forget();
    mock.events.cut();
    await vi.waitFor(() => expect(events.at(-1)?.type).toBe('reset'));
    mock.orders.put({ number: 'B' });
    await vi.waitFor(() => expect(events.at(-1)?.data).toMatchObject({ order: { number: 'B' } }));
    await stop();
  });
});

describe('going back to the beginning', () => {
  it('takes back whatever was done and told', async () => {
    const { mock, client } = open({ orders: [{ number: 'A' }] });
    mock.orders.move('A', '1', 'canceled');
    mock.orders.put({ number: 'B' });
    mock.permissions = [];
    mock.fail = 'network';
    mock.delay = Infinity;
    mock.reset();
    expect(await client.orders.list()).toMatchObject({
      data: [{ number: 'A', status: 'processing', version: 1 }],
      feed: 0,
    });
  });
});

describe('Mock Service Worker', () => {
  const mock = mockHandlers({ now, orders: [{ number: 'A-1' }] });
  const server = setupServer(...mock.handlers);
  beforeAll(() => server.listen());
  afterEach(() => mock.reset());
  afterAll(() => server.close());

  it.each(['https://numbers.example', 'http://localhost:4870/desk', 'https://any.example/a/b/'])(
    'answers below %s',
    async (baseUrl) => {
      const client = createClient({ baseUrl, fetchSession });
      expect((await client.orders.get({ number: 'A-1' })).number).toBe('A-1');
    },
  );

  it.each([
    ['/desk', 'https://a.example/desk/v1/orders', 200],
    ['https://a.example', 'https://a.example/v1/orders', 200],
    ['https://a.example/', 'https://a.example/v1/nothing', 404],
    ['/desk', 'https://a.example/other/v1/orders', undefined],
    ['https://a.example', 'https://b.example/v1/orders', undefined],
    ['*', 'https://b.example/image.png', undefined],
  ])('below %s answers %s with %s', async (baseUrl, url, status) => {
    const request = new Request(url, { headers: { authorization: 'Bearer t' } });
    const response = await getResponse(mockHandlers({ now, baseUrl }).handlers, request);
    expect(response?.status).toBe(status);
  });

  it('lets a test answer one operation in another way', async () => {
    server.use(http.get('*/v1/session', () => HttpResponse.json({ surprise: true })));
    const client = createClient({ baseUrl: 'https://numbers.example', fetchSession });
    expect(await codeOf(client.access.session())).toBe('unreadable-answer');
    expect(await codeOf(client.orders.list())).toBe('done');
    server.resetHandlers();
  });

  it('carries the stream', async () => {
    const client = createClient({ baseUrl: 'https://numbers.example', fetchSession });
    const { feed } = await client.orders.list();
    const { events, stop } = listen(client, feed);
    mock.orders.put({ number: 'B' });
    await vi.waitFor(() => expect(events).toHaveLength(1));
    await stop();
  });

  it('fails as a network does', async () => {
    mock.fail = 'network';
    const client = createClient({ baseUrl: 'https://numbers.example', fetchSession, retries: 0 });
    expect(await codeOf(client.orders.list())).toBe('unreachable');
  });
});
