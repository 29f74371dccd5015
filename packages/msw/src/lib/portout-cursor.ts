import { type PortOut, type PortOutSort } from '@numberdesk/core/portouts';

/** The text that a client hands back for the next page; good only with the sort it came from. */
export function encodePortOutCursor(sort: PortOutSort, last: PortOut): string {
  const { id, receivedAt, status, answerDueAt, portDueAt, silenceAt } = last;
  return encodeURIComponent(
    JSON.stringify([sort, { id, receivedAt, status, answerDueAt, portDueAt, silenceAt }]),
  );
}

/** The request that the page before ended with, as far as a sort looks at it; `null` for what is no cursor. */
export function decodePortOutCursor(sort: PortOutSort, cursor: string): PortOut | null {
  try {
    const [of, last] = JSON.parse(decodeURIComponent(cursor)) as [string, PortOut];
    return of === sort ? last : null;
  } catch {
    return null;
  }
}
