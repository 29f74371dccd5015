// The tests as the browsers load them: a few dozen files for a page in place of hundreds of modules, which cost each of
// three browsers more than the tests do. Every file of tests still has a page of its own, and `import()` waits.
import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const home = dirname(fileURLToPath(import.meta.url));
const root = join(home, '../..');

/** What is asked for by its own address: files of tests, a worker's script, and what tests load a second time. */
const entries = [
  'src/**/*.test.ts',
  'src/*-worker.ts',
  'src/lib/orders/order-table.element.ts',
  'src/lib/access/numberdesk-portal.element.ts',
];

const addressOf = (file) => `/${relative(root, file).split(sep).join('/')}`;

/** Whether the coverage of a source counts. */
const isCounted = (file) =>
  /\/packages\/elements\/src\/.*\.ts$/.test(addressOf(file)) && !file.endsWith('.test.ts');

/** Leaves to a source, wherever it comes to stand, the address that it has by itself. */
const addresses = {
  name: 'addresses',
  setup({ onLoad }) {
    onLoad({ filter: /(?:\.test|-worker-url)\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const own = `new URL('${addressOf(path)}', location.origin)`;
      return { contents: source.replaceAll('import.meta.url', own), loader: 'ts' };
    });
  },
};

async function bundle() {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: entries.flatMap((files) => globSync(files, { cwd: home }).map((file) => join(home, file))),
    outdir: root,
    outbase: root,
    // What comes out stands at the address of what went in; nothing is written.
    outExtension: { '.js': '.ts' },
    chunkNames: 'packages/elements/src/chunks/[name]-[hash]',
    write: false,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['production', 'browser'],
    tsconfig: join(home, 'tsconfig.json'),
    plugins: [addresses],
    sourcemap: true,
    metafile: true,
    logLevel: 'warning',
  });
  const hasCounted = ({ inputs }) =>
    Object.entries(inputs).some(
      ([file, { bytesInOutput }]) => bytesInOutput > 0 && isCounted(join(root, file)),
    );
  const counted = Object.entries(metafile.outputs).filter(([, output]) => hasCounted(output));
  return {
    bodies: new Map(outputFiles.map(({ path, contents }) => [addressOf(path), Buffer.from(contents)])),
    counted: new Set(counted.map(([file]) => addressOf(join(root, file)))),
  };
}

let bundled;
/** Made once, when something of it is first asked for. */
const theBundle = () => (bundled ??= bundle());

/** Serves what is in the bundle from there. */
export async function serveBundle(context, next) {
  const { bodies } = await theBundle();
  const body = bodies.get(context.path);
  if (!body) return next();
  context.type = context.path.endsWith('.map') ? 'application/json' : 'application/javascript';
  context.body = body;
}

/** Lets a browser count the coverage of the package's own sources: a file of the bundle may have others in it. */
export function countingOwnSources(launcher) {
  const { createPageFn, stopSession } = launcher;
  launcher.createPageFn = async (options) => {
    const page = await createPageFn(options);
    const { coverage } = page;
    const stop = coverage.stopJSCoverage.bind(coverage);
    coverage.stopJSCoverage = async () => {
      const { counted } = await theBundle();
      return (await stop()).filter(({ url }) => counted.has(new URL(url).pathname));
    };
    return page;
  };
  launcher.stopSession = async (id) => {
    const { testCoverage, ...rest } = await stopSession.call(launcher, id);
    if (!testCoverage) return rest;
    const own = Object.entries(testCoverage).filter(([file]) => isCounted(file));
    return { ...rest, testCoverage: Object.fromEntries(own) };
  };
  return launcher;
}
