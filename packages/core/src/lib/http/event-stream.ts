import { createParser } from 'eventsource-parser';
import { untilAborted, within } from '../internal/within.ts';

/** Something that happened, in the order in which it was committed; gaps in the ids are normal. */
export interface PortalEvent {
  /** Position in the feed; `NaN` only with a word of the stream's own that carries none. */
  id: number;
  /** `order.changed`, …; `reset` when what was asked for is older than the feed, so that a list must be read anew. */
  type: string;
  data: Record<string, unknown>;
}

/** One connection's worth of bytes: ends when the server or the network ends it; `null` where there are none. */
export type ReadEvents = (after: number | null) => Promise<ReadableStream<Uint8Array> | null>;

/** What the stream says of itself; such a word may come without an id and without data. */
const streamWords = ['ready', 'reset', 'reauth'];

/**
 * Decodes one connection. Comments (heartbeats) and events without a sound id are passed over. Throws the signal's
 * reason when it is aborted, and a `TimeoutError` after `maxSilence` milliseconds without a byte.
 */
export async function* decodeEvents(
  body: ReadableStream<Uint8Array>,
  { signal, maxSilence = Infinity }: { signal?: AbortSignal; maxSilence?: number } = {},
): AsyncGenerator<PortalEvent, void> {
  const late = () => new DOMException('The stream has gone silent.', 'TimeoutError');
  const ready: PortalEvent[] = [];
  const parser = createParser({
    onEvent(message) {
      const event = toPortalEvent(message);
      if (event) ready.push(event);
    },
  });
  const reader = body
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .getReader();
  try {
    for (;;) {
      // The body of a dead line stays open, and that of a stand-in for `fetch` may not heed the signal.
      const { done, value } = await within({ millis: maxSilence, signal, late }, () => reader.read());
      if (done) return;
      parser.feed(value);
      yield* ready.splice(0);
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

function toPortalEvent(message: { id?: string | undefined; event?: string | undefined; data: string }) {
  const type = message.event ?? 'message';
  const id = /^[0-9]{1,15}$/.test(message.id ?? '') ? Number(message.id) : NaN;
  const data = parseObject(message.data);
  const isOwnWord = streamWords.includes(type);
  if (!isOwnWord && (data === null || Number.isNaN(id))) return null;
  return { id, type, data: data ?? {} };
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** How an endless stream goes on. */
export interface FollowOptions {
  /** The last event seen; `null` for whatever happens from now on. */
  after: number | null;
  signal: AbortSignal;
  /** Milliseconds to wait before connecting again, after `failures` connections in a row that were good for nothing. */
  delay: (failures: number, error: unknown) => number;
  now: () => number;
  /** Milliseconds without a byte after which a connection counts as dead. */
  maxSilence: number;
  /** Told when events stop coming because no connection holds, and when they come again. */
  onLive?: ((isLive: boolean) => void) | undefined;
}

/** A connection that has lasted this long, in milliseconds, was a good one, even if nothing happened meanwhile. */
const steadyAfter = 10_000;

/**
 * Events without end: whenever a connection breaks, another one goes on after the last event seen, so nothing is
 * missed and nothing comes twice. Ends when the signal is aborted; throws what `read` throws for good.
 */
export async function* followEvents(
  read: ReadEvents,
  { after, signal, delay, now, maxSilence, onLive }: FollowOptions,
): AsyncGenerator<PortalEvent, void> {
  let last = after;
  let isLive = true;
  const setLive = (is: boolean) => {
    if (is !== isLive) onLive?.((isLive = is));
  };
  for (let failures = 0; !signal.aborted; failures++) {
    const startedAt = now();
    let failure: unknown;
    try {
      const body = await untilAborted(read(last), signal);
      for await (const event of body ? decodeEvents(body, { signal, maxSilence }) : []) {
        setLive(true);
        const step = follow(event, last);
        last = step.last;
        if (event.type === 'reauth') break;
        if (!step.isNew) continue;
        // A reset alone is no progress: a server that gave nothing else would have the list read without end.
        if (event.type !== 'reset') failures = -1;
        yield event;
      }
    } catch (error) {
      if (signal.aborted) return;
      if (isFinalError(error)) throw error;
      failure = error;
    }
    if (now() - startedAt >= steadyAfter) failures = -1;
    // One broken connection is soon mended; a second in a row is worth a word.
    if (failures > 0) setLive(false);
    await pause(delay(Math.max(failures, 0), failure), signal);
  }
}

/** Where the stream stands after an event, and whether the event is news. */
function follow({ id, type }: PortalEvent, last: number | null): { last: number | null; isNew: boolean } {
  // After a reset the stream stands where the server says, even if that is behind us; without a word, at its end.
  if (type === 'reset') return { last: Number.isNaN(id) ? null : id, isNew: true };
  // A greeting says where the feed stands. Whoever comes with a position of their own still gets what lies between.
  if (type === 'ready') return { last: last ?? (Number.isNaN(id) ? null : id), isNew: false };
  // A farewell, too, says how far we have been served: what lies before it was not meant for us.
  const isAhead = last === null ? !Number.isNaN(id) : id > last;
  return { last: isAhead ? id : last, isNew: isAhead };
}

/** A refusal stays a refusal, however often one asks; anything else may pass. */
function isFinalError(error: unknown): boolean {
  const status = (error as { status?: unknown } | null)?.status;
  return typeof status === 'number' && status >= 400 && status < 500 && status !== 408 && status !== 429;
}

function pause(millis: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, millis);
    signal.addEventListener('abort', done);
    if (signal.aborted) done();
  });
}
