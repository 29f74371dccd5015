import { createParser } from 'eventsource-parser';
import * as z from 'zod/mini';

/** Something that happened, in the order in which it was committed; gaps in the ids are normal. */
export interface PortalEvent {
  id: number;
  /** `order.changed`, …; `reset` when what was asked for is older than the feed, so that a list must be read anew. */
  type: string;
  data: Record<string, unknown>;
}

/** One connection's worth of events: ends when the server or the network ends it. */
export type ReadEvents = (after: number | null, signal: AbortSignal) => Promise<ReadableStream<Uint8Array>>;

const eventData = z.record(z.string(), z.unknown());

/** Decodes one connection. Comments (heartbeats) and events without a sound id are passed over. */
export async function* decodeEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<PortalEvent, void> {
  const ready: PortalEvent[] = [];
  const parser = createParser({
    onEvent({ id, event, data }) {
      const parsed = eventData.safeParse(parseJson(data));
      if (parsed.success) ready.push({ id: Number(id ?? NaN), type: event ?? 'message', data: parsed.data });
    },
  });
  const reader = body
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      parser.feed(value);
      yield* ready.splice(0);
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** How long to wait before connecting again, in milliseconds, after `failures` connections in a row that brought nothing. */
export type ReconnectDelay = (failures: number) => number;

/**
 * Events without end: whenever a connection breaks, another one goes on after the last event seen, so nothing is
 * missed and nothing comes twice. Ends when the signal is aborted; throws what `read` throws for good.
 */
export async function* followEvents(
  read: ReadEvents,
  { after, signal, delay }: { after: number | null; signal: AbortSignal; delay: ReconnectDelay },
): AsyncGenerator<PortalEvent, void> {
  let last = after;
  for (let failures = 0; !signal.aborted; failures++) {
    try {
      for await (const event of decodeEvents(await read(last, signal))) {
        failures = -1;
        if (event.type === 'reauth') break;
        if (event.type !== 'reset' && Number.isFinite(event.id) && last !== null && event.id <= last)
          continue;
        if (Number.isFinite(event.id)) last = event.id;
        if (event.type !== 'ready') yield event;
      }
    } catch (error) {
      if (signal.aborted) return;
      if (isFinalError(error)) throw error;
    }
    if (failures >= 0) await pause(delay(failures), signal);
  }
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
