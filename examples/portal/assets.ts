import { readFile, readdir } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export interface Asset {
  type: string;
  body: Uint8Array<ArrayBuffer>;
}

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.map': 'application/json',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
const here = fileURLToPath(new URL('.', import.meta.url));

/** Everything that the pages load, by its path: only what is listed here can be asked for. */
export async function buildAssets(): Promise<ReadonlyMap<string, Asset>> {
  return new Map([...(await widgets()), ...(await pages())]);
}

/** The pages' own scripts and styles, bundled from their sources. */
async function pages(): Promise<[string, Asset][]> {
  const { outputFiles } = await build({
    absWorkingDir: here,
    entryPoints: {
      customer: 'pages/customer/script.ts',
      desk: 'pages/desk/script.ts',
      mailbox: 'pages/mailbox/script.ts',
      porting: 'pages/porting/script.ts',
      vetting: 'pages/vetting/script.ts',
      portal: 'styles/portal.css',
      'desk-page': 'styles/desk.css',
      icon: 'styles/icon.svg',
    },
    outdir: '/assets',
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    write: false,
    loader: { '.woff2': 'file', '.svg': 'copy' },
  });
  return outputFiles.map(({ path, contents }) => [path, asset(path, contents)]);
}

/** The widgets, each one file, as their package ships them. */
async function widgets(): Promise<[string, Asset][]> {
  const folder = new URL('.', import.meta.resolve('@numberdesk/elements/cdn/order-table.js'));
  const files = await readdir(folder, { recursive: true }).catch(() => {
    throw new Error('The widgets are not built yet: run "pnpm run build:cdn" first ("npm start" does).');
  });
  const known = files.filter((file) => extname(file) in types).map((file) => file.replaceAll('\\', '/'));
  return Promise.all(
    known.map(async (file): Promise<[string, Asset]> => [
      `/elements/${file}`,
      asset(file, await readFile(new URL(file, folder))),
    ]),
  );
}

function asset(path: string, contents: Uint8Array): Asset {
  return { type: types[extname(path)] ?? 'application/octet-stream', body: new Uint8Array(contents) };
}
