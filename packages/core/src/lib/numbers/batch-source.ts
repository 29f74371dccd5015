import type { BatchEncoding } from './batch-start.ts';

/** What a batch can be given as. */
export type BatchInput = string | Uint8Array | ArrayBuffer | Blob;

type Chunks = AsyncIterable<Uint8Array>;

/** Bytes, or units of text, that are looked at together. */
const piece = 131_072;

/** The bytes of a batch from its start, text in UTF-8; each call begins anew. */
export function batchBytes(input: BatchInput): { size: number; chunks(): Chunks } {
  if (typeof input === 'string') return { size: input.length, chunks: () => encoded(piecesOf(input)) };
  if (input instanceof Blob) return { size: input.size, chunks: () => streamed(input) };
  const bytes = input instanceof Uint8Array ? input : new Uint8Array(input);
  return { size: bytes.length, chunks: () => cut(bytes) };
}

/** The same bytes, the first chunk at least so long unless there are fewer. */
export async function* beginningWith(length: number, chunks: Chunks): Chunks {
  let start: Uint8Array | null = new Uint8Array();
  for await (const chunk of chunks) {
    if (start === null) {
      yield chunk;
      continue;
    }
    start = start.length === 0 ? chunk : joined(start, chunk);
    if (start.length < length) continue;
    yield start;
    start = null;
  }
  if (start) yield start;
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

/** The bytes of a text in UTF-8, without a byte order mark. */
export async function* inUtf8(chunks: Chunks, encoding: BatchEncoding, hasMark: boolean): Chunks {
  if (encoding !== 'utf-8') return yield* encoded(decoded(chunks, encoding));
  let skip = hasMark ? 3 : 0;
  for await (const chunk of chunks) {
    yield chunk.subarray(skip);
    skip = Math.max(0, skip - chunk.length);
  }
}

async function* cut(bytes: Uint8Array): Chunks {
  for (let from = 0; from < bytes.length; from += piece) yield bytes.subarray(from, from + piece);
}

async function* streamed(blob: Blob): Chunks {
  const reader = blob.stream().getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel();
  }
}

function* piecesOf(text: string): Iterable<string> {
  for (let from = 0, to = 0; from < text.length; from = to) {
    to = Math.min(from + piece, text.length);
    // No character of two units is cut.
    if (to < text.length && (text.charCodeAt(to - 1) & 0xfc00) === 0xd800) to++;
    yield text.slice(from, to);
  }
}

async function* decoded(chunks: Chunks, encoding: BatchEncoding): AsyncIterable<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

async function* encoded(texts: Iterable<string> | AsyncIterable<string>): Chunks {
  const encoder = new TextEncoder();
  for await (const text of texts) yield encoder.encode(text);
}
