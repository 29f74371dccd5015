import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClient } from '../src/index.ts';
import { changed, frame } from './event-bytes.ts';
import { order } from './scripted-fetch.ts';

const minute = 60_000;
const month = 31 * 24 * 60 * minute;
const life = 15 * minute;

beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2026, 10, 22) }));
afterEach(() => void vi.useRealTimers());

/** A page whose device is wrong about the time, before a host and a server that are right. */
function page(wrongBy: () => number) {
  const endsAt = new Map<string, number>();
  const refused: string[] = [];
  let events = 0;
  const isGood = (token: string) => Date.now() < (endsAt.get(token) ?? 0);

  /** One event a connection, and a farewell at the end of the token. */
  function stream(token: string): ReadableStream<Uint8Array> {
    const bytes = new TextEncoder();
    return new ReadableStream({
      start(controller) {
        controller.enqueue(bytes.encode(frame(changed(++events))));
        const end = () => {
          controller.enqueue(bytes.encode(frame({ type: 'reauth', id: events })));
          controller.close();
        };
        setTimeout(end, endsAt.get(token)! - Date.now());
      },
    });
  }

  const client = createClient({
    baseUrl: 'https://numbers.example',
    now: () => Date.now() + wrongBy(),
    random: () => 0.5,
    maxSilence: Infinity,
    fetchSession: async () => {
      const token = `t${endsAt.size + 1}`;
      endsAt.set(token, Date.now() + life);
      return { token, expiresAt: new Date(Date.now() + life).toISOString() };
    },
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const token = request.headers.get('authorization')!.replace('Bearer ', '');
      if (!isGood(token)) {
        refused.push(token);
        const code = 'session-expired';
        return Response.json({ code, detail: 'Ended.', status: 401 }, { status: 401 });
      }
      if (!request.url.endsWith('/events')) return Response.json(order);
      return new Response(stream(token));
    },
  });
  return { client, sessions: () => endsAt.size, refused };
}

/** Asks once a minute for three hours; each call has to succeed, and soon. */
async function work({ client }: ReturnType<typeof page>): Promise<void> {
  for (let at = 0; at < 180; at++) {
    const answered = client.orders.get({ number: 'A-1' });
    await vi.advanceTimersByTimeAsync(minute);
    expect(await answered).toMatchObject({ number: 'A-1' });
  }
}

describe('a device whose clock is wrong', () => {
  it.each([
    ['right', 0, 12, 16],
    ['a month ahead', month, 12, 13],
    ['a month behind', -month, 12, 13],
    ['ten minutes behind', -10 * minute, 12, 13],
    ['ten minutes ahead', 10 * minute, 36, 46],
    ['about to end each session at once', life - 1_000, 180, 181],
  ])(
    '%s: each call is answered, and sessions are fetched no oftener than they end',
    async (_, by, least, most) => {
      const wrong = page(() => by);
      await work(wrong);
      expect(wrong.sessions()).toBeGreaterThanOrEqual(least);
      expect(wrong.sessions()).toBeLessThanOrEqual(most);
      // A session is asked with once too often at most, and then replaced.
      expect(wrong.refused).toEqual([...new Set(wrong.refused)]);
    },
  );

  it('set forward and back while the page is open, is lived with', async () => {
    let minutes = 0;
    const jumps = [0, month, 0, -month, month];
    const wrong = page(() => jumps[Math.floor(minutes / 40) % jumps.length]!);
    const ticking = setInterval(() => minutes++, minute);
    await work(wrong);
    clearInterval(ticking);
    expect(wrong.sessions()).toBeLessThanOrEqual(16);
    expect(wrong.refused).toEqual([...new Set(wrong.refused)]);
  });

  it.each([0, month, -month])('wrong by %i ms, has its events over the end of each session', async (by) => {
    const wrong = page(() => by);
    const stop = new AbortController();
    const seen: number[] = [];
    const reading = (async () => {
      for await (const { id } of wrong.client.events({ after: 0, signal: stop.signal })) seen.push(id);
    })();
    await vi.waitFor(() => expect(seen).toHaveLength(1));
    for (let at = 0; at < 180; at++) await vi.advanceTimersByTimeAsync(minute);
    stop.abort();
    await reading;
    expect(seen.length).toBeGreaterThanOrEqual(12);
    expect(seen).toEqual(seen.map((_, index) => index + 1));
    expect(wrong.sessions()).toBeLessThanOrEqual(seen.length + 1);
  });
});
