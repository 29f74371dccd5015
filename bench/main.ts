// npm run bench: sizes and speeds, each beside what it is measured against, in one run on one machine. One figure
// alone: npm run bench -- widgets
import { cpus, loadavg, totalmem } from 'node:os';
import { bundles, laterParts, orderTableBundle, peerBundles } from './bundle-size.ts';
import { pgliteDatabase, postgresDatabase } from './databases.ts';
import { printImporter } from './importer.ts';
import { printBatches } from './number-batches.ts';
import { printLists } from './lists.ts';
import { type Throughput, measureOrdersPage } from './orders-page.ts';
import { printNumbers } from './numbers-report.ts';
import { printPages } from './pages-report.ts';
import { printPortOuts } from './portouts.ts';
import { median, row } from './report.ts';
import { printSweep } from './sweep.ts';
import { printWidgets } from './widgets-report.ts';

/** Each figure by the name that chooses it. */
const figures: Record<string, () => Promise<void>> = {
  sizes,
  orders,
  pages: printPages,
  batches: () => printBatches([pgliteDatabase, postgresDatabase]),
  sweep: () => printSweep([pgliteDatabase, postgresDatabase]),
  widgets: printWidgets,
  lists: printLists,
  numbers: printNumbers,
  importer: printImporter,
  portouts: printPortOuts,
};

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !(name in figures));
if (unknown.length > 0)
  throw new Error(`No figure ${unknown.join(', ')}; there are ${Object.keys(figures).join(', ')}.`);

console.log(
  `Node.js ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ` +
    `${Math.round(totalmem() / 2 ** 30)} GiB, load ${loadavg()[0]?.toFixed(1)} before the start`,
);
for (const [name, print] of Object.entries(figures))
  if (chosen.length === 0 || chosen.includes(name)) await print();

async function sizes(): Promise<void> {
  console.log();
  row('Loaded at once, minified, in English', 'KiB gzip', 'at most');
  for (const { name, limit, weigh } of bundles) row(name, (await weigh()).toFixed(1), String(limit));
  console.log();
  row('Loaded later, one file each', 'KiB gzip');
  for (const { name, weigh } of laterParts()) row(name, (await weigh()).toFixed(1));
  const ours = await orderTableBundle.weigh();
  console.log();
  row('Grids, with the same six columns', 'KiB gzip', '× ours');
  for (const { name, weigh } of peerBundles) {
    const size = await weigh();
    row(name, size.toFixed(1), (size / ours).toFixed(2));
  }
}

async function orders(): Promise<void> {
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
}
