import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

const home = fileURLToPath(new URL('..', import.meta.url));
const sources = globSync('src/lib/**/*.ts', { cwd: home }).filter(
  (file) => !/\.test\.ts$|\/locales\/|\.styles\.ts$/.test(file),
);

/** Attributes whose values a person reads or hears. */
const spoken =
  /\b(?:aria-label|aria-description|aria-roledescription|title|placeholder|alt)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** The text of each html`…` in a source, with what is put into it left out; templates inside templates too. */
function templates(source: string): string[] {
  const found: string[] = [];
  for (const { index } of source.matchAll(/\b(?:html|svg)`/g))
    found.push(readTemplate(source, index + 5).text);
  return found;
}

function readTemplate(source: string, start: number): { text: string; end: number } {
  let text = '';
  let at = start;
  while (source[at] !== '`') {
    if (source.startsWith('${', at)) {
      at = skipExpression(source, at + 2);
      text += '\u0000';
    } else if (source[at] === '\\') at += 2;
    else text += source[at++];
  }
  return { text, end: at + 1 };
}

function skipExpression(source: string, start: number): number {
  let depth = 1;
  let at = start;
  while (depth > 0) {
    const character = source[at];
    if (character === '`') at = readTemplate(source, at + 1).end;
    else if (character === "'" || character === '"') at = source.indexOf(character, at + 1) + 1;
    else {
      if (character === '{') depth++;
      if (character === '}') depth--;
      at++;
    }
  }
  return at;
}

/** What of a template a person would read or hear. */
function words(template: string): string[] {
  const inAttributes = [...template.matchAll(spoken)].map(([, double, single]) => double ?? single ?? '');
  const inText = template.replace(/<!--.*?-->/gs, '').split(/<[^>]*>/);
  return [...inAttributes, ...inText].filter((text) => /\p{L}/u.test(text));
}

it('the scan finds words where there are some', () => {
  expect(templates('html`<p>${a ? html`<b>Hi</b>` : "x`"}</p>`').flatMap(words)).toEqual(['Hi']);
  expect(templates('html`<i title="Ouch" class="x">${1}</i>`').flatMap(words)).toEqual(['Ouch']);
});

it('no template has words of its own: all of them stand in the locale files', () => {
  const found = sources.flatMap((file) => {
    const source = readFileSync(join(home, file), 'utf8');
    return templates(source).flatMap((template) => words(template).map((text) => `${file}: ${text.trim()}`));
  });
  expect(sources.length, 'the sources were not found').toBeGreaterThan(20);
  expect(found).toEqual([]);
});

it.each(['order-table', 'order-detail', 'number-table', 'number-importer', 'portout-list', 'portout-review'])(
  '<%s> alone brings every text that it says',
  async (tag) => {
    const { metafile } = await build({
      absWorkingDir: home,
      entryPoints: [`src/${tag}.ts`],
      outdir: 'x',
      bundle: true,
      splitting: true,
      format: 'esm',
      write: false,
      metafile: true,
      logLevel: 'error',
    });
    const own = new Set<string>();
    const add = (file: string): void => {
      for (const { path, kind } of metafile.inputs[file]?.imports ?? []) {
        if (kind !== 'import-statement' || own.has(path)) continue;
        own.add(path);
        add(path);
      }
    };
    add(`src/${tag}.ts`);
    const read = (pattern: RegExp) =>
      [...own]
        .filter((file) => pattern.test(file))
        .map((file) => readFileSync(join(home, file), 'utf8'))
        .join('\n');
    const english = new Set(
      [...read(/\/locales\/en[^/]*$/).matchAll(/^ {2}'?([\w.:-]+)'?:/gm)].map(([, key]) => key),
    );
    const said = [
      ...read(/src\/lib\/(?!.*locales)/).matchAll(
        /'((?:orders?|portouts?|charges|numbers|import|list|problem|notice)\.[\w.-]+)'/g,
      ),
    ].map(([, key]) => key as string);
    const vocabularies = [
      ...['orders.action', 'orders.status', 'orders.supply', 'orders.type'],
      ...['numbers.level', 'numbers.status', 'numbers.warning'],
      ...['portouts.status', 'portout.event', 'portout.match', 'portout.number', 'portout.by'],
      'import.level',
    ];
    const events = ['order.changed', 'numbers.changed', 'portout.changed'];
    expect(said.length).toBeGreaterThan(20);
    expect(said.filter((key) => !english.has(key) && ![...vocabularies, ...events].includes(key))).toEqual(
      [],
    );
  },
);

it('every text is used', () => {
  const english = globSync('src/lib/internal/locales/en*.ts', { cwd: home })
    .map((file) => readFileSync(join(home, file), 'utf8'))
    .join('\n');
  const keys = [...english.matchAll(/^ {2}'?([\w.:-]+)'?:/gm)].map(([, key]) => key as string);
  const source = sources.map((file) => readFileSync(join(home, file), 'utf8')).join('\n');
  const vocabularies = [...source.matchAll(/term\('([\w.-]+)'/g)].map(([, name]) => `${name}.`);
  const patterns = [
    ...source.matchAll(
      /`((?:problem|orders|portouts?|charges|numbers|import|purpose|list)\.[^`]*\$\{[^`]*)`/g,
    ),
  ].map(
    ([, pattern]) =>
      new RegExp(`^${(pattern as string).replace(/\./g, '\\.').replace(/\$\{[^}]*\}/g, '[\\w-]+')}$`),
  );
  const unused = keys.filter(
    (key) =>
      !source.includes(`'${key}'`) &&
      !vocabularies.some((name) => key.startsWith(name)) &&
      !patterns.some((pattern) => pattern.test(key)),
  );
  expect(keys.length, 'the keys were not found').toBeGreaterThan(50);
  expect(unused).toEqual([]);
});

it('each language but English is a chunk of its own that no page loads before it is needed', async () => {
  const names = globSync('src/lib/internal/locales/*.ts', { cwd: home }).map((file) => basename(file, '.ts'));
  const languages = names.filter((name) => /^[a-z]{2,3}$/.test(name) && name !== 'en').sort();
  const { metafile } = await build({
    absWorkingDir: home,
    entryPoints: ['src/order-table.ts'],
    outdir: 'dist',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    conditions: ['production', 'browser'],
    metafile: true,
    write: false,
  });
  const loaded = Object.values(metafile.outputs).flatMap(({ imports }) => imports);
  const chunks = Object.entries(metafile.outputs).flatMap(([file, { inputs }]) => {
    const [, language] = /locales\/([a-z]{2,3})\.ts/.exec(Object.keys(inputs).join()) ?? [];
    const kinds = new Set(loaded.filter(({ path }) => path === file).map(({ kind }) => kind));
    return language && language !== 'en'
      ? [{ language, inputs: Object.keys(inputs).length, kinds: [...kinds] }]
      : [];
  });
  expect(languages.length, 'the languages were not found').toBeGreaterThan(2);
  expect(chunks.toSorted((a, b) => a.language.localeCompare(b.language))).toEqual(
    languages.map((language) => ({ language, inputs: 1, kinds: ['dynamic-import'] })),
  );
});
