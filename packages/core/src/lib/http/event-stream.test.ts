import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { body, changed, collect, cut, frame } from '../../../test/event-bytes.ts';
import { type PortalEvent, decodeEvents, followEvents } from './event-stream.ts';
import { PortalError } from './portal-error.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const place = fc.float({ min: 0, max: 1, noNaN: true });

async function decode(pieces: Iterable<string | Uint8Array>): Promise<PortalEvent[]> {
  return collect(decodeEvents(body(pieces)));
}

describe('one connection', () => {
  it('is decoded event by event', async () => {
    const text = frame(changed(1)) + frame({ id: 9, type: 'portout.changed', data: { a: 'ü' } });
    expect(await decode([text])).toEqual([
      { id: 1, type: 'order.changed', data: { n: 1 } },
      { id: 9, type: 'portout.changed', data: { a: 'ü' } },
    ]);
  });

  it('is decoded the same wherever its bytes are cut', async () => {
    const event = fc.record({
      id: fc.nat(),
      type: fc.constantFrom('order.changed', 'ready', 'reset', 'portout.changed'),
      data: fc.dictionary(
        fc.string({ unit: 'grapheme' }),
        fc.oneof(fc.string({ unit: 'grapheme' }), fc.nat()),
      ),
    });
    const noise = fc.constantFrom('', ': heartbeat\n\n', ':\n', 'retry: 5\n\n', 'unknown: 1\n\n');
    const lineEnd = fc.constantFrom('\n', '\r\n', '\r');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(event, noise), { maxLength: 8 }),
        fc.array(place),
        lineEnd,
        async (said, places, end) => {
          const text = said.map(([event, noise]) => frame(event) + noise).join('');
          // The closing blank line is there, lest a lone CR at the very end leave its event open.
          const decoded = await decode(cut(text.replaceAll('\n', end) + ':\n', places));
          const expected = said.map(([event]) => ({
            ...event,
            data: JSON.parse(JSON.stringify(event.data)),
          }));
          expect(decoded).toEqual(expected);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('passes over heartbeats', async () => {
    expect(await decode([': ping\n\n', ':\n\n', frame(changed(4)), ': ping\n\n'])).toHaveLength(1);
  });

  it.each([
    ['no id', { type: 'order.changed' }],
    ['an empty id', { id: '', type: 'order.changed' }],
    ['a negative id', { id: '-4', type: 'order.changed' }],
    ['an id with a fraction', { id: '1.5', type: 'order.changed' }],
    ['an id in hexadecimal', { id: '0x10', type: 'order.changed' }],
    ['an id past all counting', { id: '9'.repeat(16), type: 'order.changed' }],
    ['a text for data', { id: 5, type: 'order.changed', data: 'text' }],
    ['a list for data', { id: 5, type: 'order.changed', data: [1] }],
    ['null for data', { id: 5, type: 'order.changed', data: null }],
  ])('passes over an event with %s, and goes on', async (_, said) => {
    expect(await decode([frame(said), frame(changed(6))])).toEqual([
      { id: 6, type: 'order.changed', data: { n: 6 } },
    ]);
  });

  it('passes over data that is not JSON, and goes on', async () => {
    expect(await decode(['id: 5\ndata: {"n":\n\n', frame(changed(6))])).toHaveLength(1);
  });

  it('does not keep the id of one event for the next', async () => {
    expect(await decode([frame(changed(5)), frame({ type: 'order.changed' })])).toHaveLength(1);
  });

  it.each(['ready', 'reset', 'reauth'])(
    'hears %s without an id and without sense in its data',
    async (type) => {
      expect(await decode([`event: ${type}\ndata: \n\n`])).toEqual([{ id: NaN, type, data: {} }]);
    },
  );

  it('does not dispatch an event that broke off', async () => {
    expect(await decode([frame(changed(1)), 'id: 2\nevent: order.changed\ndata: {"n":2}\n'])).toHaveLength(1);
  });

  it('is given up after too long a silence, which a heartbeat breaks', async () => {
    const pushed = new ReadableStream<Uint8Array>({
      start(controller) {
        setTimeout(() => controller.enqueue(new TextEncoder().encode(': ping\n\n')), 900);
      },
    });
    const startedAt = Date.now();
    const ended = collect(decodeEvents(pushed, { maxSilence: 1000 })).then(null, (error: unknown) => ({
      error,
      took: Date.now() - startedAt,
    }));
    await vi.runAllTimersAsync();
    expect(await ended).toMatchObject({ error: { name: 'TimeoutError' }, took: 1900 });
  });

  it('ends with the signal, also where the body does not heed it, and is closed', async () => {
    const canceled = vi.fn();
    const stays = new ReadableStream<Uint8Array>({ cancel: canceled });
    const caller = new AbortController();
    const ended = collect(decodeEvents(stays, { signal: caller.signal })).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(1);
    caller.abort('enough');
    expect(await ended).toBe('enough');
    await vi.advanceTimersByTimeAsync(1);
    expect(canceled).toHaveBeenCalled();
  });

  it('is closed when the reader has had enough', async () => {
    const canceled = vi.fn();
    const stays = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new TextEncoder().encode(frame(changed(1)))),
      cancel: canceled,
    });
    for await (const _ of decodeEvents(stays)) break;
    await vi.advanceTimersByTimeAsync(1);
    expect(canceled).toHaveBeenCalled();
  });
});

