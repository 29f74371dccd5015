import { callPurposeTexts } from '@numberdesk/core/numbers';

/** What is found in a file; whatever else is kept of it stays in memory until the figures are taken. */
export interface Found {
  rows: number;
  accepted: number;
  kept: unknown;
}

/** Who reads a file of numbers and purposes: its lines, whether each is right, which number stands there twice. */
export interface Contestant {
  read(bytes: Uint8Array, rows: number): Found | Promise<Found>;
}

/** What a number looks like, without the rules of area codes and exchanges. */
export const numberPattern = /^(?:\+1)?[2-9]\d{2}[2-9]\d{6}$/;

/** The purposes as a file has them. */
export const purposeTexts: ReadonlySet<string> = new Set(Object.values(callPurposeTexts));

interface Row {
  row: number;
  number: string;
  purpose: string;
}

/** Sorts the rows of a parser into those that can be added and the others, duplicates among these. */
export function sorted(
  table: readonly (readonly string[])[],
  problemOf: (number: string, purpose: string) => string | null,
): Found {
  const firsts = new Map<string, number>();
  const accepted: Row[] = [];
  const rejected: (Row & { problem: string; first?: number })[] = [];
  let row = 0;
  for (const [number = '', purpose = ''] of table) {
    row++;
    const problem = problemOf(number, purpose);
    if (problem !== null) {
      rejected.push({ row, number, purpose, problem });
      continue;
    }
    const key = number.slice(-10);
    const first = firsts.get(key);
    if (first === undefined) {
      firsts.set(key, row);
      accepted.push({ row, number, purpose });
    } else rejected.push({ row, number, purpose, problem: 'duplicate', first });
  }
  return { rows: row, accepted: accepted.length, kept: [accepted, rejected, firsts] };
}
