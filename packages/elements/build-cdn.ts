// Bundles every tag into dist/cdn/<tag>.js with everything it needs: what several need in shared chunks, each language
// in a chunk of its own. Prints what a page loads for each tag: node build-cdn.ts
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { type Metafile, type OutputFile, type Plugin, build, transform } from 'esbuild';
import { minify } from 'terser';

const home = dirname(fileURLToPath(import.meta.url));
const outdir = join(home, 'dist/cdn');

/** Tag files; `<tag>-element.ts` exports a class and registers nothing. */
const tagFiles = globSync('src/*.ts', { cwd: home }).filter((file) => !file.endsWith('-element.ts'));

/** Makes the CSS inside css`…` small; a minifier leaves the text of templates alone. */
const smallStyles: Plugin = {
  name: 'small-styles',
  setup({ onLoad }) {
    onLoad({ filter: /\.styles\.ts$/ }, async ({ path }) => {
      const pieces = readFileSync(path, 'utf8').split(/(css`[^`$]*`)/);
      const small = pieces.map(async (piece, index) => {
        if (index % 2 === 0) return piece;
        const { code } = await transform(piece.slice(4, -1), {
          loader: 'css',
          minify: true,
          target: 'esnext',
        });
        return `css\`${code.trim().replaceAll('\\', '\\\\')}\``;
      });
      return { contents: (await Promise.all(small)).join(''), loader: 'ts' };
    });
  },
};

async function bundle(): Promise<{ outputFiles: OutputFile[]; metafile: Metafile }> {
  return build({
    absWorkingDir: home,
    entryPoints: tagFiles,
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    conditions: ['production', 'browser'],
    minify: true,
    charset: 'utf8',
    sourcemap: 'linked',
    legalComments: 'external',
    chunkNames: 'chunks/[name]-[hash]',
    metafile: true,
    write: false,
    plugins: [smallStyles],
  });
}

/** Writes the files, the scripts once more made smaller: a second minifier finds a few per cent that the first leaves. */
async function writeOut(files: readonly OutputFile[]): Promise<void> {
  const contentOf = new Map(files.map(({ path, text }) => [path, text]));
  for (const { path, text } of files) {
    mkdirSync(dirname(path), { recursive: true });
    if (path.endsWith('.map')) continue; // comes with its script
    if (!path.endsWith('.js')) {
      writeFileSync(path, text);
      continue;
    }
    const { code, map } = await minify(text, {
      module: true,
      ecma: 2020,
      compress: { passes: 3, keep_fargs: false, unsafe_arrows: true, unsafe_methods: true },
      sourceMap: { content: contentOf.get(`${path}.map`) ?? '', url: `${basename(path)}.map` },
    });
    writeFileSync(path, code ?? '');
    writeFileSync(`${path}.map`, String(map));
  }
}

/** The files that a page loads at once for some tags: the tags' own and all that they import, but not on demand. */
function loadedAtOnce({ outputs }: Metafile, tags: readonly string[]): Set<string> {
  const files = new Set<string>();
  const add = (file: string): void => {
    if (files.has(file)) return;
    files.add(file);
    for (const { path, kind } of outputs[file]?.imports ?? []) if (kind === 'import-statement') add(path);
  };
  for (const tag of tags) add(relative(home, join(outdir, `${tag}.js`)).replaceAll('\\', '/'));
  return files;
}

const gzipped = (file: string) => gzipSync(readFileSync(join(home, file)), { level: 9 }).length;

function printLargest({ outputs }: Metafile, files: Set<string>): void {
  const sizes = new Map<string, number>();
  for (const file of files) {
    for (const [input, { bytesInOutput }] of Object.entries(outputs[file]?.inputs ?? {})) {
      const [, dependency] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input) ?? [];
      const owner = dependency ?? input.replace('../', '');
      sizes.set(owner, (sizes.get(owner) ?? 0) + bytesInOutput);
    }
  }
  const largest = [...sizes].sort(([, a], [, b]) => b - a).slice(0, 16);
  for (const [owner, bytes] of largest) console.log(`${String(bytes).padStart(9)}  ${owner}`);
}

rmSync(outdir, { recursive: true, force: true });
const { outputFiles, metafile } = await bundle();
await writeOut(outputFiles);
for (const tag of tagFiles.map((file) => basename(file, '.ts'))) {
  if (tag === 'numberdesk-portal') continue;
  const files = loadedAtOnce(metafile, [tag, 'numberdesk-portal']);
  const total = [...files].reduce((sum, file) => sum + gzipped(file), 0);
  console.log(
    `<${tag}> with <numberdesk-portal>: ${(total / 1024).toFixed(1)} KiB gzip in ${files.size} files`,
  );
  console.log('    bytes before gzip, by where they come from:');
  printLargest(metafile, files);
}
