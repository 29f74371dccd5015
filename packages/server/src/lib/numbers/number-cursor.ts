import type { NumberSort } from '@numberdesk/core/numbers';

/** Where a page ended: the last number's place in the sort. */
export interface NumberPlace {
  /** Milliseconds since 1970. */
  addedAt: number;
  number: string;
}

/** The text that a client hands back for the next page; good only with the sort it came from. */
export function encodeNumberCursor(sort: NumberSort, { addedAt, number }: NumberPlace): string {
  return Buffer.from(JSON.stringify([sort, addedAt, number])).toString('base64url');
}

/** Reads a cursor; `null` when it is none of ours, or of another sort. */
export function decodeNumberCursor(sort: NumberSort, cursor: string): NumberPlace | null {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return null;
  }
  if (!Array.isArray(parts) || parts.length !== 3) return null;
  const [of, addedAt, number] = parts as unknown[];
  const isPlace = of === sort && isMoment(addedAt) && typeof number === 'string' && e164.test(number);
  return isPlace ? { addedAt, number } : null;
}

const e164 = /^\+[0-9]{1,15}$/;

/** Milliseconds that a date can hold and the database takes. */
const isMoment = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Math.abs(Number(value)) < 253_500_000_000_000;
