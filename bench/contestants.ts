// The tables that are measured beside each other, and what a bundler makes of each.
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Plugin, build } from 'esbuild';

const inBench = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const versionOf = (name: string) =>
  (JSON.parse(readFileSync(inBench(`node_modules/${name}/package.json`), 'utf8')) as { version: string })
    .version;

/** A table that takes part; its entry is in widgets/. */
export interface ContestantEntry {
  name: string;
  entry: string;
  /** Style sheets that it cannot do without. */
  styles: readonly string[];
}

/** The hand-written list that each is measured against. */
export const floor: ContestantEntry = { name: 'hand-written list (the floor)', entry: 'floor', styles: [] };

/** Ours. */
export const orderTable: ContestantEntry = { name: '<order-table>', entry: 'order-table', styles: [] };

/** The grids. */
export const peers: readonly ContestantEntry[] = [
  { name: `AG Grid Community ${versionOf('ag-grid-community')}`, entry: 'ag-grid', styles: [] },
  { name: `Vaadin Grid ${versionOf('@vaadin/grid')}`, entry: 'vaadin-grid', styles: [] },
  {
    name: `Tabulator ${versionOf('tabulator-tables')}`,
    entry: 'tabulator',
    styles: ['tabulator-tables/dist/css/tabulator.min.css'],
  },
];

/** Our own table stays the file that is shipped, at /cdn. */
const shippedElements: Plugin = {
  name: 'shipped-elements',
  setup({ onResolve }) {
    onResolve({ filter: /^@numberdesk\/elements\// }, ({ path }) => ({
      path: path.replace('@numberdesk/elements/', '/cdn/').concat('.js'),
      external: true,
    }));
  },
};

/** Code and styles as a page would load them, with the settings of the files that we ship. */
export async function bundled(code: string): Promise<readonly { path: string; contents: Uint8Array }[]> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: inBench('.'), loader: 'ts' },
    outfile: 'script.js',
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    conditions: ['production', 'browser'],
    charset: 'utf8',
    legalComments: 'none',
    plugins: [shippedElements],
    write: false,
    logLevel: 'error',
  });
  return outputFiles;
}

/** The code that brings a contestant and its styles into a page. */
export const contestantCode = ({ entry, styles }: ContestantEntry): string =>
  [...styles.map((path) => `import '${path}';`), `export { contestant } from './widgets/${entry}.ts';`].join(
    '\n',
  );

/** The page of a contestant by path: its document, script and styles, and the files that we ship. */
export async function contestantPage(contestant: ContestantEntry): Promise<Map<string, string | Uint8Array>> {
  const code = `${contestantCode(contestant).replace('export', 'import')}
    import { benchPage } from './widgets/page.ts';
    window.bench = benchPage(contestant);`;
  const files = new Map<string, string | Uint8Array>([['/', html]]);
  for (const { path, contents } of await bundled(code))
    files.set(path.endsWith('.css') ? '/script.css' : '/script.js', contents);
  if (!files.has('/script.css')) files.set('/script.css', '');
  const shipped = inBench('../packages/elements/dist/cdn');
  for (const path of readdirSync(shipped, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.js'),
  ))
    files.set(`/cdn/${path.replaceAll('\\', '/')}`, readFileSync(`${shipped}/${path}`));
  return files;
}

const html = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Bench</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="script.css">
    <style>
      body { margin: 0; font: 15px/1.4 system-ui, sans-serif; }
      #place { block-size: 720px; }
      .order-cell { line-height: 1.4; }
    </style>
  </head>
  <body><div id="place"></div><script type="module" src="script.js"></script></body>
</html>`;
