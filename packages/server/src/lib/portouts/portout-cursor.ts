import type { PortOutSort } from '@numberdesk/core/portouts';
import { validate as isUuid } from 'uuid';

/** Where a page ended: the last request's place in the sort. */
export interface PortOutPlace {
  /** What it is sorted by, in milliseconds since 1970; `null` for one that nothing is due of. */
  at: number | null;
  id: string;
}

/** The text that a client hands back for the next page; good only with the list it came from. */
export function encodePortOutCursor(list: PortOutSort | 'charges', { at, id }: PortOutPlace): string {
  return Buffer.from(JSON.stringify([list, at, id])).toString('base64url');
}

/** Reads a cursor; `null` when it is none of ours, or of another list. */
export function decodePortOutCursor(list: PortOutSort | 'charges', cursor: string): PortOutPlace | null {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return null;
  }
  if (!Array.isArray(parts) || parts.length !== 3) return null;
  const [of, at, id] = parts as unknown[];
  const isPlace = isMoment(at) || (at === null && list === 'dueAt');
  return of === list && isPlace && typeof id === 'string' && isUuid(id) ? { at, id } : null;
}

/** Milliseconds that a date can hold and the database takes. */
const isMoment = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Math.abs(Number(value)) < 253_500_000_000_000;
