import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  answer,
  broken,
  newOrder,
  order,
  problem,
  scriptedFetch,
  silence,
} from '../../../test/scripted-fetch.ts';
import { createEmbedSession } from '../access/access.api.ts';
import { backfillOrder, getOrder, listOrders, moveOrderLine, placeOrder } from '../orders/order.api.ts';
import { type ConnectionOptions, connect } from './connection.ts';
import { isPortalError } from './portal-error.ts';

beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2026, 10, 22) }));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const server = (fetch: typeof globalThis.fetch, options: Partial<ConnectionOptions> = {}) =>
  connect({
    baseUrl: 'https://numbers.example/desk',
    secretKey: 'sk_1',
    random: () => 0.5,
    fetch,
    ...options,
  });

/** Lets virtual time pass until a call is over; gives its value or its error, and how long it took. */
async function over(call: Promise<unknown>): Promise<{ value?: unknown; error?: unknown; took: number }> {
  const startedAt = Date.now();
  const settled = call.then(
    (value) => ({ value, took: Date.now() - startedAt }),
    (error) => ({ error, took: Date.now() - startedAt }),
  );
  await vi.runAllTimersAsync();
  return settled;
}

const gaps = (sent: readonly { at: number }[]) => sent.slice(1).map(({ at }, index) => at - sent[index]!.at);

describe('what is sent', () => {
  it('is the method, the filled path, the rest as query, the token', async () => {
    const { fetch, sent } = scriptedFetch(answer({ data: [], next: null, syncedAt: null, feed: 0 }));
    await over(server(fetch).call(listOrders, { status: ['processing', 'canceled'], q: 'a b' }));
    expect(sent[0]).toMatchObject({
      method: 'GET',
      path: '/desk/v1/orders?status=processing&status=canceled&q=a+b',
    });
    expect(sent[0]!.headers.get('authorization')).toBe('Bearer sk_1');
  });

  it('is the rest as body where there is one, with the version in If-Match', async () => {
    const { fetch, sent } = scriptedFetch(answer(order));
    const move = { number: 'A/1', id: '2', status: 'canceled' as const };
    await over(server(fetch).call(moveOrderLine, move, { ifMatch: 7 }));
    expect(sent[0]).toMatchObject({ method: 'PATCH', path: '/desk/v1/orders/A%2F1/lines/2' });
    expect(sent[0]!.body).toEqual({ status: 'canceled' });
    expect(sent[0]!.headers.get('if-match')).toBe('"7"');
  });

  it('carries no cookie and is kept in no cache', async () => {
    const { fetch, sent } = scriptedFetch(answer(order));
    await over(server(fetch).call(getOrder, { number: 'A' }));
    expect(sent[0]!.init).toMatchObject({ credentials: 'omit', cache: 'no-store' });
  });

  it.each([
    ['https://numbers.example', '/v1/orders/A'],
    ['https://numbers.example/', '/v1/orders/A'],
    ['https://numbers.example/desk/', '/desk/v1/orders/A'],
    [new URL('https://numbers.example/a/b'), '/a/b/v1/orders/A'],
  ])('goes below %s', async (baseUrl, path) => {
    const { fetch, sent } = scriptedFetch(answer(order));
    await over(server(fetch, { baseUrl }).call(getOrder, { number: 'A' }));
    expect(sent[0]!.path).toBe(path);
  });

  it('goes relative to the page', async () => {
    vi.stubGlobal('document', { baseURI: 'https://portal.example/app/index.html' });
    const { fetch, sent } = scriptedFetch(answer(order));
    await over(server(fetch, { baseUrl: '/numberdesk' }).call(getOrder, { number: 'A' }));
    expect(sent[0]!.init.url).toBe('https://portal.example/numberdesk/v1/orders/A');
  });

  it('goes through the global fetch of the moment, unless another is given', async () => {
    const { fetch, sent } = scriptedFetch(answer(order));
    const connection = connect({ baseUrl: 'https://numbers.example', secretKey: 'sk_1' });
    vi.stubGlobal('fetch', fetch);
    await over(connection.call(getOrder, { number: 'A' }));
    expect(sent).toHaveLength(1);
  });

  it('is nothing without a way to a token', () => {
    expect(() => connect({ baseUrl: 'https://numbers.example' })).toThrow(TypeError);
  });

  it('is nothing when an address cannot carry what is asked for', async () => {
    const { fetch, sent } = scriptedFetch(answer(order));
    const { error } = await over(server(fetch).call(getOrder, { number: '..' }));
    expect(error).toMatchObject({ code: 'bad-request', errors: [{ path: '/number' }] });
    expect(sent).toHaveLength(0);
  });
});

