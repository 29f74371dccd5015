import { readFile } from 'node:fs/promises';
import { defineConfig } from 'tsup';
import { smallTemplates } from './small-sources.ts';

export default defineConfig({
  entry: ['src/*.ts'],
  format: ['esm'],
  target: 'es2022',
  platform: 'browser',
  dts: true,
  splitting: true,
  sourcemap: true,
  clean: true,
  esbuildPlugins: [
    {
      name: 'small-templates',
      setup({ onLoad }) {
        onLoad(
          { filter: /\.(?:template|element|controller)\.ts$|\/internal\/[\w-]+\.ts$/ },
          async ({ path }) => {
            const small = smallTemplates(await readFile(path, 'utf8'));
            return { contents: small.toString(), loader: 'ts' };
          },
        );
      },
    },
  ],
});
