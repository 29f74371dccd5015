// Bundles every tag into dist/cdn/<tag>.js: what several of them need in one shared file, and what is loaded on
// demand (each language, the tools of a table) in files of their own; a worker's script is one file with all it needs.
// Prints what a page loads: node build-cdn.ts
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { type OutputAsset, type OutputChunk, type Plugin, rolldown } from 'rolldown';
import { minify } from 'terser';
import { ownCopies, smallSources, smallStyles, smallRequests } from './build-plugins.ts';

const home = dirname(fileURLToPath(import.meta.url));
const outdir = join(home, 'dist/cdn');

const entries = globSync('src/*.ts', { cwd: home })
  .map((file) => basename(file, '.ts'))
  .sort();

/** Scripts of workers. */
const workers = entries.filter((name) => name.endsWith('-worker'));

/** Tag files; `<tag>-element.ts` exports a class and registers nothing. */
const tags = entries.filter((name) => !name.endsWith('-element') && !workers.includes(name));

/** What makes chunks of sources, from these entries. */
const bundler = (entries: readonly string[], first: readonly Plugin[] = []) =>
  rolldown({
    cwd: home,
    input: Object.fromEntries(entries.map((tag) => [tag, `src/${tag}.ts`])),
    platform: 'browser',
    resolve: { conditionNames: ['production', 'browser', 'import'] },
    plugins: [...first, smallStyles, smallSources, smallRequests],
    transform: { target: 'es2022' },
    // The files of tags are for pages, which import nothing of them; other chunks may.
    preserveEntrySignatures: 'allow-extension',
  });

const chunksOf = (output: readonly (OutputChunk | OutputAsset)[]) =>
  output.filter((file) => file.type === 'chunk');

/** The modules of which a tag loads something at once: what an index only hands on to others is none of them. */
async function modulesAtOnce(tag: string): Promise<ReadonlySet<string>> {
  const { output } = await (await bundler([tag])).generate({ format: 'esm' });
  const chunks = chunksOf(output);
  const { atOnce } = loaded(chunks, [tag]);
  const modules = chunks.filter(({ fileName }) => atOnce.has(fileName)).map(({ modules }) => modules);
  const used = modules.flatMap((of) =>
    Object.entries(of).filter(([, { renderedLength }]) => renderedLength > 0),
  );
  return new Set(used.map(([id]) => id));
}

/** The file in which a module stands that widgets of several nouns need: what no page of orders needs is not in theirs. */
function homeOf(nouns: readonly string[]): string {
  const all = [...new Set(nouns)].sort();
  if (all.includes('order-') || all.includes('numberdesk-')) return 'base';
  return all.map((noun) => noun.replace('-', 's')).join('-');
}

/**
 * Where each module that is not one widget's alone stands. What every page has with the portal, or several widgets of a
 * capability need together with others, is in one file, which needs no other; what only the widgets of numbers need, in a
 * file of theirs, for the pages of others need not load it. The orders' own is in the first: gzip finds little to repeat
 * in small files. For the same reason, what at most one widget of each capability needs, each of those that are a list,
 * say, has in its own file. What no list needs has each widget that does in its own file too: pages with a list alone go
 * without. So have the widgets of port-outs, of which one brings the other in when it is asked for:
 * a file for it would cost a page with one of them 1 KiB more, and spare one with two 3 of 60. What numbers and port-outs
 * have in common that orders have not is next to nothing, and is copied as well.
 */
async function bundle(): Promise<OutputChunk[]> {
  const users = new Map<string, string[]>();
  for (const tag of tags)
    for (const id of await modulesAtOnce(tag)) users.set(id, [...(users.get(id) ?? []), tag]);
  const lists = users.get(join(home, 'src/lib/internal/list-element.ts')) ?? [];
  const homes = new Map<string, string>();
  const copied = new Set<string>();
  for (const [id, own] of users) {
    if (own.length < 2 && !own.includes('numberdesk-portal')) continue;
    const nouns = own.map((tag) => tag.slice(0, tag.indexOf('-') + 1));
    const areOfPortOuts = nouns.every((noun) => noun === 'portout-');
    const home = homeOf(nouns);
    const areLists = own.every((tag) => lists.includes(tag));
    const hasNoList = own.every((tag) => !lists.includes(tag) && tag !== 'numberdesk-portal');
    if (areOfPortOuts || home === 'numbers-portouts' || areLists || hasNoList) copied.add(id);
    else homes.set(id, home);
  }
  // It hands on what is copied, and so has to be.
  copied.add(join(home, '../core/src/portouts.ts'));
  const copies = ownCopies(copied, (id) => users.get(id) ?? []);
  for (;;) {
    const chunks = await bundleWith(homes, copies);
    const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
    const strays = byName.get('numberdesk-portal.js')?.imports.map((file) => byName.get(file)) ?? [];
    if (strays.length === 0) return chunks;
    // A shared module may be used by one widget for something that the others do not use.
    for (const id of strays.flatMap((chunk) => Object.keys(chunk?.modules ?? {}))) homes.set(id, 'base');
  }
}

async function bundleWith(homes: ReadonlyMap<string, string>, copies: Plugin): Promise<OutputChunk[]> {
  const { output } = await (
    await bundler(tags, [copies])
  ).generate({
    format: 'esm',
    minify: true,
    sourcemap: true,
    comments: { legal: true, annotation: false, jsdoc: false },
    // Without the role that a source has in its name: small hosts serve plain names only.
    chunkFileNames: ({ name }) => `chunks/${name.replace(/\..*/, '')}-[hash].js`,
    codeSplitting: {
      // A module goes where those are that need it, not where the first of them is.
      includeDependenciesRecursively: false,
      groups: [{ name: (id) => homes.get(id) ?? null, debugName: 'shared' }],
    },
  });
  return chunksOf(output);
}

