import type { NumbersChanged } from './number-event.schema.ts';
import type { PhoneNumber } from './number.schema.ts';

/** Numbers that one event tells of at most. */
export const numbersPerEvent = 100;

/**
 * What an account's watchers are told: numbers as they are now, and those that have left it, in as many pieces as it
 * takes; none where nothing has changed.
 */
export function numberNews(
  account: string,
  { numbers = [], removed = [] }: { numbers?: readonly PhoneNumber[]; removed?: readonly Named[] },
): NumbersChanged[] {
  const gone = removed.map(({ id, number }) => ({ id, number }));
  const pieces: NumbersChanged[] = [];
  for (let from = 0; from < numbers.length + gone.length; from += numbersPerEvent) {
    const upTo = from + numbersPerEvent;
    const [goneFrom, goneUpTo] = [from, upTo].map((at) => Math.max(0, at - numbers.length));
    pieces.push({
      account,
      numbers: numbers.slice(from, upTo),
      removed: gone.slice(goneFrom, goneUpTo),
    });
  }
  return pieces;
}

interface Named {
  id: string;
  number: string;
}
