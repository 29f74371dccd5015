const encoder = new TextEncoder();

/** One server-sent event; `id` is a position in the feed. */
export function eventFrame(type: string, id: number, data: Record<string, unknown>): Uint8Array {
  return encoder.encode(`id: ${id}\nevent: ${type}\ndata: ${JSON.stringify(data)}\n\n`);
}

/** A comment, which shows both ends that the stream is alive. */
export const heartbeatFrame: Uint8Array = encoder.encode(': alive\n\n');
