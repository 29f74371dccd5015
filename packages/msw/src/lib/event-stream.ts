import { type EventFeed, type FeedEvent, type Reader, isFor } from './event-feed.ts';

/** How one stream is read. */
export interface StreamOptions {
  /** The last position seen; `null` for what happens from now on. */
  after: number | null;
  reader: Reader;
  signal: AbortSignal;
  /** `whole` ends with the first news: where a body cannot be handed to the page while it is being written. */
  mode: 'live' | 'whole';
}

/** A stream that has nothing to say ends after this long where it has to come as a whole, in milliseconds. */
const longestWhole = 10_000;

/** The stream of events, as the server writes it. */
export function eventStream(
  feed: EventFeed,
  { after, reader, signal, mode }: StreamOptions,
): ReadableStream<Uint8Array> {
  let leave = () => {};
  return new ReadableStream({
    start(controller) {
      const send = (type: string, id: number, data: object = { id }) =>
        controller.enqueue(frame(type, id, data));
      const tell = ({ type, position, data }: FeedEvent) => send(type, position, data);
      const end = () => {
        leave();
        controller.close();
      };
      const missed = feed.after(after ?? feed.position);
      const news = missed?.filter((event) => isFor(reader, event)) ?? [];
      send('ready', missed ? (after ?? feed.position) : feed.position);
      if (!missed) send('reset', feed.position);
      news.forEach(tell);
      if (mode === 'whole' && (!missed || news.length > 0)) return end();
      const stop = feed.listen({
        event(event) {
          if (!isFor(reader, event)) return;
          tell(event);
          if (mode === 'whole') end();
        },
        end(reason) {
          if (reason === 'reauth') send('reauth', feed.position);
          end();
        },
      });
      const timer = mode === 'whole' ? setTimeout(end, longestWhole) : undefined;
      signal.addEventListener('abort', end);
      leave = () => {
        stop();
        clearTimeout(timer);
        signal.removeEventListener('abort', end);
      };
    },
    cancel: () => leave(),
  });
}

function frame(type: string, id: number, data: object): Uint8Array {
  return new TextEncoder().encode(`id: ${id}\nevent: ${type}\ndata: ${JSON.stringify(data)}\n\n`);
}
