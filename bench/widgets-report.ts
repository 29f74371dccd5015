// Prints what a table with many orders costs a browser.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { row } from './report.ts';
import { type WidgetFigures, measureWidgets } from './widgets.ts';

const count = Number(process.env['BENCH_ORDERS'] ?? 10_000);
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 5);

const painted = { first: 'first rows', update: 'update 1 %', key: 'key' } as const;
const work = {
  firstWork: 'first rows',
  updateWork: 'update 1 %',
  keyWork: 'key',
  scrollWork: 'scroll, p95',
} as const;
const memory = { heap: 'heap', ownHeap: 'of it its own' } as const;

const ensureBrowsers = fileURLToPath(new URL('../scripts/ensure-browsers.mjs', import.meta.url));

/** Measures the tables and prints a figure beside its ratio to the floor. */
export async function printWidgets(): Promise<void> {
  const { status } = spawnSync(process.execPath, [ensureBrowsers], { stdio: 'inherit' });
  if (status !== 0) throw new Error('The tables are measured in Chromium, which was not found.');
  const measured = await measureWidgets(count, rounds);
  const print = (title: string, columns: Partial<Record<keyof WidgetFigures, string>>): void => {
    const names = Object.keys(columns) as (keyof WidgetFigures)[];
    console.log();
    row(title, ...names.map((name) => columns[name] ?? ''));
    const floor = measured[0]?.figures;
    for (const { name, figures } of measured)
      row(name, ...names.map((of) => beside(figures[of], floor?.[of])));
  };
  console.log(
    `\n${count.toLocaleString('en')} orders in Chromium, median of ${rounds} rounds by turns; × is to the floor`,
  );
  print('Until painted, ms', painted);
  print('Main thread, ms of processor time', work);
  print('Memory, MiB', memory);
}

const beside = (value: number, floor = NaN) =>
  Number.isNaN(value) ? '–' : `${value.toFixed(1)} ${`${(value / floor).toFixed(1)}×`.padStart(6)}`;
