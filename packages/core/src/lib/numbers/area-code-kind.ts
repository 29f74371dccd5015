import { areaCodes } from './area-codes.ts';

/**
 * What an area code can be. `unknown` is missing from the dated table, and most probably a new geographic one; the
 * last three can never be dialled (NUM-4).
 */
export type AreaCodeKind =
  | 'unknown'
  | 'geographic'
  | 'toll-free'
  | 'other'
  | 'area-code-first-digit'
  | 'area-code-n11'
  | 'area-code-reserved';

let table: readonly AreaCodeKind[] | undefined;

/** What the area code is that has these three digits, given as a number from 0 to 999 (NUM-4). */
export function areaCodeKind(code: number): AreaCodeKind {
  table ??= Array.from({ length: 1000 }, (_, each) => kindOf(each));
  return table[code] ?? 'area-code-first-digit';
}

function kindOf(code: number): AreaCodeKind {
  if (code < 200) return 'area-code-first-digit';
  if (code % 100 === 11) return 'area-code-n11';
  const [first, second] = [Math.floor(code / 100), Math.floor(code / 10) % 10];
  // 37X and 96X are kept together for what nobody knows yet, N9X for longer numbers.
  if (second === 9 || (first === 3 && second === 7) || (first === 9 && second === 6))
    return 'area-code-reserved';
  if (isGeographic(code)) return 'geographic';
  if ((areaCodes.tollFree as readonly number[]).includes(code)) return 'toll-free';
  const isService = (areaCodes.other as readonly number[]).includes(code);
  return isService ? 'other' : 'unknown';
}

function isGeographic(code: number): boolean {
  const digit = Number.parseInt(areaCodes.geographic.charAt((code - 200) >> 2), 16);
  return ((digit >> (3 - ((code - 200) & 3))) & 1) === 1;
}
