// What a page loads before something works, in KiB of gzip, each file on its own as a server sends it; and what comes
// later: by itself, or when somebody asks for it.
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { bundled, contestantCode, peers } from './contestants.ts';

/** Something a page loads, and the most KiB it may weigh. */
export interface Bundle {
  name: string;
  limit: number;
  weigh(): number | Promise<number>;
}

const inRepository = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const cdn = inRepository('packages/elements/dist/cdn');
const kib = (content: Uint8Array) => gzipSync(content, { level: 9 }).length / 1024;

/** What a page with our table loads. */
export const orderTableBundle: Bundle = {
  name: '<order-table>, loaded at once',
  // What counts as at once, and what does not: docs/decisions/014-what-a-page-loads-at-once.md
  limit: 35,
  weigh: () => shipped('numberdesk-portal.js', 'order-table.js'),
};

/** What a page with our table and the page of one order loads. */
const orderBundle: Bundle = {
  name: '<order-table> and <order-detail>, at once',
  limit: 42,
  weigh: () => shipped(...orderEntries),
};

/** What a page with our importer loads: a file or a list that is saved brings the rest. */
const importerBundle: Bundle = {
  name: '<number-importer>, loaded at once',
  limit: 40.5,
  weigh: () => shipped(...importerEntries),
};

const importerEntries = ['numberdesk-portal.js', 'number-importer.js'];

/** What the importer comes to once a file has been read and saved, its worker apart. */
const wholeImporter = (): number => {
  const later = filesOf(...importerEntries).flatMap((file) => importsOf(file, dynamicImports));
  const parts = later.filter((file) => /later|event-stream/.test(file));
  return [...new Set([...filesOf(...importerEntries), ...parts.flatMap((file) => withImports(file))])].reduce(
    (sum, file) => sum + kib(readFileSync(file)),
    0,
  );
};

/** What reads a file beside the page. */
const workerBundle: Bundle = {
  name: "the importer's worker",
  limit: 20,
  weigh: () => kib(readFileSync(join(cdn, 'number-worker.js'))),
};

/** The files of a page with both. */
const orderEntries = ['numberdesk-portal.js', 'order-table.js', 'order-detail.js'];

/** What a page with the numbers loads. */
const numberTableBundle: Bundle = {
  name: '<number-table>, loaded at once',
  limit: 38.1,
  weigh: () => shipped('numberdesk-portal.js', 'number-table.js'),
};

/** What a page with the list of port-outs loads: a request that is opened, charges and tools come when they are asked for. */
const portOutListBundle: Bundle = {
  name: '<portout-list>, loaded at once',
  limit: 35,
  weigh: () => shipped('numberdesk-portal.js', 'portout-list.js'),
};

/** What a page with any two widgets loads at once, by the two that weigh the most together. */
const twoBundle: Bundle = {
  name: 'any two widgets, loaded at once',
  limit: 55,
  weigh: () => {
    const pairs = widgets.flatMap((one, index) => widgets.slice(index + 1).map((other) => [one, other]));
    return Math.max(...pairs.map((pair) => shipped('numberdesk-portal.js', ...pair)));
  },
};

const widgets = [
  'order-table',
  'order-detail',
  'number-table',
  'number-importer',
  'portout-list',
  'portout-review',
].map((tag) => `${tag}.js`);

/** What a page with one port-out request loads: forms, notes and what prints and saves come later. */
const portOutReviewBundle: Bundle = {
  name: '<portout-review>, loaded at once',
  limit: 40,
  weigh: () => shipped('numberdesk-portal.js', 'portout-review.js'),
};

const soon = 'after the first list, by itself';

/** When a part that is not loaded at once is loaded, by its name. */
const laterWhen: Readonly<Record<string, string>> = {
  'order-table-later': soon,
  'order-detail-later': soon,
  'order-news': soon,
  'lead-time': soon,
  'add-styles': soon,
  'calendar-date': soon,
  'focus-keeper': soon,
  'list-later': soon,
  'live-list': soon,
  instant: soon,
  'row-window': soon,
  'ruled-orders': soon,
  tip: soon,
  'event-stream': soon,
  'order-tools': 'when filters or export open',
  'list-tool': 'when filters or export open',
  'list-calendar': 'for a list of some days',
  'list-rest': 'for a long list, loaded anew',
  'other-orders': 'for an empty list',
  'account-parents': 'for the accounts below',
  numbers: 'for the accounts below',
  'account-tree': 'when filters or export open',
  'csv-text': 'when filters or export open',
};