type Connection = (
  after: number | null,
) => ReadableStream<Uint8Array> | null | Promise<ReadableStream<Uint8Array>>;

/** Follows these connections, the last one for ever, until `count` events have come or virtual time runs out. */
async function follow(
  connections: Connection[],
  { count, after = null, millis = 600_000 }: { count: number; after?: number | null; millis?: number },
) {
  const asked: { after: number | null; at: number }[] = [];
  const waits: number[] = [];
  const live: boolean[] = [];
  const caller = new AbortController();
  const startedAt = Date.now();
  const stream = followEvents(
    async (last) => {
      asked.push({ after: last, at: Date.now() - startedAt });
      return connections[Math.min(asked.length, connections.length) - 1]!(last);
    },
    {
      after,
      signal: caller.signal,
      delay: (failures) => (waits.push(failures), 100 * 2 ** failures),
      now: () => Date.now(),
      maxSilence: 60_000,
      onLive: (isLive) => live.push(isLive),
    },
  );
  const events: PortalEvent[] = [];
  const done = (async () => {
    for await (const event of stream) if (events.push(event) >= count) break;
  })().then(null, (error: unknown) => ({ error }));
  await vi.advanceTimersByTimeAsync(millis);
  caller.abort();
  const end = await done;
  return { events, ids: events.map(({ id }) => id), asked, waits, live, error: end?.error };
}

const ids = (...these: number[]) => these.map((id) => frame(changed(id)));

