/** Where a page of a history ended: an event of a change; `null` is before the first change. */
export type HistoryPlace = { at: Date; id: string; index: number } | null;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The text that a client hands back for the next page. */
export function encodeHistoryCursor(place: HistoryPlace): string {
  const parts = place && [place.at.getTime(), place.id, place.index];
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** Reads a cursor; `undefined` when it is none of ours. */
export function decodeHistoryCursor(cursor: string): HistoryPlace | undefined {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
  if (parts === null) return null;
  if (!Array.isArray(parts) || parts.length !== 3) return undefined;
  const [at, id, index] = parts as unknown[];
  if (typeof at !== 'number' || typeof id !== 'string' || typeof index !== 'number') return undefined;
  // Milliseconds that a date can hold and the database takes.
  const isMoment = Number.isSafeInteger(at) && Math.abs(at) < 253_500_000_000_000;
  return isMoment && uuid.test(id) ? { at: new Date(at), id, index } : undefined;
}
