import { orderSearchTerms } from '@numberdesk/core/orders';

/** Characters of a term that are kept: more than a search may have, and within what an index entry may hold. */
const longest = 100;

const shorten = (term: string) => [...term].slice(0, longest).join('');

/** The terms that an order is found by, as they are stored. */
export function storedTerms(order: { number: string; placedBy: { name: string } }): string[] {
  return [...new Set(orderSearchTerms(order).map(shorten))];
}

/** The stored terms that a search means: from the one text up to the other, which is outside. */
export function searchRange(q: string): { from: string; to: string } {
  const from = shorten(q.normalize('NFKC').toLowerCase());
  return { from, to: `${from}\u{10ffff}` };
}