describe('a request that fails', () => {
  it.each([408, 429, 502, 503, 504])(
    'with %i is tried again, three times, after growing waits',
    async (status) => {
      const { fetch, sent } = scriptedFetch(problem(status, 'unavailable'));
      const { error } = await over(server(fetch).call(getOrder, { number: 'A' }));
      expect(error).toMatchObject({ code: 'unavailable', status });
      expect(gaps(sent)).toEqual([150, 300, 600]);
    },
  );

  it('waits by chance, so that many clients do not come back at once', async () => {
    const chances = [0.1, 0.9, 0.25];
    const { fetch, sent } = scriptedFetch(problem(503, 'unavailable'));
    await over(server(fetch, { random: () => chances.shift()! }).call(getOrder, { number: 'A' }));
    expect(gaps(sent)).toEqual([30, 540, 300]);
  });

  it('is tried as often as it is told', async () => {
    const { fetch, sent } = scriptedFetch(problem(503, 'unavailable'));
    await over(server(fetch, { retries: 0 }).call(getOrder, { number: 'A' }));
    expect(sent).toHaveLength(1);
  });

  it('gives the answer of the attempt that succeeds', async () => {
    const { fetch, sent } = scriptedFetch(problem(503, 'unavailable'), broken(), answer(order));
    const { value } = await over(server(fetch).call(getOrder, { number: 'A' }));
    expect(value).toEqual(order);
    expect(sent).toHaveLength(3);
  });

  it.each([400, 403, 404, 412, 422, 500])('with %i is not tried again', async (status) => {
    const { fetch, sent } = scriptedFetch(problem(status, 'internal'));
    const { error } = await over(server(fetch).call(getOrder, { number: 'A' }));
    expect(error).toMatchObject({ status });
    expect(sent).toHaveLength(1);
  });

  it('waits as long as the server asks', async () => {
    const { fetch, sent } = scriptedFetch(
      problem(429, 'too-many-requests', {}, { 'retry-after': '7' }),
      answer(order),
    );
    await over(server(fetch).call(getOrder, { number: 'A' }));
    expect(gaps(sent)).toEqual([7000]);
  });

  it('waits until the date that the server names', async () => {
    const date = new Date(Date.now() + 5000).toUTCString();
    const { fetch, sent } = scriptedFetch(
      problem(503, 'unavailable', {}, { 'retry-after': date }),
      answer(order),
    );
    await over(server(fetch).call(getOrder, { number: 'A' }));
    expect(gaps(sent)).toEqual([5000]);
  });

  it('does not wait longer than twenty seconds, or what it is told', async () => {
    for (const [options, wait] of [
      [{}, 20_000],
      [{ maxRetryAfter: 500 }, 500],
    ] as const) {
      const { fetch, sent } = scriptedFetch(
        problem(429, 'too-many-requests', {}, { 'retry-after': '86400' }),
        answer(order),
      );
      await over(server(fetch, options).call(getOrder, { number: 'A' }));
      expect(gaps(sent)).toEqual([wait]);
    }
  });

  it('is given up after a minute in all, with the refusal that was met', async () => {
    const { fetch } = scriptedFetch(problem(429, 'too-many-requests', {}, { 'retry-after': '3600' }));
    const { error, took } = await over(server(fetch, { retries: 9 }).call(getOrder, { number: 'A' }));
    expect(error).toMatchObject({ code: 'too-many-requests', status: 429, retryAfter: 3600 });
    expect(took).toBe(60_000);
  });

  it('gives up an attempt after fifteen seconds, and the whole after a minute', async () => {
    const { fetch, sent } = scriptedFetch(silence);
    const { error, took } = await over(server(fetch, { retries: 9 }).call(getOrder, { number: 'A' }));
    expect(error).toMatchObject({ code: 'timed-out', status: 0 });
    expect(took).toBe(60_000);
    expect(gaps(sent)).toEqual([15_150, 15_300, 15_600]);
  });

  it('counts the wait for a session into the whole', async () => {
    const { fetch, sent } = scriptedFetch(answer(order));
    const fetchSession = () => new Promise<never>(() => undefined);
    const connection = server(fetch, { secretKey: undefined, fetchSession, totalTimeout: 5000 } as never);
    const { error, took } = await over(connection.call(getOrder, { number: 'A' }));
    expect(error).toMatchObject({ code: 'timed-out' });
    expect(took).toBe(5000);
    expect(sent).toHaveLength(0);
  });

  it('keeps to the whole also when a stand-in for fetch does not heed the signal', async () => {
    const fetch = () => new Promise<never>(() => undefined);
    const { error, took } = await over(server(fetch, { totalTimeout: 4000 }).call(getOrder, { number: 'A' }));
    expect(error).toMatchObject({ code: 'timed-out' });
    expect(took).toBe(4000);
  });

  it.each([
    'Failed to fetch',
    'NetworkError when attempting to fetch resource.',
    'Load failed',
    'fetch failed',
    'Error in input stream',
    'in words that nobody has heard of',
  ])('is out of reach and tried again when fetch says "%s"', async (message) => {
    const { fetch, sent } = scriptedFetch(broken(message));
    const { error } = await over(server(fetch).call(getOrder, { number: 'A' }));
    expect(error).toMatchObject({ code: 'unreachable', status: 0, requestId: null });
    expect(sent).toHaveLength(4);
  });

  it('is tried again when the answer breaks off', async () => {
    const cut = () =>
      new Response(
        new ReadableStream({
          pull(controller) {
            controller.enqueue(new TextEncoder().encode('{"number":'));
            controller.error(new TypeError('terminated'));
          },
        }),
      );
    const { fetch, sent } = scriptedFetch(cut, answer(order));
    const { value } = await over(server(fetch).call(getOrder, { number: 'A' }));
    expect(value).toEqual(order);
    expect(sent).toHaveLength(2);
  });

  it('is tried again when the answer stalls', async () => {
    const stalled = () => new Response(new ReadableStream());
    const { fetch, sent } = scriptedFetch(stalled, answer(order));
    const { value } = await over(server(fetch).call(getOrder, { number: 'A' }));
    expect(value).toEqual(order);
    expect(gaps(sent)).toEqual([15_150]);
  });

  it('hands on an error that is the program’s own', async () => {
    const fetch = () => Promise.reject(new SyntaxError('a mistake in a stand-in'));
    const { error } = await over(server(fetch).call(getOrder, { number: 'A' }));
    expect(error).toBeInstanceOf(SyntaxError);
  });
});

