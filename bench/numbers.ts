// Files of numbers, read and checked by each contestant in a process of its own, by turns.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { numberRows } from './number-rows.ts';

const inBench = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Who takes part: what a figure is called, and the module that it comes from. */
export const readers = [
  { name: 'validateBatch', entry: 'numbers/numberdesk.ts' },
  { name: 'papaparse + regular expression', entry: 'numbers/papaparse-pattern.ts' },
  { name: 'papaparse + zod', entry: 'numbers/papaparse-zod.ts' },
  { name: 'papaparse + libphonenumber-js', entry: 'numbers/papaparse-libphonenumber.ts' },
  { name: 'csv-parse + regular expression', entry: 'numbers/csv-parse-pattern.ts' },
  { name: 'byte scan (the floor)', entry: 'floor/number-scan.ts' },
] as const;

/** Rows of the files, and how often a process reads its file. */
export const files: readonly { rows: number; calls: number }[] = [
  { rows: 500, calls: 300 },
  { rows: 50_000, calls: 12 },
  { rows: 1_000_000, calls: 2 },
];

const rounds = Number(process.env['BENCH_ROUNDS'] ?? 3);

/** What was measured of one contestant and one file. */
export interface ReaderFigure {
  name: string;
  /** Milliseconds of the first file of each process. */
  first: number[];
  /** Milliseconds of a file after that, collections of garbage included: the mean of each process. */
  next: number[];
  /** Bytes at the peak of the first file over what was in memory before. */
  peak: number[];
  rows: number;
  accepted: number;
}

/** Reads a file of so many rows with each contestant, by turns. */
export function measureReaders({ rows, calls }: (typeof files)[number]): ReaderFigure[] {
  const folder = mkdtempSync(join(tmpdir(), 'numberdesk-bench-'));
  const file = join(folder, 'numbers.csv');
  writeFileSync(file, numberRows(rows));
  const figures = readers.map(({ name }): ReaderFigure => ({
    name,
    first: [],
    next: [],
    peak: [],
    rows,
    accepted: 0,
  }));
  try {
    for (let round = 0; round < rounds; round++)
      readers.forEach(({ entry }, index) => {
        const figure = figures[index] as ReaderFigure;
        const { millis, peak, rows: read, accepted } = inOwnProcess(entry, file, rows, calls);
        if (read !== rows) throw new Error(`${figure.name} found ${read} of ${rows} rows.`);
        const [first = NaN, ...more] = millis;
        figure.first.push(first);
        figure.next.push(more.reduce((sum, each) => sum + each, 0) / more.length);
        figure.peak.push(peak);
        figure.accepted = accepted;
      });
  } finally {
    rmSync(folder, { recursive: true });
  }
  return figures;
}

function inOwnProcess(entry: string, file: string, rows: number, calls: number) {
  const args = ['--expose-gc', inBench('numbers/run.ts'), inBench(entry), file, String(rows), String(calls)];
  const output = execFileSync(process.execPath, args, { encoding: 'utf8' });
  return JSON.parse(output) as { millis: number[]; peak: number; rows: number; accepted: number };
}
