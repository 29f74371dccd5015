// What makes the files of dist/cdn small, beyond what a minifier does.
import { readFileSync } from 'node:fs';
import { transform } from 'esbuild';
import type { Plugin } from 'rolldown';
import { clientSide, smallTemplates } from './small-sources.ts';

/** Makes the CSS inside css`…` small; a minifier leaves the text of templates alone. */
export const smallStyles: Plugin = {
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
export const smallSources: Plugin = {
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
export const withoutProgress: Plugin = {
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
