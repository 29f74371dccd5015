import { decodeEvents } from '@numberdesk/core/http';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type EventFeed, createEventFeed } from './event-feed.ts';
import { type StreamOptions, eventStream } from './event-stream.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const everyone = { account: null, may: () => true };

function tell(feed: EventFeed, account = 'acme'): void {
  feed.append({ type: 'order.changed', at: 0, permission: 'orders:view', path: [account], data: {} });
}

/** Reads a stream to its end. */
function read(feed: EventFeed, options: Partial<StreamOptions> = {}) {
  const stop = new AbortController();
  const stream = eventStream(feed, {
    after: null,
    reader: everyone,
    mode: 'whole',
    signal: stop.signal,
    ...options,
  });
  const seen = (async () => {
    const events: [string, number][] = [];
    for await (const { type, id } of decodeEvents(stream)) events.push([type, id]);
    return events;
  })();
  return { seen, stop };
}

describe('a stream that has to come as a whole', () => {
  it('ends with the first news', async () => {
    const feed = createEventFeed();
    const { seen } = read(feed);
    tell(feed);
    tell(feed);
    expect(await seen).toEqual([
      ['ready', 0],
      ['order.changed', 1],
    ]);
  });

  it('ends at once when there are some already, or a reset', async () => {
    const feed = createEventFeed();
    tell(feed);
    tell(feed);
    expect(await read(feed, { after: 0 }).seen).toEqual([
      ['ready', 0],
      ['order.changed', 1],
      ['order.changed', 2],
    ]);
    expect(await read(feed, { after: 9 }).seen).toEqual([
      ['ready', 2],
      ['reset', 2],
    ]);
  });

  it('ends after a while when there are none for this reader', async () => {
    const feed = createEventFeed();
    const { seen } = read(feed, { reader: { account: 'globex', may: () => true } });
    tell(feed, 'acme');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await seen).toEqual([['ready', 0]]);
  });
});

describe('a stream that lives', () => {
  it('goes on until it is left, and then is told nothing', async () => {
    const feed = createEventFeed();
    const { seen, stop } = read(feed, { mode: 'live' });
    tell(feed);
    await vi.advanceTimersByTimeAsync(60_000);
    tell(feed);
    stop.abort();
    tell(feed);
    expect((await seen).map(([, id]) => id)).toEqual([0, 1, 2]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('says farewell when the session ends, and nothing when it is cut', async () => {
    const feed = createEventFeed();
    const farewell = read(feed, { mode: 'live' });
    feed.end('reauth');
    expect(await farewell.seen).toEqual([
      ['ready', 0],
      ['reauth', 0],
    ]);
    const cut = read(feed, { mode: 'live' });
    feed.end('cut');
    expect(await cut.seen).toEqual([['ready', 0]]);
  });
});