/** Writes a script, once more made smaller: a second minifier finds a few per cent that the first leaves. */
async function writeOut(chunk: OutputChunk): Promise<void> {
  const { fileName, map } = chunk;
  const path = join(outdir, fileName);
  const name = basename(fileName);
  const small = await minify(
    { [name]: withWorkerUrls(chunk) },
    {
      module: true,
      ecma: 2020,
      compress: { passes: 3, keep_fargs: false, unsafe_arrows: true, unsafe_methods: true },
      format: { comments: false },
      // A file that only hands on another has no map.
      ...(map ? { sourceMap: { content: JSON.stringify(map), url: `${name}.map` } } : {}),
    },
  );
  mkdirSync(dirname(path), { recursive: true });
  // Line breaks are left in templates only, where a blank does as well.
  writeFileSync(path, (small.code ?? '').replace(/\s*\n\s*/g, ' '));
  if (small.map) writeFileSync(`${path}.map`, String(small.map));
}

/** Writes what the licences of the libraries ask to be handed on, each once. */
function writeLegal(chunks: readonly OutputChunk[]): void {
  const comments = chunks.flatMap(({ code }) => code.match(/\/\*(?:[!*]|\s*@license)[^]*?\*\//g) ?? []);
  const legal = comments.filter((comment) => /@license|@preserve|^\/\*!/.test(comment));
  writeFileSync(join(outdir, 'LEGAL.txt'), `${[...new Set(legal)].join('\n\n')}\n`);
}

/** One file with all that a worker needs: nothing is shared with the page, which has its own copy. */
async function bundleWorker(name: string): Promise<OutputChunk[]> {
  const build = await rolldown({
    cwd: home,
    input: { [name]: `src/${name}.ts` },
    platform: 'browser',
    resolve: { conditionNames: ['production', 'browser', 'import'] },
    transform: { target: 'es2022' },
  });
  const { output } = await build.generate({
    format: 'esm',
    minify: true,
    sourcemap: true,
    comments: { legal: true, annotation: false, jsdoc: false },
    codeSplitting: false,
    footer: 'export {};', // a module, though papaparse in it looks like none
  });
  return chunksOf(output);
}

/** In the sources a worker's script stands by its own name; in what ships it stands beside the entries. */
const withWorkerUrls = ({ fileName, code }: OutputChunk) =>
  code.replaceAll(/(["'`])(?:\.\.\/)+([\w-]+-worker)\.ts\1/g, (_, quote: string, name: string) => {
    const way = fileName.includes('/') ? '../' : './';
    return `${quote}${way}${name}.js${quote}`;
  });

/** The files that a page loads for some tags: at once, and `later`, what follows by itself or on demand. */
function loaded(chunks: readonly OutputChunk[], wanted: readonly string[]) {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const atOnce = new Set<string>();
  const add = (file: string): void => {
    if (atOnce.has(file)) return;
    atOnce.add(file);
    byName.get(file)?.imports.forEach(add);
  };
  for (const tag of wanted) add(`${tag}.js`);
  const later = new Set([...atOnce].flatMap((file) => byName.get(file)?.dynamicImports ?? []));
  return { atOnce, later: [...later].filter((file) => !atOnce.has(file)) };
}

const gzipped = (file: string) => gzipSync(readFileSync(join(outdir, file)), { level: 9 }).length / 1024;

function printLargest(chunks: readonly OutputChunk[], files: ReadonlySet<string>): void {
  const sizes = new Map<string, number>();
  for (const { fileName, modules } of chunks) {
    if (!files.has(fileName)) continue;
    for (const [id, { renderedLength }] of Object.entries(modules)) {
      const [, dependency] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id) ?? [];
      const owner = dependency ?? id.replace(/.*\/packages\//, '');
      sizes.set(owner, (sizes.get(owner) ?? 0) + renderedLength);
    }
  }
  const largest = [...sizes].sort(([, a], [, b]) => b - a).slice(0, 16);
  for (const [owner, bytes] of largest) console.log(`${String(bytes).padStart(9)}  ${owner}`);
}

rmSync(outdir, { recursive: true, force: true });
const chunks = await bundle();
const workerChunks = (await Promise.all(workers.map(bundleWorker))).flat();
await Promise.all([...chunks, ...workerChunks].map(writeOut));
writeLegal([...chunks, ...workerChunks]);
for (const tag of tags) {
  if (tag === 'numberdesk-portal') continue;
  const { atOnce, later } = loaded(chunks, [tag, 'numberdesk-portal']);
  const total = [...atOnce].reduce((sum, file) => sum + gzipped(file), 0);
  console.log(`<${tag}> with <numberdesk-portal>: ${total.toFixed(1)} KiB gzip in ${atOnce.size} files`);
  for (const file of later) console.log(`    later: ${gzipped(file).toFixed(1)} KiB ${file}`);
  console.log('    bytes before they are made small, by where they come from:');
  printLargest(chunks, atOnce);
}
for (const { fileName } of workerChunks)
  console.log(`${fileName}, in a worker: ${gzipped(fileName).toFixed(1)} KiB gzip`);
