import { describe, expect, it } from 'vitest';
import { textOf } from './source-files.ts';

const elements = ['order-table', 'order-detail'] as const;
const sourceOf = (tag: string) => textOf(`packages/elements/src/lib/orders/${tag}.element.ts`);
const brand = textOf('docs/guides/your-brand-on-it.md');
const embed = textOf('docs/guides/embed-the-order-table.md');

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

  it('tell every event', () => {
    const events = elements.flatMap((tag) => found(sourceOf(tag), /@fires \{\w+\} ([\w-]+)/g));
    expect(namesIn(embed, 'event').toSorted()).toEqual([...new Set(events)].toSorted());
  });

  it('tell every language', () => {
    const loaders = found(
      textOf('packages/elements/src/lib/internal/locales/catalogue.ts'),
      /^ {2}(\w+): \(\)/gm,
    );
    const told = found(embed.slice(embed.indexOf('## Language')), /\(`([a-z]{2})`\)/g);
    expect(told.toSorted()).toEqual(['en', ...loaders].toSorted());
  });
});
