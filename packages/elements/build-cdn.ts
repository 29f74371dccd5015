// Bundles every tag into dist/cdn/<tag>.js with everything it needs, what several need in shared chunks, and the
// languages in chunks of their own. Prints what a page loads for each tag: node build-cdn.ts
import { globSync, readFileSync, rmSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { type BuildResult, type Metafile, type Plugin, build, transform } from 'esbuild';

const home = dirname(fileURLToPath(import.meta.url));
const outdir = join(home, 'dist/cdn');

/** Tag files; `<tag>-element.ts` exports a class and registers nothing. */
const tagFiles = globSync('src/*.ts', { cwd: home }).filter((file) => !file.endsWith('-element.ts'));

/** Makes the CSS inside css`…` small; esbuild leaves the text of templates alone. */
const smallStyles: Plugin = {
  name: 'small-styles',
  setup({ onLoad }) {
    onLoad({ filter: /\.styles\.ts$/ }, async ({ path }) => {
      const pieces = readFileSync(path, 'utf8').split(/(css`[^`$]*`)/);
      const contents = await Promise.all(
        pieces.map(async (piece, index) => {
          if (index % 2 === 0) return piece;
          const { code } = await transform(piece.slice(4, -1), {
            loader: 'css',
            minify: true,
            target: 'esnext',
          });
          return `css\`${code.trim().replaceAll('\\', '\\\\')}\``;
        }),
      );
      return { contents: contents.join(''), loader: 'ts' };
    });
  },
};

function bundle(entryPoints: string[]): Promise<BuildResult & { metafile: Metafile }> {
  return build({
    absWorkingDir: home,
    entryPoints,
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    conditions: ['production', 'browser'],
    minify: true,
    sourcemap: true,
    legalComments: 'eof',
    chunkNames: 'chunks/[name]-[hash]',
    metafile: true,
    plugins: [smallStyles],
  });
}

/** The files that a page loads at once for some tags: the tags' own and all that they import, but not on demand. */
function loadedAtOnce({ outputs }: Metafile, tags: readonly string[]): Set<string> {
  const files = new Set<string>();
  const add = (file: string): void => {
    if (files.has(file)) return;
    files.add(file);
    for (const { path, kind } of outputs[file]?.imports ?? []) if (kind === 'import-statement') add(path);
  };
  for (const tag of tags) add(relative(home, join(outdir, `${tag}.js`)));
  return files;
}

const gzipped = (file: string) => gzipSync(readFileSync(join(home, file)), { level: 9 }).length;

function printLargest({ outputs }: Metafile, files: Set<string>): void {
  const sizes = new Map<string, number>();
  for (const file of files) {
    for (const [input, { bytesInOutput }] of Object.entries(outputs[file]?.inputs ?? {})) {
      const owner =
        /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules)/.exec(input)?.[1] ?? input.replace('../', '');
      sizes.set(owner, (sizes.get(owner) ?? 0) + bytesInOutput);
    }
  }
  const largest = [...sizes].sort(([, a], [, b]) => b - a).slice(0, 16);
  for (const [owner, bytes] of largest) console.log(`${String(bytes).padStart(9)}  ${owner}`);
}

rmSync(outdir, { recursive: true, force: true });
const { metafile } = await bundle(tagFiles);
const tags = tagFiles.map((file) => basename(file, '.ts'));
for (const tag of tags.filter((name) => name !== 'numberdesk-portal')) {
  const files = loadedAtOnce(metafile, [tag, 'numberdesk-portal']);
  const total = [...files].reduce((sum, file) => sum + gzipped(file), 0);
  console.log(
    `<${tag}> with <numberdesk-portal>: ${(total / 1024).toFixed(1)} KiB gzip in ${files.size} files`,
  );
  console.log('    minified bytes, by where they come from:');
  printLargest(metafile, files);
}
