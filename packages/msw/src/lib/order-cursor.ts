import type { Order, OrderSort } from '@numberdesk/core/orders';

/** The text that a client hands back for the next page; good only with the sort it came from. */
export function encodeCursor(sort: OrderSort, { placedAt, number }: Order): string {
  return encodeURIComponent(JSON.stringify([sort, placedAt, number]));
}

/** The order that the page before ended with, as far as a sort looks at it; `null` for what is no cursor. */
export function decodeCursor(sort: OrderSort, cursor: string): Order | null {
  try {
    const [of, placedAt, number] = JSON.parse(decodeURIComponent(cursor)) as string[];
    return of === sort ? ({ placedAt, number } as Order) : null;
  } catch {
    return null;
  }
}
