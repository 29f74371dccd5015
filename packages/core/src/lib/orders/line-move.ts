import { type OrderStatus, orderLineTransitions } from './order-status.ts';

/** Why a line cannot be moved (ORD-3, ORD-7). */
export type LineMoveProblem =
  | { code: 'transition-not-allowed'; from: string; to: string; allowed: readonly OrderStatus[] }
  | { code: 'numbers-needed'; quantity: number; given: number }
  | { code: 'numbers-repeated'; number: string }
  | { code: 'numbers-unexpected'; to: string };

/**
 * Why a line cannot go to a status; `null` means it can. A completed line carries as many different numbers as
 * its quantity, any other carries none (ORD-3, ORD-7).
 */
export function lineMoveProblem(
  line: { status: string; quantity: number },
  to: string,
  numbers: readonly string[],
): LineMoveProblem | null {
  const known = Object.hasOwn(orderLineTransitions, line.status);
  const allowed: readonly OrderStatus[] = known ? orderLineTransitions[line.status as OrderStatus] : [];
  if (!allowed.includes(to as OrderStatus)) {
    return { code: 'transition-not-allowed', from: line.status, to, allowed };
  }
  return lineNumbersProblem(line.quantity, to, numbers);
}

/** Why a line in a status cannot carry these numbers; `null` means it can (ORD-7). */
export function lineNumbersProblem(
  quantity: number,
  status: string,
  numbers: readonly string[],
): Exclude<LineMoveProblem, { code: 'transition-not-allowed' }> | null {
  if (status !== 'completed') {
    return numbers.length === 0 ? null : { code: 'numbers-unexpected', to: status };
  }
  const seen = new Set<string>();
  const repeated = numbers.find((number) => seen.size === seen.add(number).size);
  if (repeated !== undefined) return { code: 'numbers-repeated', number: repeated };
  return numbers.length === quantity ? null : { code: 'numbers-needed', quantity, given: numbers.length };
}