describe('a stream without end', () => {
  it('goes on after the last event when a connection ends or breaks', async () => {
    const { ids: got, asked } = await follow(
      [
        () => body(ids(5, 6)),
        () => body(ids(9), 'fails'),
        () => body(['id: 10\nda'], 'fails'),
        () => body(ids(10, 12), 'stays open'),
      ],
      { count: 5 },
    );
    expect(got).toEqual([5, 6, 9, 10, 12]);
    expect(asked.map(({ after }) => after)).toEqual([null, 6, 9, 9]);
  });

  it('says that nothing comes any more after two failures in a row, and that it does again with the next word', async () => {
    const fails = () => Promise.reject(new TypeError('no network'));
    const greeting = frame({ id: 6, type: 'ready' });
    const once = await follow([() => body(ids(5)), fails, () => body(ids(6))], { count: 2 });
    expect(once.live).toEqual([]);
    const often = await follow([() => body(ids(5)), fails, fails, fails, () => body([greeting, ...ids(7)])], {
      count: 2,
    });
    expect(often.live).toEqual([false, true]);
  });

  it('begins after the event that it is told', async () => {
    const { ids: got, asked } = await follow([() => body(ids(7, 8))], { count: 1, after: 7 });
    expect(asked[0]!.after).toBe(7);
    expect(got).toEqual([8]);
  });

  it('drops what it has had already', async () => {
    const { ids: got } = await follow([() => body(ids(1, 2, 2, 1, 3)), () => body(ids(2, 3, 4))], {
      count: 4,
    });
    expect(got).toEqual([1, 2, 3, 4]);
  });

  it('takes its first position from the greeting', async () => {
    const greeting = frame({ id: 40, type: 'ready' });
    const { asked, events } = await follow([() => body([greeting]), () => body(ids(41))], { count: 1 });
    expect(asked[1]!.after).toBe(40);
    expect(events.map(({ type }) => type)).toEqual(['order.changed']);
  });

  it('is not led past what it still has to get by a greeting', async () => {
    const greeting = frame({ id: 40, type: 'ready' });
    const { ids: got } = await follow([() => body([greeting, ...ids(31, 40)])], { count: 2, after: 30 });
    expect(got).toEqual([31, 40]);
  });

  it('passes a reset on and goes on from there', async () => {
    const { events, asked } = await follow(
      [() => body([frame({ id: 90, type: 'reset' })]), () => body(ids(91))],
      { count: 2, after: 5 },
    );
    expect(events.map(({ type, id }) => [type, id])).toEqual([
      ['reset', 90],
      ['order.changed', 91],
    ]);
    expect(asked.map(({ after }) => after)).toEqual([5, 90]);
  });

  it('goes back with a reset to a feed that is behind it', async () => {
    const { ids: got } = await follow([() => body([frame({ id: 3, type: 'reset' }), ...ids(4)])], {
      count: 2,
      after: 5000,
    });
    expect(got).toEqual([3, 4]);
  });

  it('does not ask for the same again after a reset without a position', async () => {
    const { asked, ids: got } = await follow([() => body([frame({ type: 'reset' })]), () => body(ids(2))], {
      count: 2,
      after: 5000,
    });
    expect(asked.map(({ after }) => after)).toEqual([5000, null]);
    expect(got).toEqual([NaN, 2]);
  });

  it('waits ever longer for a server that does nothing but reset', async () => {
    const { waits } = await follow([() => body([frame({ type: 'reset' })])], { count: 5, after: 1 });
    expect(waits).toEqual([0, 1, 2, 3]);
  });

  it('connects again when the session ends, with the last event', async () => {
    const {
      ids: got,
      asked,
      waits,
    } = await follow(
      [() => body([...ids(1), frame({ type: 'reauth' }), ...ids(2)], 'stays open'), () => body(ids(2))],
      { count: 2 },
    );
    expect(got).toEqual([1, 2]);
    expect(asked.map(({ after }) => after)).toEqual([null, 1]);
    expect(waits).toEqual([0]);
  });

  it('goes on from where a farewell says that it has been served', async () => {
    const farewell = (id: number) => () => body([...ids(4), frame({ id, type: 'reauth' })]);
    const { asked, ids: got } = await follow([farewell(70), farewell(3), () => body(ids(71))], { count: 2 });
    expect(asked.map(({ after }) => after)).toEqual([null, 70, 70]);
    expect(got).toEqual([4, 71]);
  });

  it('waits ever longer for a server that wants nothing but a new session', async () => {
    const { waits, asked } = await follow([() => body([frame({ type: 'reauth' })])], {
      count: 1,
      millis: 5000,
    });
    expect(waits).toEqual([0, 1, 2, 3, 4, 5]);
    expect(asked).toHaveLength(6);
  });

  it('waits ever longer while connections end with nothing in them, and begins anew after one that had something', async () => {
    const nothing = () => body([': ping\n\n', frame({ id: 1, type: 'ready' })]);
    const { waits } = await follow(
      [nothing, nothing, () => null, () => body(ids(2)), nothing, nothing, () => body(ids(3))],
      { count: 2 },
    );
    expect(waits).toEqual([0, 1, 2, 0, 0, 1]);
  });

  it('does not take for progress what it has had already', async () => {
    const { waits } = await follow([() => body(ids(1, 2))], { count: 3, millis: 5000 });
    expect(waits.slice(0, 4)).toEqual([0, 0, 1, 2]);
  });

  it('does not hold a long silence against a connection', async () => {
    const quiet = () =>
      new ReadableStream<Uint8Array>({
        start(controller) {
          setTimeout(() => controller.close(), 30_000);
        },
      });
    const { waits } = await follow([quiet], { count: 1, millis: 200_000 });
    expect(waits.length).toBeGreaterThan(4);
    expect(new Set(waits)).toEqual(new Set([0]));
  });

  it('leaves a connection on which not even a heartbeat comes', async () => {
    const { ids: got, asked } = await follow([() => body(ids(1), 'stays open'), () => body(ids(2))], {
      count: 2,
    });
    expect(got).toEqual([1, 2]);
    expect(asked[1]!.at).toBe(60_100);
  });

  it.each([400, 401, 403, 404])('ends with the error when it is refused with %i', async (status) => {
    const refusal = new PortalError('forbidden', 'No.', { status });
    const { error, events, asked } = await follow(
      [() => body(ids(1)), () => Promise.reject(refusal), () => body(ids(2))],
      { count: 2 },
    );
    expect(error).toBe(refusal);
    expect(events).toHaveLength(1);
    expect(asked).toHaveLength(2);
  });

  it.each([
    new PortalError('unreachable', 'Gone.'),
    new PortalError('unreachable', 'The host is out of reach.', { status: 0 }),
    new PortalError('timed-out', 'Late.', { status: 408 }),
    new PortalError('too-many-requests', 'Slow down.', { status: 429 }),
    new PortalError('unavailable', 'Down.', { status: 503 }),
    new TypeError('terminated'),
  ])('tries again after what may pass: %s', async (failure) => {
    const { ids: got, waits } = await follow(
      [() => Promise.reject(failure), () => Promise.reject(failure), () => body(ids(1))],
      { count: 1 },
    );
    expect(got).toEqual([1]);
    expect(waits).toEqual([0, 1]);
  });

  it.each<[string, Connection]>([
    ['while it connects', () => new Promise(() => undefined)],
    ['while it reads', () => body([], 'stays open')],
    ['while it waits', () => null],
  ])('ends quietly when it is aborted %s', async (_, connection) => {
    const { error, events } = await follow([connection], { count: 1, millis: 5000 });
    expect(error).toBeUndefined();
    expect(events).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('does not begin when it is aborted already', async () => {
    const read = vi.fn();
    const options = { after: null, signal: AbortSignal.abort(), delay: () => 0, now: () => 0, maxSilence: 1 };
    expect(await collect(followEvents(read, options))).toEqual([]);
    expect(read).not.toHaveBeenCalled();
  });

  it('cut at random misses nothing and doubles nothing', async () => {
    const feed = Array.from({ length: 30 }, (_, index) => 3 * index + 2);
    const breaks = fc.record({
      /** How much of what is left gets through. */
      share: place,
      /** How many events before the asked one a careless server repeats. */
      repeats: fc.nat(3),
      then: fc.constantFrom('ends' as const, 'fails' as const),
      places: fc.array(place, { maxLength: 5 }),
      greets: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(breaks, { maxLength: 6 }), async (cuts) => {
        const rest = (after: number | null, repeats: number, greets: boolean) => {
          const first = feed.findIndex((id) => id > (after ?? 0));
          const from = Math.max(0, (first < 0 ? feed.length : first) - repeats);
          const greeting = greets ? frame({ id: feed.at(-1)!, type: 'ready' }) : '';
          return (
            greeting +
            feed
              .slice(from)
              .map((id) => frame(changed(id)))
              .join('')
          );
        };
        const connections = cuts.map(({ share, repeats, then, places, greets }): Connection => (after) => {
          const bytes = new TextEncoder().encode(rest(after, repeats, greets));
          const through = bytes.slice(0, Math.floor(share * bytes.length));
          return body(cut(new TextDecoder().decode(through), places), then);
        });
        const { ids: got } = await follow([...connections, (after) => body([rest(after, 0, true)])], {
          count: feed.length,
          after: 0,
        });
        expect(got).toEqual(feed);
      }),
      { numRuns: 100 },
    );
  });
});
