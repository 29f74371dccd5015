import type { RecordParser } from '../internal/csv-record.ts';
import type { BatchJudge } from './batch-judge.ts';
import { callPurposeTexts, callPurposes } from './call-purposes.ts';

/** What is taken for UTF-8 and is not. */
export class NotUtf8 extends Error {}

const [lineFeed, carriageReturn, quote, plus] = [0x0a, 0x0d, 0x22, 0x2b];
/** A quoted record that is longer has lost its closing quote: its line is taken as it stands. */
const longestRecord = 65_536;
/** Whatever has such lines is no table. */
const longestLine = 1_048_576;
/** Longer than any row of a number and a purpose as they should be. */
const plainRow = 48;

/** Finds the rows in the bytes of a file, in UTF-8, wherever they are cut, and hands them to a judge. */
export class BatchReader {
  /** Set where a byte says that this is no text. */
  isBinary = false;
  /** Reads records with quotes; to be set before `read` once `needsParser` says so. */
  parser: RecordParser | null = null;
  needsParser = false;
  readonly #judge: BatchJudge;
  readonly #delimiter: number;
  readonly #decoder: TextDecoder;
  readonly #purposes = purposesByStart();
  #bytes = new Uint8Array(4 * plainRow);
  #from = 0;
  #end = 0;
  #line = 1;

  /** @param isStrict - Whether bytes that are no UTF-8 are to be told by `NotUtf8`. */
  constructor(judge: BatchJudge, delimiter: string, isStrict: boolean) {
    this.#judge = judge;
    this.#delimiter = delimiter.charCodeAt(0);
    this.#decoder = new TextDecoder('utf-8', { fatal: isStrict, ignoreBOM: true });
  }

