// Writes packages/core/src/lib/numbers/area-codes.ts from packages/core/data/area-codes.csv:
//   node scripts/area-codes.ts                    after a code has been added to that file by hand
//   node scripts/area-codes.ts npa_report.csv     takes all codes out of a report of the plan's administrator first
import { readFileSync, writeFileSync } from 'node:fs';
import papaparse from 'papaparse';

const inCore = (path: string) => new URL(`../packages/core/${path}`, import.meta.url);

/** What the report says of a code, as far as it is of use here. */
type Reported = Record<'NPA_ID' | 'IN_SERVICE' | 'USE' | 'SERVICE' | 'LOCATION' | 'COUNTRY', string>;

/** Countries by the names that the report has for them. */
const countries: Readonly<Record<string, string>> = {
  CANADA: 'CA',
  ANGUILLA: 'AI',
  'ANTIGUA/BARBUDA': 'AG',
  BAHAMAS: 'BS',
  BARBADOS: 'BB',
  BERMUDA: 'BM',
  'BRITISH VIRGIN ISLANDS': 'VG',
  'CAYMAN ISLANDS': 'KY',
  DOMINICA: 'DM',
  'DOMINICAN REPUBLIC': 'DO',
  GRENADA: 'GD',
  JAMAICA: 'JM',
  MONTSERRAT: 'MS',
  'SINT MAARTEN': 'SX',
  'ST. KITTS & NEVIS': 'KN',
  'ST.LUCIA': 'LC',
  'ST. VINCENT & GRENADINES': 'VC',
  'TRINIDAD & TOBAGO': 'TT',
  'TURKS & CAICOS ISLANDS': 'TC',
};

function rowOf({ NPA_ID: code, USE: use, SERVICE: service, LOCATION: location, COUNTRY: country }: Reported) {
  if (service === 'Toll-Free') return `${code},toll-free,`;
  if (use !== 'G') return `${code},other,${service.toLowerCase() || countries[country] || country}`;
  const place = country === 'US' ? `US-${location === 'CNMI' ? 'MP' : location}` : countries[country];
  if (!place) throw new Error(`${code} is in a country without a code here: ${country}.`);
  return `${code},geographic,${place}`;
}

/** Writes the codes in service of a report, whose first line tells its day. */
function takeReport(path: string): void {
  const [first = '', ...rest] = readFileSync(path, 'utf8').split('\n');
  const [, month, day, year] = /(\d\d)\/(\d\d)\/(\d{4})/.exec(first) ?? [];
  if (!year) throw new Error('A report begins with the day it was made on.');
  const { data } = papaparse.parse<Reported>(rest.join('\n'), { header: true, skipEmptyLines: true });
  const rows = data.filter((row) => row.IN_SERVICE === 'Y').map(rowOf);
  const head = [
    '# Area codes in service in the North American Numbering Plan.',
    `# as-of: ${year}-${month}-${day}`,
    "# source: the administrator's NPA report (npa_report.csv) of that day.",
    '# To bring it up to date: node scripts/area-codes.ts npa_report.csv',
    'code,kind,place',
  ];
  writeFileSync(inCore('data/area-codes.csv'), [...head, ...rows, ''].join('\n'));
}

const report = process.argv[2];
if (report) takeReport(report);

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
