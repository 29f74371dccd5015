// npm run bench: sizes and speeds, each beside what it is measured against, in one run on one machine.
import { cpus } from 'node:os';
import { bundles } from './bundle-size.ts';
import { pgliteDatabase, postgresDatabase } from './databases.ts';
import { type Throughput, measureOrdersPage } from './orders-page.ts';

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
const row = (...cells: string[]) =>
  console.log(cells.map((cell, index) => (index === 0 ? cell.padEnd(44) : cell.padStart(14))).join(''));

console.log(`Node.js ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}\n`);

row('Size, minified, English only', 'KiB gzip', 'at most');
for (const { name, limit, weigh } of bundles) row(name, (await weigh()).toFixed(1), String(limit));

const rate = (all: readonly Throughput[]) => median(all.map(({ perSecond }) => perSecond));
const slowest = (all: readonly Throughput[]) => median(all.map(({ p99 }) => p99));
for (const open of [pgliteDatabase, postgresDatabase]) {
  const database = await open();
  try {
    const { server, bare, statements } = await measureOrdersPage(database);
    console.log(
      `\nA page of 50 of 2,000 orders on ${database.name}, 10 connections, median of ${server.length} rounds by turns`,
    );
    row('', 'requests/s', 'p99 ms');
    row(`bare handler, the same ${statements} statements`, rate(bare).toFixed(0), slowest(bare).toFixed(1));
    row('server', rate(server).toFixed(0), slowest(server).toFixed(1));
    row('server ÷ bare handler', (rate(server) / rate(bare)).toFixed(2));
  } finally {
    await database.remove();
  }
}