/** What such a page loads later, and when; the last is all of it, in English. */
export function laterParts(): readonly Omit<Bundle, 'limit'>[] {
  const atOnce = filesOf(...orderEntries);
  const asked = atOnce.flatMap((file) => importsOf(file, dynamicImports));
  const more = withImports(...asked).flatMap((file) => importsOf(file, dynamicImports));
  const files = withImports(...asked, ...more).filter((file) => !atOnce.includes(file));
  const nameOf = (file: string) => basename(file).replace(/-[\w-]{8}\.js$/, '');
  const isLanguage = (file: string) => !Object.hasOwn(laterWhen, nameOf(file));
  const weigh = (files: readonly string[]) => files.reduce((sum, file) => sum + kib(readFileSync(file)), 0);
  const parts = files.map((file) => ({
    name: `${nameOf(file)}: ${laterWhen[nameOf(file)] ?? 'with a reader of that language'}`,
    weigh: () => weigh([file]),
  }));
  const english = files.filter((file) => !isLanguage(file));
  const bySelf = english.filter((file) => laterWhen[nameOf(file)] === soon);
  return [
    ...parts,
    { name: `all that comes ${soon}`, weigh: () => weigh(bySelf) },
    { name: 'all that comes later, in English', weigh: () => weigh(english) },
  ];
}

/** What a page loads to check numbers, in one file each. */
export const numbersBundles: readonly Bundle[] = [
  {
    name: 'validateBatch, with papaparse',
    limit: 20,
    weigh: () => weighed("export { packBatch, unpackBatch, validateBatch } from '@numberdesk/core/numbers';"),
  },
  {
    name: 'parsePhoneNumber and parseCallPurpose',
    limit: 3,
    weigh: () => weighed("export { parseCallPurpose, parsePhoneNumber } from '@numberdesk/core/numbers';"),
  },
];

/** What ships to a browser, in English. */
export const bundles: readonly Bundle[] = [
  {
    name: "core's client (createClient)",
    limit: 19.1,
    weigh: () => weighed("export { createClient } from '@numberdesk/core';"),
  },
  ...numbersBundles,
  orderTableBundle,
  orderBundle,
  numberTableBundle,
  importerBundle,
  { name: '<number-importer>, all of it', limit: 64.4, weigh: wholeImporter },
  workerBundle,
  portOutListBundle,
  portOutReviewBundle,
  twoBundle,
];

/** The grids beside ours, each with its own minimum to show, sort and search the six columns of an order. */
export const peerBundles: readonly Omit<Bundle, 'limit'>[] = peers.map((peer) => ({
  name: peer.name,
  weigh: () => weighed(contestantCode(peer)),
}));

const staticImports = /\b(?:from|import)\s*"(\.{1,2}\/[^"]+)"/g;
const dynamicImports = /\bimport\("(\.{1,2}\/[^"]+)"\)/g;

/** The files that a file imports in one of the two ways. */
function importsOf(file: string, pattern: RegExp): string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(pattern)].map(([, path]) => join(dirname(file), path ?? ''));
}

/** Files with all that they import at once. */
function withImports(...entries: string[]): string[] {
  const files = new Set<string>();
  const add = (file: string): void => {
    if (files.has(file)) return;
    files.add(file);
    importsOf(file, staticImports).forEach(add);
  };
  entries.forEach(add);
  return [...files];
}

/** Files of dist/cdn with all that they import at once. */
const filesOf = (...entries: string[]) => withImports(...entries.map((entry) => join(cdn, entry)));

/** What such files weigh, as they are. */
function shipped(...entries: string[]): number {
  return filesOf(...entries).reduce((sum, file) => sum + kib(readFileSync(file)), 0);
}

/** What a bundler makes of it, styles included. */
async function weighed(code: string): Promise<number> {
  return (await bundled(code)).reduce((sum, { contents }) => sum + kib(contents), 0);
}
