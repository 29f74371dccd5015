// Writes packages/core/src/lib/numbers/area-codes.ts from packages/core/data/area-codes.csv, where a new area code is
// added by hand: node scripts/area-codes.ts
import { readFileSync, writeFileSync } from 'node:fs';

const inCore = (path: string) => new URL(`../packages/core/${path}`, import.meta.url);
const lines = readFileSync(inCore('data/area-codes.csv'), 'utf8').trim().split('\n');
const asOf = lines.find((line) => line.startsWith('# as-of: '))?.slice('# as-of: '.length);
const [heading, ...rows] = lines.filter((line) => !line.startsWith('#')).map((line) => line.split(','));
if (!asOf || heading?.join() !== 'code,kind,place') throw new Error('area-codes.csv has lost its head.');

const codes = (kind: string) => rows.filter((row) => row[1] === kind).map(([code]) => Number(code));
const strange = rows.filter(
  ([code, kind]) => !/^[2-9]\d\d$/.test(code ?? '') || codes(kind ?? '').length === 0,
);
if (strange.length > 0) throw new Error(`Not understood: ${strange.join(' ')}`);

/** Four codes to a hexadecimal digit, from 200 on, the first in the highest bit. */
const geographic = new Set(codes('geographic'));
const digit = (index: number) =>
  [0, 1, 2, 3].reduce((bits, at) => bits * 2 + Number(geographic.has(200 + index * 4 + at)), 0).toString(16);
const digits = Array.from({ length: 200 }, (_, index) => digit(index)).join('');
const halves = [digits.slice(0, 100), digits.slice(100)];

writeFileSync(
  inCore('src/lib/numbers/area-codes.ts'),
  `// Made by scripts/area-codes.ts from data/area-codes.csv, which names places and source.

/** Area codes in service in the North American Numbering Plan on a day (NUM-4). */
export const areaCodes = {
  asOf: '${asOf}',
  /** One bit for each code from 200 to 999, in hexadecimal. */
  geographic:
${halves.map((half) => `    '${half}'`).join(' +\n')},
  tollFree: [${codes('toll-free').join(', ')}],
  /** For persons who move, carriers, governments and premium services. */
  other: [${codes('other').join(', ')}],
} as const;
`,
);
