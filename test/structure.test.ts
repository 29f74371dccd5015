import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow, textOf } from './source-files.ts';

const sources = filesBelow('packages').filter((path) => path.includes('/src/') && path.endsWith('.ts'));

/** The role a file can have, by its suffix; none is a rule or, on the ground, a part. */
const suffixes = [
  'inputs',
  'schema',
  'api',
  'element',
  'styles',
  'events',
  'template',
  'controller',
  'handlers',
  'store',
  'jobs',
];
const emptyWords = /(?:^|-)(?:utils?|helpers?|types?|common|managers?|misc)(?:-|\.|$)/;

describe('the structure of the sources', () => {
  it('knows the role of every file by its suffix', () => {
    const strange = sources.filter((path) => {
      const [, ...suffix] = basename(path, '.ts')
        .replace(/\.test$/, '')
        .split('.');
      return suffix.some((word) => !suffixes.includes(word));
    });
    expect(strange).toEqual([]);
  });

  it('names files by what they are about, in kebab-case', () => {
    const strange = sources
      .map((path) => basename(path, '.ts'))
      .filter((name) => emptyWords.test(name) || !/^[a-z0-9.-]+$/.test(name));
    expect(strange).toEqual([]);
  });

  it('uses a name once in a package', () => {
    const names = sources
      .map((path) => `${path.split('/')[1]}: ${basename(path)}`)
      .filter((name) => !/: (?:index|main)\.ts$/.test(name));
    const inLibrary = names.filter((name, index) => names.indexOf(name) !== index);
    expect(inLibrary).toEqual([]);
  });

  it('writes no style attribute, which a strict policy blocks', () => {
    const inline = sources.filter(
      (path) => !path.endsWith('.test.ts') && /<[a-z-]+[^<>`]*\sstyle=/i.test(textOf(path)),
    );
    expect(inline).toEqual([]);
  });

  it('keeps nothing in web storage', () => {
    const keeping = sources.filter(
      (path) => !path.endsWith('.test.ts') && /\b(?:local|session)Storage\b/.test(textOf(path)),
    );
    expect(keeping).toEqual([]);
  });
});
