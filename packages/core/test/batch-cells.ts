import type { BatchReport, BatchRow } from '../src/numbers.ts';

/** What a report says of a file, as plain data that can be compared. */
export const plainReport = ({ refusal, notices, totals, rows, accepted, rejected }: BatchReport) => ({
  refusal,
  notices,
  totals,
  rows: [...rows],
  accepted: [...accepted],
  rejected: [...rejected],
});

/** The two texts of each row. */
export const cellsOf = (rows: Iterable<BatchRow>) =>
  Array.from(rows, ({ numberText, purposeText }) => [numberText, purposeText]);

/** A text in an encoding, without a mark. */
export function encodedAs(
  text: string,
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252',
): Uint8Array<ArrayBuffer> {
  if (encoding === 'utf-8') return new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>;
  const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  if (encoding === 'windows-1252') return Uint8Array.from(units);
  const pairs = units.flatMap((unit) => [unit & 0xff, unit >> 8]);
  return Uint8Array.from(encoding === 'utf-16le' ? pairs : pairs.map((_, at) => pairs[at ^ 1]!));
}

/** A blob whose bytes come in pieces that end at such places. */
export function blobCutAt(bytes: Uint8Array<ArrayBuffer>, places: readonly number[]): Blob {
  const ends = [...new Set([...places.map((place) => place % (bytes.length + 1)), bytes.length])].sort(
    (a, b) => a - b,
  );
  const blob = new Blob([bytes]);
  blob.stream = () =>
    new ReadableStream({
      start(controller) {
        ends.forEach((end, index) => controller.enqueue(bytes.slice(ends[index - 1] ?? 0, end)));
        controller.close();
      },
    });
  return blob;
}
