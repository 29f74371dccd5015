import type { FeedPiece } from './event.store.ts';
import { eventFrame, heartbeatFrame } from './event-frame.ts';
import { type Reader, type TenantFeed, framed } from './tenant-feed.ts';

/** One client's way through the feed. */
export interface StreamOptions {
  join(): { feed: TenantFeed; leave(): void };
  reader: Reader;
  /** Where it begins. */
  position: number;
  /** Whether what lies before that is lost to the client. */
  isReset: boolean;
  /** Reads events that are no longer at hand. */
  readAfter(position: number): Promise<FeedPiece>;
  /** Whether the token is still good. */
  isWelcome(): Promise<boolean>;
  /** When the token ends, in milliseconds since 1970. */
  expiresAt: number;
  heartbeatMs: number;
  clock: () => number;
  signal: AbortSignal;
}

const notice = (type: 'ready' | 'reset' | 'reauth', position: number) =>
  eventFrame(type, position, { id: position });

/** What a client is sent, one piece at a time: nothing is made before it is asked for, so nothing piles up. */
export async function* streamFrames(options: StreamOptions): AsyncGenerator<Uint8Array, void> {
  const { signal, heartbeatMs, expiresAt, clock } = options;
  const { feed, leave } = options.join();
  let { position } = options;
  let checkedAt = clock();
  try {
    yield notice('ready', position);
    if (options.isReset) yield notice('reset', position);
    while (!signal.aborted) {
      const piece = await nextPiece(feed, options, position);
      if (piece.isReset) yield notice('reset', piece.position);
      for (const event of piece.events) {
        if (signal.aborted || clock() >= expiresAt) break;
        yield event.frame;
        position = event.position;
      }
      if (signal.aborted) return;
      if (clock() >= expiresAt) return yield notice('reauth', position);
      position = piece.position;
      const hasMore = await feed.next(position, Math.min(heartbeatMs, expiresAt - clock()), signal);
      if (signal.aborted) return;
      if (hasMore && Math.abs(clock() - checkedAt) < heartbeatMs) continue;
      checkedAt = clock();
      if (!(await options.isWelcome())) return yield notice('reauth', position);
      yield heartbeatFrame;
    }
  } finally {
    leave();
  }
}

/** What comes after a position: from what is at hand, or for one who is far behind, from the database. */
async function nextPiece(feed: TenantFeed, { reader, readAfter }: StreamOptions, position: number) {
  const { head } = feed;
  const events = feed.after(position, reader);
  if (events) return { isReset: false, events, position: Math.max(head, position) };
  const piece = await readAfter(position);
  return { isReset: piece.reset, events: piece.events.map(framed), position: piece.position };
}

/**
 * Hands frames out as they are taken; a client that takes none for `stallMs` is let go, and will resume. `stop` is
 * aborted in the end, however it comes.
 */
export function streamBody(
  frames: AsyncGenerator<Uint8Array, void>,
  {
    stop,
    stallMs,
    onFailure,
  }: { stop: AbortController; stallMs: number; onFailure: (error: unknown) => void },
): ReadableStream<Uint8Array> {
  let stalled: NodeJS.Timeout | undefined;
  const end = async () => {
    clearTimeout(stalled);
    stop.abort();
    await frames.return();
  };
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        clearTimeout(stalled);
        const { done, value } = await frames.next().catch((error: unknown) => {
          onFailure(error);
          return { done: true, value: undefined } as const;
        });
        if (done) {
          stop.abort();
          return controller.close();
        }
        controller.enqueue(value);
        stalled = setTimeout(() => {
          controller.error(new Error('The client has stopped reading.'));
          void end();
        }, stallMs);
      },
      cancel: end,
    },
    { highWaterMark: 0 },
  );
}
