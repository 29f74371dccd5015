// Bundles every tag into dist/cdn/<tag>.js: what several of them need in one shared file, and what is loaded on
// demand (each language, the tools of a table) in files of their own. Prints what a page loads: node build-cdn.ts
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { transform } from 'esbuild';
import { type OutputAsset, type OutputChunk, type Plugin, rolldown } from 'rolldown';
import { minify } from 'terser';
import { clientSide, smallTemplates } from './small-sources.ts';

const home = dirname(fileURLToPath(import.meta.url));
const outdir = join(home, 'dist/cdn');

/** Tag files; `<tag>-element.ts` exports a class and registers nothing. */
const tags = globSync('src/*.ts', { cwd: home })
  .filter((file) => !file.endsWith('-element.ts'))
  .map((file) => basename(file, '.ts'))
  .sort();

/** Makes the CSS inside css`…` small; a minifier leaves the text of templates alone. */
const smallStyles: Plugin = {
  name: 'small-styles',
  load: {
    filter: { id: /\.styles\.ts$/ },
    async handler(path) {
      const pieces = readFileSync(path, 'utf8').split(/(css`[^`$]*`)/);
      const small = pieces.map(async (piece, index) => {
        if (index % 2 === 0) return piece;
        const css = await transform(piece.slice(4, -1), { loader: 'css', minify: true, target: 'esnext' });
        return `css\`${css.code.trim().replaceAll('\\', '\\\\')}\``;
      });
      return { code: (await Promise.all(small)).join(''), moduleType: 'ts' };
    },
  },
};

/** Makes templates small, and operations what a client needs of them. */
const smallSources: Plugin = {
  name: 'small-sources',
  transform: {
    filter: { id: /(?:\/elements\/src\/lib\/.*|\.api)\.ts$/ },
    handler(source, id) {
      const small = id.endsWith('.api.ts') ? clientSide(source) : smallTemplates(source);
      return { code: small.toString(), map: small.generateMap({ source: id, hires: true }).toString() };
    },
  },
};

/** Leaves out what of ky tells how far a request's own stream has come: no request of ours sends or asks for that. */
const withoutProgress: Plugin = {
  name: 'without-progress',
  load: {
    filter: { id: /\/ky\/distribution\/utils\/body\.js$/ },
    handler: () =>
      'export const streamRequest = (request) => request, streamResponse = (response) => response;',
  },
  transform: {
    filter: { id: /\/ky\/distribution\/core\/constants\.js$/ },
    handler(source) {
      const small = source.replace(/(?<=supportsRequestStreams = )\(\(\) => \{.*?\n\}\)\(\)/s, 'false');
      if (small === source)
        throw new Error('ky no longer tells in this way whether requests can be streams.');
      return { code: small, map: null };
    },
  },
};

/** What makes chunks of sources, from these entries. */
const bundler = (entries: readonly string[]) =>
  rolldown({
    cwd: home,
    input: Object.fromEntries(entries.map((tag) => [tag, `src/${tag}.ts`])),
    platform: 'browser',
    resolve: { conditionNames: ['production', 'browser', 'import'] },
    plugins: [smallStyles, smallSources, withoutProgress],
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

/** What every page has with the portal, or several widgets need, stands in one file, which needs no other. */
async function bundle(): Promise<OutputChunk[]> {
  const needed = new Map<string, ReadonlySet<string>>();
  for (const tag of tags) needed.set(tag, await modulesAtOnce(tag));
  const uses = new Map<string, number>();
  for (const id of [...needed.values()].flatMap((ids) => [...ids])) uses.set(id, (uses.get(id) ?? 0) + 1);
  const shared = new Set(needed.get('numberdesk-portal'));
  for (const [id, count] of uses) if (count > 1) shared.add(id);
  for (;;) {
    const chunks = await bundleWith(shared);
    const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
    const strays = byName.get('numberdesk-portal.js')?.imports.map((file) => byName.get(file)) ?? [];
    if (strays.length === 0) return chunks;
    // A shared module may be used by one widget for something that the others do not use.
    for (const id of strays.flatMap((chunk) => Object.keys(chunk?.modules ?? {}))) shared.add(id);
  }
}

async function bundleWith(shared: ReadonlySet<string>): Promise<OutputChunk[]> {
  const { output } = await (
    await bundler(tags)
  ).generate({
    format: 'esm',
    minify: true,
    sourcemap: true,
    comments: { legal: true, annotation: false, jsdoc: false },
    // Without the role that a source has in its name: small hosts serve plain names only.
    chunkFileNames: ({ name }) => `chunks/${name.replace(/\..*/, '')}-[hash].js`,
    codeSplitting: {
      includeDependenciesRecursively: false,
      groups: [{ name: (id) => (shared.has(id) ? 'base' : null), debugName: 'base' }],
    },
  });
  return chunksOf(output);
}

/** Writes a script, once more made smaller: a second minifier finds a few per cent that the first leaves. */
async function writeOut({ fileName, code, map }: OutputChunk): Promise<void> {
  const path = join(outdir, fileName);
  const name = basename(fileName);
  const small = await minify(
    { [name]: code },
    {
      module: true,
      ecma: 2020,
      compress: { passes: 3, keep_fargs: false, unsafe_arrows: true, unsafe_methods: true },
      format: { comments: false },
      sourceMap: { ...(map ? { content: JSON.stringify(map) } : {}), url: `${name}.map` },
    },
  );
  mkdirSync(dirname(path), { recursive: true });
  // Line breaks are left in templates only, where a blank does as well.
  writeFileSync(path, (small.code ?? '').replace(/\s*\n\s*/g, ' '));
  writeFileSync(`${path}.map`, String(small.map));
}

/** Writes what the licences of the libraries ask to be handed on, each once. */
function writeLegal(chunks: readonly OutputChunk[]): void {
  const comments = chunks.flatMap(({ code }) => code.match(/\/\*[!*][^]*?\*\//g) ?? []);
  const legal = comments.filter((comment) => /@license|@preserve|^\/\*!/.test(comment));
  writeFileSync(join(outdir, 'LEGAL.txt'), `${[...new Set(legal)].join('\n\n')}\n`);
}

/** The files that a page loads for some tags: at once, and `later`, what follows by itself or on demand. */
function loaded(chunks: readonly OutputChunk[], wanted: readonly string[]) {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const withImports = (files: Iterable<string>): Set<string> => {
    const found = new Set(files);
    for (const file of found) byName.get(file)?.imports.forEach((imported) => found.add(imported));
    return found;
  };
  const atOnce = withImports(wanted.map((tag) => `${tag}.js`));
  const dynamic = [...atOnce].flatMap((file) => byName.get(file)?.dynamicImports ?? []);
  return { atOnce, later: [...withImports(dynamic)].filter((file) => !atOnce.has(file)) };
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
await Promise.all(chunks.map(writeOut));
writeLegal(chunks);
for (const tag of tags) {
  if (tag === 'numberdesk-portal') continue;
  const { atOnce, later } = loaded(chunks, [tag, 'numberdesk-portal']);
  const total = [...atOnce].reduce((sum, file) => sum + gzipped(file), 0);
  console.log(`<${tag}> with <numberdesk-portal>: ${total.toFixed(1)} KiB gzip in ${atOnce.size} files`);
  for (const file of later) console.log(`    later: ${gzipped(file).toFixed(1)} KiB ${file}`);
  console.log('    bytes before they are made small, by where they come from:');
  printLargest(chunks, atOnce);
}
