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
  limit: 35.2,
  weigh: () => shipped('numberdesk-portal.js', 'order-table.js'),
};

/** What a page with our table and the page of one order loads. */
const orderBundle: Bundle = {
  name: '<order-table> and <order-detail>, at once',
  limit: 42.4,
  weigh: () => shipped(...orderEntries),
};

/** The files of a page with both. */
const orderEntries = ['numberdesk-portal.js', 'order-table.js', 'order-detail.js'];

const soon = 'after the first list, by itself';

/** When a part that is not loaded at once is loaded, by its name. */
const laterWhen: Readonly<Record<string, string>> = {
  'order-table-later': soon,
  'order-detail-later': soon,
  'order-news': soon,
  'lead-time': soon,
  'add-styles': soon,
  'event-stream': soon,
  'order-tools': 'when filters or export open',
  'list-calendar': 'for a list of some days',
  'reachable-accounts': 'for the accounts below',
};

/** What such a page loads later, and when; the last is all of it, in English. */
export function laterParts(): readonly Omit<Bundle, 'limit'>[] {
  const atOnce = filesOf(...orderEntries.map(inCdn));
  const asked = atOnce.flatMap((file) => importsOf(file, dynamicImports));
  const more = filesOf(...asked).flatMap((file) => importsOf(file, dynamicImports));
  const files = filesOf(...asked, ...more).filter((file) => !atOnce.includes(file));
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

/** What ships to a browser, in English. */
export const bundles: readonly Bundle[] = [
  {
    name: "core's client (createClient)",
    limit: 17,
    weigh: () => weighed("export { createClient } from '@numberdesk/core';"),
  },
  orderTableBundle,
  orderBundle,
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

const inCdn = (entry: string) => join(cdn, entry);

/** Files with all that they import at once. */
function filesOf(...entries: string[]): string[] {
  const files = new Set<string>();
  const add = (file: string): void => {
    if (files.has(file)) return;
    files.add(file);
    importsOf(file, staticImports).forEach(add);
  };
  entries.forEach(add);
  return [...files];
}

/** What such files weigh, as they are. */
function shipped(...entries: string[]): number {
  return filesOf(...entries.map(inCdn)).reduce((sum, file) => sum + kib(readFileSync(file)), 0);
}

/** What a bundler makes of it, styles included. */
async function weighed(code: string): Promise<number> {
  return (await bundled(code)).reduce((sum, { contents }) => sum + kib(contents), 0);
}
