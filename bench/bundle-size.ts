// What a page must load before something works: the entry and every chunk that it imports statically, minified.
// Chunks that are loaded on demand (other languages) are left out.
import { gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Something a page loads, and the most it may weigh. */
export interface Bundle {
  name: string;
  code: string;
  /** KiB of gzip; no limit unless given. */
  limit?: number;
}

/** What ships to a browser, in English. */
export const bundles: readonly Bundle[] = [
  {
    name: "core's client (createClient)",
    code: "export { createClient } from '@numberdesk/core';",
    limit: 22,
  },
  {
    name: '<order-table> with all it needs',
    code: "import '@numberdesk/elements/numberdesk-portal'; import '@numberdesk/elements/order-table';",
    limit: 35,
  },
];

/** Weighs a bundle, in KiB of gzip, each file on its own as a server sends it. */
export async function gzipKiB({ code }: Pick<Bundle, 'code'>): Promise<number> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: code, resolveDir: fileURLToPath(new URL('.', import.meta.url)), loader: 'ts' },
    bundle: true,
    minify: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    conditions: ['production'],
    legalComments: 'none',
    outdir: 'out',
    metafile: true,
    write: false,
    logLevel: 'error',
    absWorkingDir: fileURLToPath(new URL('..', import.meta.url)),
  });
  const wanted = new Set<string>();
  const follow = (path: string): void => {
    if (wanted.has(path)) return;
    wanted.add(path);
    for (const { path: next, kind } of metafile.outputs[path]?.imports ?? [])
      if (kind === 'import-statement') follow(next);
  };
  follow('out/stdin.js');
  const bytes = outputFiles
    .filter(({ path }) => [...wanted].some((name) => path.replaceAll('\\', '/').endsWith(`/${name}`)))
    .reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).length, 0);
  return bytes / 1024;
}
