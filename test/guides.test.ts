import { describe, expect, it } from 'vitest';
import { textOf } from './source-files.ts';

const elements = ['order-table', 'order-detail', 'number-importer'] as const;
const sourceOf = (tag: string) =>
  textOf(`packages/elements/src/lib/${tag.startsWith('order') ? 'orders' : 'numbers'}/${tag}.element.ts`);
const brand = textOf('docs/guides/your-brand-on-it.md');
const embed = textOf('docs/guides/embed-the-order-table.md');

/** Where the events of a widget are told. */
const guides = [
  { page: embed, tags: ['order-table', 'order-detail'] },
  { page: textOf('docs/guides/import-numbers.md'), tags: ['number-importer'] },
];

/** Names in the first column of the table whose head begins like this. */
function namesIn(page: string, head: string): string[] {
  const [rows = ''] = page.slice(page.indexOf(`| ${head}`)).split('\n\n');
  const cells = rows.split('\n').slice(2);
  return cells.flatMap((row) => (row.split('|')[1] ?? '').match(/(?<=`)[\w-]+(?=`)/g) ?? []);
}

const found = (text: string, pattern: RegExp) => [
  ...new Set([...text.matchAll(pattern)].map(([, name]) => name)),
];

describe('the guides', () => {
  it.each(elements)('tell every part of <%s>, and no other', (tag) => {
    const parts = found(sourceOf(tag), /@csspart ([\w-]+)/g);
    expect(parts.length).toBeGreaterThan(8);
    expect(namesIn(brand, `part of \`<${tag}>\``).toSorted()).toEqual(parts.toSorted());
  });

  it('tell every token', () => {
    const tokens = found(sourceOf('order-table'), /@cssprop \[(--nd-[\w-]+)/g);
    expect(namesIn(brand, 'property').toSorted()).toEqual(tokens.toSorted());
  });

  it.each(guides)('tell every event of $tags', ({ page, tags }) => {
    const events = tags.flatMap((tag) => found(sourceOf(tag), /@fires \{\w+\} ([\w-]+)/g));
    expect(events.length).toBeGreaterThan(1);
    expect(namesIn(page, 'event').toSorted()).toEqual([...new Set(events)].toSorted());
  });

  it('tell every language', () => {
    const loaders = found(
      textOf('packages/elements/src/lib/internal/locales/catalogue.ts'),
      /^ {2,}(\w+): \(\) => import/gm,
    );
    const told = found(embed.slice(embed.indexOf('## Language')), /\(`([a-z]{2})`\)/g);
    expect(told.toSorted()).toEqual(['en', ...loaders].toSorted());
  });
});