describe('an act', () => {
  const keys = (sent: readonly { headers: Headers }[]) =>
    sent.map(({ headers }) => headers.get('idempotency-key'));

  it('keeps its key over every attempt, and another act has another', async () => {
    const { fetch, sent } = scriptedFetch(
      problem(503, 'unavailable'),
      broken(),
      answer(order, { status: 201 }),
      answer(order, { status: 201 }),
    );
    const connection = server(fetch);
    await over(connection.call(placeOrder, newOrder));
    await over(connection.call(placeOrder, newOrder));
    const [first, second, third, other] = keys(sent);
    expect(first).toMatch(/^[0-9a-f]{32}$/);
    expect([second, third]).toEqual([first, first]);
    expect(other).not.toBe(first);
    expect(sent.every(({ body }) => JSON.stringify(body) === JSON.stringify(newOrder))).toBe(true);
  });

  it('keeps its key over a new session', async () => {
    const { fetch, sent } = scriptedFetch(problem(401, 'session-expired'), answer(order, { status: 201 }));
    let count = 0;
    const fetchSession = async () => ({ token: `t${++count}`, expiresAt: '2026-11-22T00:15:00.000Z' });
    await over(
      connect({ baseUrl: 'https://numbers.example', fetch, fetchSession }).call(placeOrder, newOrder),
    );
    expect(sent).toHaveLength(2);
    expect(keys(sent)[0]).toBe(keys(sent)[1]);
  });

  it('takes the key that it is given, or one from the maker of keys', async () => {
    const { fetch, sent } = scriptedFetch(answer(order, { status: 201 }));
    const connection = server(fetch, { newKey: () => 'made' });
    await over(connection.call(placeOrder, newOrder, { idempotencyKey: 'given' }));
    await over(connection.call(placeOrder, newOrder));
    expect(keys(sent)).toEqual(['given', 'made']);
  });

  it('has a key where one is honoured, and none where none is', async () => {
    const { fetch, sent } = scriptedFetch(answer(order));
    const connection = server(fetch, { newKey: () => 'made' });
    await over(connection.call(moveOrderLine, { number: 'A', id: '1', status: 'canceled' }, { ifMatch: 1 }));
    await over(connection.call(getOrder, { number: 'A' }));
    expect(keys(sent)).toEqual(['made', null]);
  });

  it('without a key is not tried again, for it might be done twice', async () => {
    const request = {
      user: { id: 'u', name: 'Ada' },
      permissionSet: 'staff' as const,
      origins: ['https://p.example'],
    };
    for (const failure of [problem(503, 'unavailable'), broken(), silence]) {
      const { fetch, sent } = scriptedFetch(failure);
      const { error } = await over(server(fetch).call(createEmbedSession, request));
      expect(isPortalError(error)).toBe(true);
      expect(sent).toHaveLength(1);
    }
  });

  it('that puts is tried again, for it may be done twice', async () => {
    const { fetch, sent } = scriptedFetch(problem(503, 'unavailable'), answer(order));
    const backfill = {
      ...newOrder,
      placedAt: '2026-11-01T00:00:00Z',
      lines: [
        { ...newOrder.lines[0]!, status: 'processing' as const, statusChangedAt: '2026-11-01T00:00:00Z' },
      ],
    };
    await over(server(fetch).call(backfillOrder, backfill));
    expect(sent).toHaveLength(2);
  });

  it('whose first attempt is still at work waits for its answer', async () => {
    const { fetch, sent } = scriptedFetch(
      broken(),
      problem(409, 'in-progress', {}, { 'retry-after': '2' }),
      answer(order, { status: 201 }),
    );
    const { value } = await over(server(fetch).call(placeOrder, newOrder));
    expect(value).toEqual(order);
    expect(gaps(sent)).toEqual([150, 2000]);
  });

  it.each(['order-exists', 'transition-not-allowed', 'already-decided'])(
    'that meets %s has its answer',
    async (code) => {
      const { fetch, sent } = scriptedFetch(problem(409, code));
      const { error } = await over(server(fetch).call(placeOrder, newOrder));
      expect(error).toMatchObject({ code, status: 409 });
      expect(sent).toHaveLength(1);
    },
  );
});

