import type { OrderSort } from '@numberdesk/core/orders';

/** Where a page ended: the last order's place in the sort. */
export interface OrderPlace {
  /** Milliseconds since 1970. */
  placedAt: number;
  numberKey: string;
  number: string;
}

/** The text that a client hands back for the next page; good only with the sort it came from. */
export function encodeOrderCursor(sort: OrderSort, { placedAt, numberKey, number }: OrderPlace): string {
  return Buffer.from(JSON.stringify([sort, placedAt, numberKey, number])).toString('base64url');
}

/** Reads a cursor; `null` when it is none of ours, or of another sort. */
export function decodeOrderCursor(sort: OrderSort, cursor: string): OrderPlace | null {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return null;
  }
  if (!Array.isArray(parts) || parts.length !== 4) return null;
  const [of, placedAt, numberKey, number] = parts as unknown[];
  if (of !== sort || !isMoment(placedAt) || !isKey(numberKey) || !isKey(number)) return null;
  return { placedAt, numberKey, number };
}

/** The years 0 to 9999, which is what an order can have been placed in. */
const isMoment = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) > -62_200_000_000_000 && Number(value) < 253_500_000_000_000;

/** The database takes no NUL. */
const isKey = (value: unknown): value is string =>
  typeof value === 'string' && !value.includes('\0') && value.isWellFormed();
