import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { version } from '../src/lib/internal/version.ts';
import { expect, it } from 'vitest';

const home = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string) => readFileSync(join(home, file), 'utf8');

it('the version that elements carry is the package’s', () => {
  expect(version).toBe((JSON.parse(read('package.json')) as { version: string }).version);
});

it('public tokens are only read, never declared', () => {
  const styles = globSync('src/lib/**/*.styles.ts', { cwd: home });
  expect(styles.length, 'the styles were not found').toBeGreaterThan(4);
  const declared = styles.flatMap((file) => read(file).match(/(?<!var\(\s*)--nd-[\w-]+\s*:/g) ?? []);
  expect(declared).toEqual([]);
});

it('no template writes a style attribute, which a strict policy refuses', () => {
  const sources = globSync('src/lib/**/*.ts', { cwd: home }).filter((file) => !/test/.test(file));
  const found = sources.filter((file) => /styleMap|\sstyle=|unsafeHTML|innerHTML/.test(read(file)));
  expect(found).toEqual([]);
});

it('says of each token what holds where a brand sets nothing', () => {
  const tokens = read('src/lib/internal/tokens.styles.ts');
  const defaults = [...tokens.matchAll(/var\((--nd-[\w-]+), (.*)\);/g)].map(
    ([, name, value]) => `[${name}=${value}]`,
  );
  const documented = read('src/lib/orders/order-table.element.ts').match(/(?<=@cssprop )\[.*\]/g) ?? [];
  expect(defaults.length).toBeGreaterThan(10);
  expect(documented.toSorted()).toEqual(defaults.toSorted());
});