describe('a session that ends', () => {
  const expiresAt = '2026-11-22T00:15:00.000Z';
  const tokens = () => {
    let count = 0;
    return vi.fn(async () => ({ token: `t${++count}`, expiresAt }));
  };
  const page = (
    fetch: typeof globalThis.fetch,
    fetchSession: () => Promise<{ token: string; expiresAt: string }>,
  ) => connect({ baseUrl: 'https://numbers.example', fetch, fetchSession, random: () => 0.5 });
  const bearers = (sent: readonly { headers: Headers }[]) =>
    sent.map(({ headers }) => headers.get('authorization'));

  it('is replaced once, and the call is sent once more', async () => {
    const fetchSession = tokens();
    const { fetch, sent } = scriptedFetch(problem(401, 'session-expired'), answer(order));
    const { value } = await over(page(fetch, fetchSession).call(getOrder, { number: 'A' }));
    expect(value).toEqual(order);
    expect(bearers(sent)).toEqual(['Bearer t1', 'Bearer t2']);
    expect(fetchSession).toHaveBeenCalledTimes(2);
  });

  it('is not replaced a second time for the same call', async () => {
    const fetchSession = tokens();
    const { fetch, sent } = scriptedFetch(problem(401, 'session-expired'));
    const { error } = await over(page(fetch, fetchSession).call(getOrder, { number: 'A' }));
    expect(error).toMatchObject({ code: 'session-expired', status: 401 });
    expect(sent).toHaveLength(2);
  });

  it('is replaced once for many calls', async () => {
    const fetchSession = tokens();
    const { fetch, sent } = scriptedFetch(async (request) =>
      request.headers.get('authorization') === 'Bearer t1'
        ? problem(401, 'session-expired')(request)
        : Response.json(order),
    );
    const connection = page(fetch, fetchSession);
    const calls = Array.from({ length: 12 }, () => connection.call(getOrder, { number: 'A' }));
    const { value } = await over(Promise.all(calls));
    expect(value).toEqual(calls.map(() => order));
    expect(fetchSession).toHaveBeenCalledTimes(2);
    expect(sent).toHaveLength(24);
  });

  it('is not tried again with a token that has been refused', async () => {
    const { fetch, sent } = scriptedFetch(problem(401, 'unauthenticated'));
    const same = vi.fn(async () => ({ token: 'same', expiresAt }));
    const { error } = await over(page(fetch, same).call(getOrder, { number: 'A' }));
    expect(error).toMatchObject({ code: 'unauthenticated', status: 401 });
    expect(sent).toHaveLength(1);
    expect(same).toHaveBeenCalledTimes(2);
  });

  it('and cannot be replaced is expired', async () => {
    const cause = new Error('logged out');
    const fetchSession = tokens();
    const { fetch } = scriptedFetch(problem(401, 'session-expired'));
    const call = page(fetch, fetchSession).call(getOrder, { number: 'A' });
    fetchSession.mockRejectedValue(cause);
    const { error } = await over(call);
    expect(isPortalError(error)).toBe(true);
    expect(error).toMatchObject({ code: 'session-expired', cause });
  });

  it('of a secret key is simply refused', async () => {
    const { fetch, sent } = scriptedFetch(problem(401, 'unauthenticated'));
    const { error } = await over(server(fetch).call(getOrder, { number: 'A' }));
    expect(error).toMatchObject({ code: 'unauthenticated' });
    expect(sent).toHaveLength(1);
  });
});

