import { decodeEvents } from '@numberdesk/core/http';
import { describe, expect, it, vi } from 'vitest';
import { type StreamOptions, streamBody, streamFrames } from './event-stream.ts';
import type { FeedPiece, StoredEvent } from './event.store.ts';
import { TenantFeed } from './tenant-feed.ts';

const everyone = { scope: null, permissions: ['orders:view'] };
const event = (position: number, size = 0, permission = 'orders:view', unitId: string | null = null) =>
  ({
    position,
    type: 'order.changed',
    at: '2026-11-22T12:00:00.000Z',
    permission,
    chain: { businessId: 'b', unitId, programId: null },
    data: { order: { number: String(position), filler: 'x'.repeat(size) } },
  }) satisfies StoredEvent;

/** A feed as a database would hold it. */
class StoredFeed {
  readonly events: StoredEvent[] = [];
  purged = 0;

  add(...events: StoredEvent[]): void {
    this.events.push(...events);
  }

  async after(position: number, limit = 3): Promise<FeedPiece> {
    const end = this.events.at(-1)?.position ?? 0;
    if (position < this.purged || position > end) return { reset: true, events: [], position: end };
    const events = this.events.filter((event) => event.position > position).slice(0, limit);
    return { reset: false, events, position: events.at(-1)?.position ?? position };
  }
}

function open(stored: StoredFeed, more: Partial<StreamOptions> = {}) {
  const feed = new TenantFeed(stored.events.at(-1)?.position ?? 0, (after) => stored.after(after));
  const stop = new AbortController();
  const leave = vi.fn();
  const frames = streamFrames({
    join: () => ({ feed, leave }),
    reader: everyone,
    position: 0,
    isReset: false,
    readAfter: (after) => stored.after(after),
    isWelcome: async () => true,
    expiresAt: Infinity,
    heartbeatMs: 20,
    clock: () => 0,
    signal: stop.signal,
    ...more,
  });
  const body = streamBody(frames, { stop, stallMs: 40, onFailure: () => undefined });
  return { feed, stop, leave, body };
}

async function take(body: ReadableStream<Uint8Array>, count: number) {
  const seen: [type: string, id: number][] = [];
  if (count === 0) return seen;
  for await (const { type, id } of decodeEvents(body)) if (seen.push([type, id]) === count) break;
  return seen;
}

describe('the stream', () => {
  it('says first where it stands, then what comes', async () => {
    const stored = new StoredFeed();
    stored.add(event(1), event(2));
    const { feed, body } = open(stored, { position: 2 });
    const seen = take(body, 3);
    stored.add(event(3), event(4));
    await feed.advance();
    expect(await seen).toEqual([
      ['ready', 2],
      ['order.changed', 3],
      ['order.changed', 4],
    ]);
  });

  it('fetches up from the database, in pieces, and goes on with what is at hand', async () => {
    const stored = new StoredFeed();
    stored.add(...Array.from({ length: 10 }, (_, index) => event(index + 1)));
    const { feed, body } = open(stored, { position: 1 });
    stored.add(event(11));
    await feed.advance();
    const seen = await take(body, 11);
    expect(seen.map(([, id]) => id)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  it('says that there is a hole only when the feed does not go back so far', async () => {
    const stored = new StoredFeed();
    stored.add(event(8), event(9));
    stored.purged = 7;
    expect(await take(open(stored, { position: 6 }).body, 2)).toEqual([
      ['ready', 6],
      ['reset', 9],
    ]);
    expect(await take(open(stored, { position: 7 }).body, 2)).toEqual([
      ['ready', 7],
      ['order.changed', 8],
    ]);
  });

  it('passes over what the reader must not see (ACC-1, ACC-2)', async () => {
    const stored = new StoredFeed();
    const { feed, body } = open(stored, {
      reader: { scope: { column: 'unit_id', id: 'u' }, permissions: ['orders:view'] },
    });
    stored.add(event(1), event(2, 0, 'numbers:view', 'u'), event(3, 0, 'orders:view', 'v'));
    stored.add(event(4, 0, 'orders:view', 'u'));
    await feed.advance();
    expect(await take(body, 2)).toEqual([
      ['ready', 0],
      ['order.changed', 4],
    ]);
  });

  it('keeps at hand no more than some megabytes', async () => {
    const stored = new StoredFeed();
    const { feed } = open(stored);
    stored.add(event(1, 3_000_000), event(2, 3_000_000), event(3, 10));
    await feed.advance();
    expect(feed.after(0, everyone)).toBeNull();
    expect(feed.after(1, everyone)?.map(({ position }) => position)).toEqual([2, 3]);
  });

  it('ends with reauth when the token does, before anything that comes after', async () => {
    let now = 0;
    const stored = new StoredFeed();
    const { feed, body } = open(stored, { clock: () => now, expiresAt: 1_000 });
    stored.add(event(1));
    await feed.advance();
    const seen = take(body, 9);
    await vi.waitFor(() => expect(feed.head).toBe(1));
    now = 1_000;
    stored.add(event(2));
    await feed.advance();
    expect((await seen).at(-1)?.[0]).toBe('reauth');
    expect(await seen).not.toContainEqual(['order.changed', 2]);
  });

  it('ends with reauth when the token is revoked', async () => {
    const { body, leave } = open(new StoredFeed(), { isWelcome: async () => false });
    expect(await take(body, 9)).toEqual([
      ['ready', 0],
      ['reauth', 0],
    ]);
    expect(leave).toHaveBeenCalledOnce();
  });

  it('ends with reauth when the token is revoked, though events do not stop and the clock is put back', async () => {
    let now = 1_000_000;
    const stored = new StoredFeed();
    const { feed, body } = open(stored, {
      clock: () => now,
      isWelcome: async () => false,
      heartbeatMs: 9_000,
    });
    const reader = body.getReader();
    const read = async () => new TextDecoder().decode((await reader.read()).value);
    expect(await read()).toContain('event: ready');
    now = 0;
    const next = read();
    stored.add(event(1));
    await feed.advance();
    expect(await next).toContain('event: reauth');
  });

  it('shows that it is alive', async () => {
    const reader = open(new StoredFeed()).body.getReader();
    const read = async () => new TextDecoder().decode((await reader.read()).value);
    expect(await read()).toContain('ready');
    expect(await read()).toMatch(/^:.*\n\n$/);
    await reader.cancel();
  });

  it('lets go of a client that has stopped reading, and of one that has left', async () => {
    const slow = open(new StoredFeed());
    const reader = slow.body.getReader();
    await reader.read();
    await vi.waitFor(() => expect(slow.leave).toHaveBeenCalledOnce());
    await expect(reader.read()).rejects.toThrow('stopped reading');

    const gone = open(new StoredFeed());
    await take(gone.body, 1);
    await vi.waitFor(() => expect(gone.leave).toHaveBeenCalledOnce());
  });

  it('ends when the server closes, and when the database fails', async () => {
    const closing = open(new StoredFeed());
    const seen = take(closing.body, 9);
    closing.stop.abort();
    expect(await seen).toEqual([['ready', 0]]);

    const failing = open(new StoredFeed(), { isWelcome: () => Promise.reject(new Error('no database')) });
    expect(await take(failing.body, 9)).toEqual([['ready', 0]]);
  });
});
