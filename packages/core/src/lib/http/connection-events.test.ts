import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { body, changed, frame } from '../../../test/event-bytes.ts';
import { broken, problem, scriptedFetch, silence } from '../../../test/scripted-fetch.ts';
import { type ConnectionOptions, connect } from './connection.ts';
import type { PortalEvent } from './event-stream.ts';

// It is loaded when it is needed first, which takes real time.
beforeAll(() => import('./event-stream.ts').then(() => undefined));
beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2026, 10, 22) }));
afterEach(() => void vi.useRealTimers());

const stream =
  (pieces: string[], then: 'ends' | 'fails' | 'stays open' = 'ends') =>
  () =>
    new Response(body(pieces, then), { headers: { 'content-type': 'text/event-stream' } });

const ids = (...these: number[]) => these.map((id) => frame(changed(id)));

/** Listens through a connection for a while of virtual time. */
async function listen(
  answers: Parameters<typeof scriptedFetch>,
  {
    millis = 60_000,
    after,
    ...options
  }: Partial<ConnectionOptions> & { millis?: number; after?: number } = {},
) {
  const { fetch, sent } = scriptedFetch(...answers);
  const caller = new AbortController();
  const connection = connect({
    baseUrl: 'https://numbers.example',
    ...(options.fetchSession ? {} : { secretKey: 'sk_1' }),
    fetch,
    random: () => 0.5,
    ...options,
  });
  const events: PortalEvent[] = [];
  const done = (async () => {
    for await (const event of connection.events({ after: after ?? null, signal: caller.signal }))
      events.push(event);
  })().then(null, (error: unknown) => ({ error }));
  await vi.advanceTimersByTimeAsync(millis);
  caller.abort();
  const end = await done;
  return { ids: events.map(({ id }) => id), sent, error: end?.error };
}

const gaps = (sent: readonly { at: number }[]) => sent.slice(1).map(({ at }, index) => at - sent[index]!.at);

describe('the events of a connection', () => {
  it('are asked for as a stream, from a position', async () => {
    const { sent, ids: got } = await listen([stream(ids(8), 'stays open')], { after: 7, millis: 1000 });
    expect(sent[0]).toMatchObject({ method: 'GET', path: '/v1/events' });
    expect(sent[0]!.headers.get('accept')).toBe('text/event-stream');
    expect(sent[0]!.headers.get('last-event-id')).toBe('7');
    expect(got).toEqual([8]);
  });

  it('are asked for from now on where there is no position', async () => {
    const { sent } = await listen([stream(ids(8), 'stays open')], { millis: 1000 });
    expect(sent[0]!.headers.has('last-event-id')).toBe(false);
  });

  it('come for hours over one connection, longer than any call may take', async () => {
    const beats = () =>
      new Response(
        new ReadableStream<Uint8Array>({
          async pull(controller) {
            await new Promise((resolve) => setTimeout(resolve, 15_000));
            controller.enqueue(new TextEncoder().encode(': ping\n\n'));
          },
        }),
      );
    const { sent } = await listen([beats], { millis: 4 * 3_600_000 });
    expect(sent).toHaveLength(1);
  });

  it('are asked for again on a dead line, after the silence that is allowed', async () => {
    const { sent } = await listen([stream(ids(1), 'stays open')], { maxSilence: 5000, millis: 6000 });
    expect(gaps(sent)).toEqual([5375]);
  });

  it('wait for a server that is down: half a second, doubling up to half a minute', async () => {
    const { sent } = await listen([broken()], { millis: 120_000 });
    expect(gaps(sent).slice(0, 9)).toEqual([375, 750, 1500, 3000, 6000, 12_000, 22_500, 22_500, 22_500]);
  });

  it('wait as long as the server asks, up to what a call would wait', async () => {
    const { sent } = await listen(
      [
        problem(503, 'unavailable', {}, { 'retry-after': '4' }),
        problem(429, 'too-many-requests', {}, { 'retry-after': '3600' }),
        stream([], 'stays open'),
      ],
      { millis: 30_000 },
    );
    expect(gaps(sent)).toEqual([4000, 20_000]);
  });

  it('give up a connection that does not begin', async () => {
    const { sent } = await listen([silence, stream([], 'stays open')], { millis: 20_000 });
    expect(gaps(sent)).toEqual([15_375]);
  });

  it.each([400, 403, 404])('end with the error of a %i', async (status) => {
    const { error, sent } = await listen([problem(status, 'forbidden', { permission: 'orders:view' })]);
    expect(error).toMatchObject({ status, code: 'forbidden', permission: 'orders:view' });
    expect(sent).toHaveLength(1);
  });

  it('go on when a refusal stalls half-way', async () => {
    const stalled = () => new Response(new ReadableStream(), { status: 403 });
    const { sent, ids: got } = await listen([stalled, stream(ids(1), 'stays open')], { millis: 20_000 });
    expect(gaps(sent)).toEqual([15_375]);
    expect(got).toEqual([1]);
  });

  describe('over a session that ends', () => {
    const tokens = () => {
      let count = 0;
      return vi.fn(async () => ({
        token: `t${++count}`,
        expiresAt: new Date(Date.now() + 900_000).toISOString(),
      }));
    };
    const bearers = (sent: readonly { headers: Headers }[]) =>
      sent.map(({ headers }) => headers.get('authorization'));

    it('go on with a new one, and miss nothing', async () => {
      const fetchSession = tokens();
      const { ids: got, sent } = await listen(
        [
          stream([...ids(1), frame({ type: 'reauth' })], 'stays open'),
          problem(401, 'session-expired'),
          stream(ids(2), 'stays open'),
        ],
        { fetchSession, millis: 10_000 },
      );
      expect(got).toEqual([1, 2]);
      expect(bearers(sent)).toEqual(['Bearer t1', 'Bearer t1', 'Bearer t2']);
      expect(sent.map(({ headers }) => headers.get('last-event-id'))).toEqual([null, '1', '1']);
    });

    it('go on by themselves when the server closes at the end of the token', async () => {
      const closing = () =>
        new Response(
          new ReadableStream<Uint8Array>({
            start(controller) {
              const beat = setInterval(() => controller.enqueue(new TextEncoder().encode(':\n\n')), 15_000);
              setTimeout(() => {
                clearInterval(beat);
                controller.enqueue(new TextEncoder().encode(frame({ type: 'reauth' })));
                controller.close();
              }, 900_000);
            },
          }),
        );
      const { sent, error } = await listen([closing], { fetchSession: tokens(), millis: 3_000_000 });
      expect(error).toBeUndefined();
      expect(bearers(sent)).toEqual(['Bearer t1', 'Bearer t2', 'Bearer t3', 'Bearer t4']);
    });

    it('end when the host renews it no more', async () => {
      const fetchSession = tokens();
      fetchSession.mockRejectedValueOnce(new Error('logged out'));
      const { error, sent } = await listen([stream([], 'stays open')], { fetchSession });
      expect(error).toMatchObject({ code: 'session-expired', status: 401 });
      expect(sent).toHaveLength(0);
    });

    it('wait while the host is out of reach, as after a night with the lid closed', async () => {
      const fetchSession = tokens();
      fetchSession.mockRejectedValueOnce(new TypeError('Failed to fetch'));
      fetchSession.mockRejectedValueOnce(new TypeError('Failed to fetch'));
      const { ids: got, error } = await listen([stream(ids(1), 'stays open')], {
        fetchSession,
        millis: 10_000,
      });
      expect(error).toBeUndefined();
      expect(got).toEqual([1]);
    });
  });
});