describe('an abort', () => {
  const reason = { why: 'the widget is gone' };

  it('before anything is sent sends nothing', async () => {
    const { fetch, sent } = scriptedFetch(answer(order));
    const fetchSession = vi.fn();
    const connection = connect({ baseUrl: 'https://numbers.example', fetch, fetchSession });
    const { error } = await over(
      connection.call(getOrder, { number: 'A' }, { signal: AbortSignal.abort(reason) }),
    );
    expect(error).toBe(reason);
    expect(sent).toHaveLength(0);
    expect(fetchSession).not.toHaveBeenCalled();
  });

  it.each([
    ['while it waits for an answer', silence],
    ['while it waits to try again', problem(503, 'unavailable', {}, { 'retry-after': '10' })],
    ['while it reads', () => new Response(new ReadableStream())],
  ])('%s ends the call at once, with its own reason', async (_, first) => {
    const { fetch, sent } = scriptedFetch(first);
    const caller = new AbortController();
    const settled = server(fetch)
      .call(getOrder, { number: 'A' }, { signal: caller.signal })
      .then(null, (error) => ({ error, at: Date.now() }));
    await vi.advanceTimersByTimeAsync(1000);
    const abortedAt = Date.now();
    caller.abort(reason);
    expect(await settled).toEqual({ error: reason, at: abortedAt });
    await vi.runAllTimersAsync();
    expect(sent).toHaveLength(1);
  });

  it('while it waits for a session sends nothing, and leaves the session to others', async () => {
    const { fetch, sent } = scriptedFetch(answer(order));
    const session = Promise.withResolvers<{ token: string; expiresAt: string }>();
    const fetchSession = vi.fn(() => session.promise);
    const connection = connect({ baseUrl: 'https://numbers.example', fetch, fetchSession });
    const caller = new AbortController();
    const aborted = connection.call(placeOrder, newOrder, { signal: caller.signal }).catch((error) => error);
    const patient = connection.call(getOrder, { number: 'A' });
    caller.abort(reason);
    expect(await aborted).toBe(reason);
    session.resolve({ token: 't1', expiresAt: '2026-11-22T00:15:00.000Z' });
    expect((await over(patient)).value).toEqual(order);
    expect(sent.map(({ method }) => method)).toEqual(['GET']);
    expect(fetchSession).toHaveBeenCalledOnce();
  });

  it('by a caller’s own time limit stays what it is', async () => {
    const { fetch } = scriptedFetch(silence);
    const caller = new AbortController();
    const call = server(fetch).call(getOrder, { number: 'A' }, { signal: caller.signal });
    const limit = new DOMException('The signal timed out.', 'TimeoutError');
    caller.abort(limit);
    expect((await over(call)).error).toBe(limit);
  });

  it('without a reason is an AbortError', async () => {
    const { fetch } = scriptedFetch(silence);
    const caller = new AbortController();
    const call = server(fetch).call(getOrder, { number: 'A' }, { signal: caller.signal });
    caller.abort();
    expect((await over(call)).error).toMatchObject({ name: 'AbortError' });
  });
});

