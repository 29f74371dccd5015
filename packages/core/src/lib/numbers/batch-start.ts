import type { BatchRefusalCode } from './batch-report.ts';

/** How the text of a file is written down. */
export type BatchEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** Bytes from the start of a file that tell what it is. */
export const startLength = 4096;

/** What a file is by its start; `mark` says that it names its encoding itself. */
export type BatchStart = { encoding: BatchEncoding; hasMark: boolean } | { refusal: BatchRefusalCode };

/** First bytes of what is no text: whatever Excel and its like save, then documents, pictures, archives, programs. */
const signatures: readonly [refusal: BatchRefusalCode, bytes: string][] = [
  ['spreadsheet', 'PK\x03\x04'],
  ['spreadsheet', 'PK\x05\x06'],
  ['spreadsheet', '\xd0\xcf\x11\xe0'],
  ['binary', '%PDF-'],
  ['binary', '{\\rtf'],
  ['binary', '\x89PNG'],
  ['binary', 'GIF8'],
  ['binary', '\xff\xd8\xff'],
  ['binary', '\x1f\x8b'],
  ['binary', '7z\xbc\xaf'],
  ['binary', 'Rar!\x1a'],
  ['binary', 'MZ\x90'],
  ['binary', '\x7fELF'],
];

/** Says what a file is, by its first `startLength` bytes, or all that it has (NUM-7). */
export function batchStart(bytes: Uint8Array): BatchStart {
  if (bytes.length === 0) return { refusal: 'empty' };
  const known = signatures.find(([, start]) => startsWith(bytes, start));
  if (known) return { refusal: known[0] };
  if (startsWith(bytes, '\xef\xbb\xbf')) return { encoding: 'utf-8', hasMark: true };
  if (startsWith(bytes, '\xff\xfe')) return { encoding: 'utf-16le', hasMark: true };
  if (startsWith(bytes, '\xfe\xff')) return { encoding: 'utf-16be', hasMark: true };
  return byItsBytes(bytes);
}

/** Digits and Latin letters have a zero byte in UTF-16, on the same side; few others have one on the other. */
function byItsBytes(bytes: Uint8Array): BatchStart {
  if (!bytes.includes(0)) return { encoding: 'utf-8', hasMark: false };
  const zerosAt = (side: number) => bytes.filter((byte, at) => byte === 0 && (at & 1) === side).length;
  const [even, odd] = [zerosAt(0), zerosAt(1)];
  const [more, fewer] = [Math.max(even, odd), Math.min(even, odd)];
  if (more < bytes.length / 4 || more <= fewer * 2) return { refusal: 'binary' };
  return { encoding: odd > even ? 'utf-16le' : 'utf-16be', hasMark: false };
}

function startsWith(bytes: Uint8Array, start: string): boolean {
  for (let at = 0; at < start.length; at++) if (bytes[at] !== start.charCodeAt(at)) return false;
  return true;
}
