import type { OrderLine } from '@numberdesk/core/orders';
import { numbersFrom, placeOf } from '../../seeds/places.ts';

/**
 * Numbers that are probably free, out of the block that is kept for fiction where the line is. Each `attempt`
 * looks somewhere else in the block; the server has the last word.
 */
export function suggestNumbers(line: OrderLine, attempt: number, random = Math.random): string[] {
  const place = placeOf(line);
  if (!place) return [];
  const roomLeft = Math.max(1, 50 - line.quantity);
  const from = 50 + attempt * 100 + Math.floor(random() * roomLeft);
  return numbersFrom(place, from, line.quantity);
}
