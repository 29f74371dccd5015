/** What a test server says in a stream. */
export interface Said {
  id?: number | string;
  type?: string;
  data?: unknown;
}

/** Writes an event as a server does. */
export function frame({ id, type, data = {} }: Said): string {
  const head = (type === undefined ? '' : `event: ${type}\n`) + (id === undefined ? '' : `id: ${id}\n`);
  return `${head}data: ${JSON.stringify(data)}\n\n`;
}

/** The change of an order, as event `id`. */
export const changed = (id: number): Said => ({ id, type: 'order.changed', data: { n: id } });

const encoder = new TextEncoder();

/** A body of these pieces; then it ends, fails, or stays open. */
export function body(
  pieces: Iterable<string | Uint8Array>,
  then: 'ends' | 'fails' | 'stays open' = 'ends',
): ReadableStream<Uint8Array> {
  const left = [...pieces];
  return new ReadableStream({
    pull(controller) {
      const piece = left.shift();
      if (piece !== undefined)
        return controller.enqueue(typeof piece === 'string' ? encoder.encode(piece) : piece);
      if (then === 'ends') return controller.close();
      if (then === 'fails') return controller.error(new TypeError('terminated'));
      return new Promise(() => undefined);
    },
  });
}

/** Cuts bytes at these places, each from 0 up to 1 of the whole. */
export function cut(text: string, places: readonly number[]): Uint8Array[] {
  const bytes = encoder.encode(text);
  const at = [
    0,
    ...places.map((place) => Math.floor(place * bytes.length)).sort((a, b) => a - b),
    bytes.length,
  ];
  return at.slice(1).map((end, index) => bytes.slice(at[index], end));
}

/** Everything that comes. */
export async function collect<T>(source: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of source) all.push(item);
  return all;
}