  append(chunk: Uint8Array): void {
    this.needsParser ||= chunk.includes(quote);
    const left = this.#end - this.#from;
    if (this.#end + chunk.length + plainRow > this.#bytes.length) {
      const isTooSmall = (left + chunk.length + plainRow) * 2 > this.#bytes.length;
      const bytes = isTooSmall ? new Uint8Array((left + chunk.length + plainRow) * 2) : this.#bytes;
      bytes.set(this.#bytes.subarray(this.#from, this.#end));
      this.#bytes = bytes;
      this.#from = 0;
      this.#end = left;
    }
    this.#bytes.set(chunk, this.#end);
    this.#end += chunk.length;
  }

  /**
   * Reads so many rows at most.
   *
   * @param isLast - Whether nothing will be appended any more.
   * @returns Whether there is more to read now.
   */
  read(rows: number, isLast: boolean): boolean {
    for (let left = rows; left > 0; left--) {
      if (this.#from >= this.#end) return false;
      const next = this.#plainRow() || this.#anyRow(isLast);
      if (next === 0 || this.isBinary || this.#judge.isOverfull) return false;
      this.#from = next;
    }
    return true;
  }

  /** The start of the next row after one that is as it should be, or 0. */
  #plainRow(): number {
    const bytes = this.#bytes;
    let at = this.#from;
    if (at + plainRow > this.#end) return 0;
    const isInE164 = bytes[at] === plus;
    if (isInE164) {
      if (bytes[at + 1] !== 0x31) return 0;
      at += 2;
    }
    const area = digits(bytes, at, 3);
    const exchange = digits(bytes, at + 3, 3);
    const line = digits(bytes, at + 6, 4);
    if ((area | exchange | line) < 0 || bytes[at + 10] !== this.#delimiter) return 0;
    at += 11;
    const purpose = this.#purposeAt(at);
    if (!purpose) return 0;
    at += purpose.bytes.length;
    const next = afterBreak(bytes, at);
    if (next === at) return 0;
    this.#judge.addPlain(this.#line++, area, exchange, line, isInE164, purpose.place);
    return next;
  }

  #purposeAt(from: number): PurposeText | null {
    const near = this.#purposes[this.#bytes[from] ?? 0] ?? [];
    for (const purpose of near) if (isAt(this.#bytes, from, purpose.bytes)) return purpose;
    return null;
  }

  /** The start of the next row after any, or 0 if its end is not there yet. */
  #anyRow(isLast: boolean): number {
    const bytes = this.#bytes;
    const [from, end] = [this.#from, this.#end];
    let at = from;
    let hasQuotes = false;
    for (; at < end && bytes[at] !== lineFeed && bytes[at] !== carriageReturn; at++) {
      if (bytes[at] === 0 || at - from > longestLine) {
        this.isBinary = true;
        return 0;
      }
      if (bytes[at] === quote && this.#isFieldStart(at)) hasQuotes = true;
    }
    if (!isLast && this.#mayGoOn(at)) return 0;
    if (hasQuotes) {
      const to = this.#recordEnd();
      if (this.isBinary || (to === null && !isLast && end - from < longestRecord)) return 0;
      if (to !== null && !isLast && this.#mayGoOn(to)) return 0;
      const cells = to === null ? null : this.#quotedCells(to);
      if (to !== null && cells) return this.#hand(cells, to, this.#breaksBefore(to));
    }
    return this.#hand(this.#textOf(at).split(String.fromCharCode(this.#delimiter)), at);
  }

  /** Whether what ends here may have more to come: another byte, or the second half of a line break. */
  #mayGoOn(at: number): boolean {
    return at === this.#end || (this.#bytes[at] === carriageReturn && at + 1 === this.#end);
  }

  #hand(cells: readonly string[], to: number, breaks = 0): number {
    this.#judge.addCells(this.#line, cells);
    this.#line += breaks + 1;
    return to === this.#end ? to : Math.min(afterBreak(this.#bytes, to), this.#end);
  }

  /** Line breaks in the record that ends here. */
  #breaksBefore(to: number): number {
    let breaks = 0;
    for (let at = this.#from; at < to; at = Math.max(at + 1, afterBreak(this.#bytes, at)))
      if (afterBreak(this.#bytes, at) > at) breaks++;
    return breaks;
  }

  /** Where the record that begins here ends, line breaks in quotes being part of it; `null` if that is not seen. */
  #recordEnd(): number | null {
    const bytes = this.#bytes;
    const limit = Math.min(this.#end, this.#from + longestRecord);
    let isQuoted = false;
    for (let at = this.#from; at < limit; at++) {
      const byte = bytes[at];
      if (byte === 0) this.isBinary = true;
      if (isQuoted) {
        if (byte !== quote) continue;
        if (at + 1 < limit && bytes[at + 1] === quote) at++;
        else isQuoted = false;
      } else if (byte === quote && this.#isFieldStart(at)) isQuoted = true;
      else if (byte === lineFeed || byte === carriageReturn) return at;
    }
    return isQuoted || limit < this.#end ? null : limit;
  }

  #quotedCells(to: number): readonly string[] | null {
    return this.parser?.(this.#textOf(to), String.fromCharCode(this.#delimiter)) ?? null;
  }

  #isFieldStart(at: number): boolean {
    return at === this.#from || this.#bytes[at - 1] === this.#delimiter;
  }

  #textOf(to: number): string {
    try {
      return this.#decoder.decode(this.#bytes.subarray(this.#from, to));
    } catch {
      throw new NotUtf8();
    }
  }
}

/** So many digits as a number; less than 0 if another character stands among them. */
function digits(bytes: Uint8Array, from: number, count: number): number {
  let value = 0;
  for (let at = from; at < from + count; at++) {
    const digit = (bytes[at] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** Where the line break that begins here ends; the same place if there is none. */
function afterBreak(bytes: Uint8Array, at: number): number {
  if (bytes[at] === carriageReturn) return bytes[at + 1] === lineFeed ? at + 2 : at + 1;
  return bytes[at] === lineFeed ? at + 1 : at;
}

function isAt(bytes: Uint8Array, from: number, text: Uint8Array): boolean {
  for (let at = 0; at < text.length; at++) if (bytes[from + at] !== text[at]) return false;
  return true;
}

interface PurposeText {
  /** Its place among the purposes, from 1. */
  place: number;
  bytes: Uint8Array;
}

let known: readonly (readonly PurposeText[])[] | undefined;

/** The purposes by the first byte of their texts. */
function purposesByStart(): readonly (readonly PurposeText[])[] {
  if (known) return known;
  const found: PurposeText[][] = Array.from({ length: 256 }, () => []);
  callPurposes.forEach((purpose, index) => {
    const bytes = new TextEncoder().encode(callPurposeTexts[purpose]);
    found[bytes[0] ?? 0]?.push({ place: index + 1, bytes });
  });
  return (known = found);
}
