import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow, root, textOf } from './source-files.ts';

const pages = [
  'README.md',
  ...['docs', 'packages', 'examples', 'bench'].flatMap(filesBelow).filter((path) => path.endsWith('.md')),
];
const scripts = Object.keys(
  (JSON.parse(textOf('package.json')) as { scripts: Record<string, string> }).scripts,
);
const withoutSpace = (text: string) => text.replace(/\s+/g, '');

describe('what the pages say', () => {
  it('leads somewhere: every link to a file', () => {
    const dead = pages.flatMap((page) =>
      [...textOf(page).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)]
        .map((match) => normalize(join(dirname(page), match[1] ?? '')))
        .filter((target) => !existsSync(join(root, target)) && !target.startsWith(join('docs', 'api')))
        .map((target) => `${page} → ${target}`),
    );
    expect(dead).toEqual([]);
  });

  it('can be typed: every `npm run`', () => {
    const unknown = pages.flatMap((page) =>
      [...textOf(page).matchAll(/\bnpm run ([\w:-]+)/g)]
        .map((match) => match[1] ?? '')
        .filter((name) => !scripts.includes(name)),
    );
    expect(unknown).toEqual([]);
  });

  it('is what the embed example is made of', () => {
    const readme = withoutSpace(textOf('README.md'));
    for (const file of ['examples/plain-html/index.html', 'examples/plain-html/portal.js']) {
      expect(readme, `README.md does not show ${file}`).toContain(withoutSpace(textOf(file)));
    }
  });
});
