// What makes the files of dist/cdn small, beyond what a minifier does.
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { transform } from 'esbuild';
import type { Plugin } from 'rolldown';
import { clientSide, smallTemplates } from './small-sources.ts';

/** A copy of a source for one tag is called `<tag>~<source>`. */
const copyName = /([^/~]+)~([^/]+)$/;
const originalOf = (id: string): string => id.replace(copyName, '$2');

/** Gives each tag a copy of its own of some sources that several of them use; `usersOf` says which tags need a source at once. */
export const ownCopies = (
  sources: ReadonlySet<string>,
  usersOf: (id: string) => readonly string[],
): Plugin => ({
  name: 'own-copies',
  async resolveId(source, importer) {
    if (!importer) return null;
    const found = await this.resolve(source, originalOf(importer), { skipSelf: true });
    if (!found || !sources.has(found.id)) return found;
    const [only, other] = usersOf(importer);
    const tag = copyName.exec(importer)?.[1] ?? (other === undefined ? only : undefined);
    return tag === undefined
      ? found
      : { ...found, id: join(dirname(found.id), `${tag}~${basename(found.id)}`) };
  },
  load: {
    filter: { id: /~(?!.*\.styles\.ts$)/ },
    handler: (id) => ({ code: readFileSync(originalOf(id), 'utf8'), moduleType: 'ts' }),
  },
});

/** Makes the CSS inside css`…` small; a minifier leaves the text of templates alone. */
export const smallStyles: Plugin = {
  name: 'small-styles',
  load: {
    filter: { id: /\.styles\.ts$/ },
    async handler(path) {
      const pieces = readFileSync(originalOf(path), 'utf8').split(/(css`[^`$]*`)/);
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
