// A file of numbers and purposes as customers have them: most rows right, some not, a few written by other hands. The
// same count gives the same bytes, on every machine.
import { callPurposeTexts } from '@numberdesk/core/numbers';

const purposes = Object.values(callPurposeTexts);
/** In service since long ago; one toll-free. */
const areaCodes = [
  201, 202, 203, 212, 213, 214, 303, 305, 312, 404, 415, 416, 501, 512, 602, 617, 702, 713, 800, 809, 917,
];

/** How a row departs from what it should be, and in how many of 1,000 rows. */
const faults: readonly [per1000: number, row: (number: string, purpose: string) => string][] = [
  [20, (number, purpose) => `${number.slice(0, 3)}-${number.slice(3, 6)}-${number.slice(6)},${purpose}`],
  [
    10,
    (number, purpose) => `"(${number.slice(0, 3)}) ${number.slice(3, 6)} ${number.slice(6)}","${purpose}"`,
  ],
  [10, (number, purpose) => `1${number},${purpose}`],
  [10, (number, purpose) => `${number.slice(1)},${purpose}`],
  [10, (number, purpose) => `212911${number.slice(6)},${purpose}`],
  [5, (number, purpose) => `2125550100,${purpose}`],
  [5, (number, purpose) => `'+1${number},${purpose}`],
  [10, (number, purpose) => `${number},${purpose.toLowerCase()}`],
  [10, (number, purpose) => `${number},${purpose}s`],
  [5, (number) => `${number},Téléphone`],
  [5, (number) => `${number},`],
];

/** So many rows, three in a hundred a number that stood in another row before. */
export function numberRows(count: number): string {
  const random = seeded(20_260_701);
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T;
  const seen: string[] = [];
  const rows: string[] = [];
  for (let row = 0; row < count; row++) {
    const repeats = seen.length > 0 && below(100) < 3;
    const number = repeats
      ? pick(seen)
      : `${pick(areaCodes)}${220 + below(180)}${String(below(10_000)).padStart(4, '0')}`;
    const purpose = pick(purposes);
    let chance = below(1000);
    const fault = repeats ? undefined : faults.find(([per1000]) => (chance -= per1000) < 0);
    if (!fault) seen.push(number);
    rows.push(fault ? fault[1](number, purpose) : `${below(2) ? '+1' : ''}${number},${purpose}`);
  }
  return `${rows.join('\r\n')}\r\n`;
}

/** Numbers from 0 to 1 that look like chance and are the same each time (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
