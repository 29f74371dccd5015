import { describe, expect, it } from 'vitest';
import { filesBelow, textOf } from './source-files.ts';

/** The rules of the domain that are built so far. */
const rules = [
  ...Array.from({ length: 5 }, (_, index) => `TIM-${index + 1}`),
  ...Array.from({ length: 5 }, (_, index) => `ACC-${index + 1}`),
  ...Array.from({ length: 11 }, (_, index) => `ORD-${index + 1}`),
  ...Array.from({ length: 10 }, (_, index) => `NUM-${index + 1}`),
  ...[2, 3, 4, 5, 6, 7, 8, 9, 10].map((number) => `POR-${number}`),
];

const testNames = ['packages', 'examples']
  .flatMap(filesBelow)
  .filter((path) => path.endsWith('.test.ts'))
  .flatMap((path) => [
    ...textOf(path).matchAll(/\b(?:it|test|describe)(?:\.\w+)*(?:\([^'"`]*\))?\(\s*(['"`])(.*?)\1/gs),
  ])
  .map((match) => match[2] ?? '');

describe('every rule of the domain', () => {
  it.each(rules)('%s is named by a test', (rule) => {
    const named = testNames.filter((name) => new RegExp(`${rule}(?!\\d)`).test(name));
    expect(named.length, `no test says ${rule}`).toBeGreaterThan(0);
  });
});