describe('an answer', () => {
  const headers = { 'x-request-id': 'req-9' };

  it('keeps what this version does not know', async () => {
    const later = { ...order, status: 'on-hold', priority: 1 };
    const { fetch } = scriptedFetch(answer(later));
    expect((await over(server(fetch).call(getOrder, { number: 'A' }))).value).toEqual(later);
  });

  it.each([
    ['a page of HTML', '<!doctype html>'],
    ['nothing', ''],
    ['half an answer', '{"number": "A'],
  ])('that is %s is unreadable', async (_, text) => {
    const { fetch, sent } = scriptedFetch(() => new Response(text, { headers }));
    const { error } = await over(server(fetch).call(getOrder, { number: 'A' }));
    expect(error).toMatchObject({ code: 'unreadable-answer', status: 200, requestId: 'req-9' });
    expect(sent).toHaveLength(1);
  });

  it('of the wrong shape is unreadable, and says where', async () => {
    const { fetch } = scriptedFetch(answer({ ...order, placedBy: { name: 7 } }, { headers }));
    const { error } = await over(server(fetch).call(getOrder, { number: 'A' }));
    expect(error).toMatchObject({ code: 'unreadable-answer', requestId: 'req-9' });
    expect((error as Error).message).toContain('/placedBy/name');
  });

  it('that is a problem becomes an error with all that it says', async () => {
    const said = {
      requestId: 'req-9',
      permission: 'orders:place',
      current: { version: 2 },
      errors: [{ path: '/number', code: 'too-big', detail: 'Too long.' }],
    };
    const { fetch } = scriptedFetch(problem(403, 'forbidden', said, { 'retry-after': '9' }));
    const { error } = await over(server(fetch).call(placeOrder, newOrder));
    expect(isPortalError(error)).toBe(true);
    expect(error).toMatchObject({ code: 'forbidden', message: 'No.', status: 403, retryAfter: 9, ...said });
  });

  it('that is a problem of a later version is handed on', async () => {
    const { fetch } = scriptedFetch(problem(409, 'on-holiday', {}, headers));
    const { error } = await over(server(fetch).call(placeOrder, newOrder));
    expect(error).toMatchObject({ code: 'on-holiday', status: 409, requestId: 'req-9', retryAfter: null });
  });

  it.each([
    [502, 'unavailable'],
    [500, 'unavailable'],
    [403, 'unreadable-answer'],
    [404, 'unreadable-answer'],
  ])('of status %i that is no problem has the code %s', async (status, code) => {
    const { fetch } = scriptedFetch(() => new Response('<h1>proxy</h1>', { status, headers }));
    const { error } = await over(server(fetch, { retries: 0 }).call(getOrder, { number: 'A' }));
    expect(error).toMatchObject({ code, status, requestId: 'req-9' });
  });
});
