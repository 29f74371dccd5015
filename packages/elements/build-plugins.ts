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

/** What of ky's files no request of ours uses, and what stands in its place. */
const parts: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  'constants.js': [[/(?<=supportsRequestStreams = )\(\(\) => \{.*?\n\}\)\(\)/s, 'false']],
  'Ky.js': [
    [/\n( *)if \(ky\.#options\.onDownloadProgress\) \{\n.*?\n\1\}/s, ''],
    [/\n( *)if \(this\.#options\.onUploadProgress\) \{\n.*?\n\1\}/s, ''],
    [/\n( *)#wrapRequestWithUploadProgress\(.*?\n\1\}/s, ''],
    [/this\.#wrapRequestWithUploadProgress\(request\)/, 'request'],
    [/\n( *)for \(const \[type, mimeType\] of Object\.entries\(responseTypes\)\) \{\n.*?\n\1\}/s, ''],
  ],
};

function without(source: string, [part, instead]: readonly [RegExp, string]): string {
  if (!part.test(source)) throw new Error(`ky no longer has ${String(part)}.`);
  return source.replace(part, instead);
}

/** Leaves out how far a stream of ky's has come and the short ways to what an answer holds: requests of ours ask for neither. */
export const smallRequests: Plugin = {
  name: 'small-requests',
  transform: {
    filter: { id: /\/ky\/distribution\/core\/(?:constants|Ky)\.js$/ },
    handler: (source, id) => ({ code: parts[basename(id)]?.reduce(without, source) ?? source, map: null }),
  },
};
