import type { NumberSort, PhoneNumber } from '@numberdesk/core/numbers';

/** The text that a client hands back for the next page; good only with the sort it came from. */
export function encodeNumberCursor(sort: NumberSort, { addedAt, number }: PhoneNumber): string {
  return encodeURIComponent(JSON.stringify([sort, addedAt, number]));
}

/** The number that the page before ended with, as far as a sort looks at it; `null` for what is no cursor. */
export function decodeNumberCursor(sort: NumberSort, cursor: string): PhoneNumber | null {
  try {
    const [of, addedAt, number] = JSON.parse(decodeURIComponent(cursor)) as string[];
    return of === sort ? ({ addedAt, number } as PhoneNumber) : null;
  } catch {
    return null;
  }
}
