import { readFile } from 'node:fs/promises';
import { type Options, defineConfig } from 'tsup';
import { smallTemplates } from './small-sources.ts';

type EsbuildPlugin = NonNullable<Options['esbuildPlugins']>[number];

const shared: Options = {
  format: ['esm'],
  target: 'es2022',
  platform: 'browser',
  sourcemap: true,
};

/** Makes templates small, which a minifier leaves alone. */
const templates: EsbuildPlugin = {
  name: 'small-templates',
  setup({ onLoad }) {
    onLoad({ filter: /\.(?:template|element|controller)\.ts$|\/internal\/[\w-]+\.ts$/ }, async ({ path }) => {
      const small = smallTemplates(await readFile(path, 'utf8'));
      return { contents: small.toString(), loader: 'ts' };
    });
  },
};

/** In the sources a worker's script stands by its own name; in what ships it stands beside all other files. */
const workerUrls: EsbuildPlugin = {
  name: 'worker-urls',
  setup({ onLoad }) {
    onLoad({ filter: /-worker-url\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      return { contents: source.replace(/'(?:\.\.\/)+([\w-]+-worker)\.ts'/, "'./$1.js'"), loader: 'ts' };
    });
  },
};

export default defineConfig([
  {
    ...shared,
    entry: ['src/*.ts', '!src/*-worker.ts'],
    splitting: true,
    clean: ['!*-worker.*'],
    esbuildPlugins: [workerUrls, templates],
  },
  // With all that it needs in one small file: a bundler hands it on as it is, and sees by its end that it is a module.
  {
    ...shared,
    entry: ['src/*-worker.ts'],
    noExternal: [/./],
    splitting: false,
    minify: true,
    footer: { js: 'export {};' },
  },
]);
