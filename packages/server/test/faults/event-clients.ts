import { connect } from '@numberdesk/core/http';
import { expect, vi } from 'vitest';
import type { CuttingProxy } from './cutting-proxy.ts';
import type { SeededRandom } from './seeded-random.ts';

/** Many pages that follow one tenant's events. */
export interface EventClients {
  /** What each was given, in that order. */
  seen: readonly number[][];
  /** How often a stream was broken off. */
  cuts(): number;
  /** Breaks streams off at random from now on, until they are let be. */
  cutAtRandom(): void;
  /** Lets all of them be and read, and resolves when every client has the feed up to a position. */
  settle(position: number): Promise<void>;
  stop(): Promise<void>;
}

/** How many follow, how many of them read nothing until the end, and how often a stream is cut. */
export interface Following {
  count: number;
  idle?: number;
  random: SeededRandom;
  everyMs: number;
}

/** A body of which nothing is taken before `awake` resolves. */
function withheld(body: ReadableStream<Uint8Array>, awake: Promise<void>): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  const source: UnderlyingDefaultSource<Uint8Array> = {
    async pull(controller) {
      await awake;
      const { done, value } = await reader.read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  };
  return new ReadableStream(source, { highWaterMark: 0 });
}

/**
 * Lets clients follow the feed from its beginning, each over connections of its own; the event at position 7 is
 * about the order E-7.
 */
export function followAll(
  proxy: CuttingProxy,
  secretKey: string,
  { count, idle = 0, random, everyMs }: Following,
): EventClients {
  const stop = new AbortController();
  const seen: number[][] = Array.from({ length: count }, () => []);
  let cuts = 0;
  let cutting: NodeJS.Timeout | undefined;

  const awake = Promise.withResolvers<void>();
  const fetchLate: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    return response.body ? new Response(withheld(response.body, awake.promise), response) : response;
  };

  const follow = async (mine: number[], at: number) => {
    const how = at < idle ? { fetch: fetchLate } : {};
    const { events } = connect({ baseUrl: proxy.url, secretKey, random: () => random() / 5, ...how });
    for await (const { id, type, data } of events({ after: 0, signal: stop.signal })) {
      const { number } = (data['order'] ?? {}) as { number?: string };
      if (type !== 'order.changed' || number !== `E-${id}`) throw new Error(`${type} ${id} about ${number}`);
      mine.push(id);
    }
  };
  const following = Promise.all(seen.map(follow));
  following.catch(() => undefined);

  const cut = () => {
    const open = [...proxy.streams];
    if (open.length === 0) return;
    cuts++;
    random.pick(open)();
  };

  return {
    seen,
    cuts: () => cuts,
    cutAtRandom() {
      cutting = setInterval(cut, everyMs);
    },
    async settle(position) {
      clearInterval(cutting);
      awake.resolve();
      const arrived = () => expect(seen.filter((ids) => ids.at(-1) !== position)).toHaveLength(0);
      await Promise.race([vi.waitFor(arrived, { timeout: 120_000, interval: 100 }), following]);
    },
    async stop() {
      clearInterval(cutting);
      stop.abort();
      await following;
    },
  };
}

/** Each event once, in order. */
export const whole = (position: number) => Array.from({ length: position }, (_, index) => index + 1);
