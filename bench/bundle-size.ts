// What a page loads before something works, in KiB of gzip, each file on its own as a server sends it. Chunks that
// are loaded on demand (other languages) are left out.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
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
  name: '<order-table> with all it needs',
  limit: 35,
  weigh: () => shipped('numberdesk-portal.js', 'order-table.js'),
};

/** What a page with our table and the page of one order loads. */
const orderBundle: Bundle = {
  name: '<order-table> and <order-detail> with all they need',
  limit: 42,
  weigh: () => shipped('numberdesk-portal.js', 'order-table.js', 'order-detail.js'),
};

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

/** Files of dist/cdn, as they are, with all that they import at once. */
function shipped(...entries: string[]): number {
  const files = new Set<string>();
  const add = (file: string): void => {
    if (files.has(file)) return;
    files.add(file);
    const text = readFileSync(file, 'utf8');
    for (const [, path] of text.matchAll(/\b(?:from|import)\s*"(\.{1,2}\/[^"]+)"/g))
      add(join(dirname(file), path ?? ''));
  };
  for (const entry of entries) add(join(cdn, entry));
  return [...files].reduce((sum, file) => sum + kib(readFileSync(file)), 0);
}

/** What a bundler makes of it, styles included. */
async function weighed(code: string): Promise<number> {
  return (await bundled(code)).reduce((sum, { contents }) => sum + kib(contents), 0);
}
