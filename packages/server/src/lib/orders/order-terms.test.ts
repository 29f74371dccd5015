import { matchesOrderQuery, type Order } from '@numberdesk/core/orders';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchRange, storedTerms } from './order-terms.ts';

const bytes = (text: string) => Buffer.from(text);
/** As the database compares in collation C. */
const isWithin = (term: string, { from, to }: { from: string; to: string }) =>
  Buffer.compare(bytes(from), bytes(term)) <= 0 && Buffer.compare(bytes(term), bytes(to)) < 0;

describe('what a search finds an order by', () => {
  it('is the start of its number or of a word of who placed it, as core has it', () => {
    const word = fc.string({ unit: fc.constantFrom(...'aAbB1-É ﬁß'), minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(word, word, word, (number, name, q) => {
        const order = { number, placedBy: { name }, leavesAt: null } as Order;
        const found = storedTerms(order).some((term) => isWithin(term, searchRange(q)));
        expect(found).toBe(matchesOrderQuery(order, { q }, 0));
      }),
    );
  });

  it('fits into an index, however long a name grows by being folded', () => {
    const number = '\ufdfa'.repeat(64); // one character that folds into eighteen
    const terms = storedTerms({ number, placedBy: { name: '\ufdfa'.repeat(200) } });
    for (const term of [...terms, searchRange(number).from]) expect(bytes(term).length).toBeLessThan(2000);
    expect(terms.some((term) => isWithin(term, searchRange(number)))).toBe(true);
  });
});
