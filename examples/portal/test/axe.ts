import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { choices } from '../pages/choices.ts';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What a look can break: it changes colours, fonts and corners, and nothing else. */
const rulesOfLooks = ['color-contrast', 'link-in-text-block', 'target-size'];

/** What axe has against a page, each with the first element that it is about; by all of its rules unless given. */
export async function axeViolations(page: Page, rules?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source);
  return page.evaluate(async (rules) => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run({
      resultTypes: ['violations'],
      ...(rules ? { runOnly: { type: 'rule', values: [...rules] } } : {}),
    });
    return violations.map(({ id, nodes }) => `${id} at ${nodes[0]?.target.join(' ')}`);
  }, rules);
}

/** What axe has against a page in each brand, light and dark, chosen without leaving it. */
export async function violationsInEachLook(page: Page): Promise<string[]> {
  const found: string[] = [];
  let rules: readonly string[] | undefined;
  for (const brand of choices.brand) {
    await page.getByLabel('Brand').selectOption(brand);
    for (const theme of ['light', 'dark']) {
      await page.getByLabel('Theme').selectOption(theme);
      for (const violation of await axeViolations(page, rules))
        found.push(`${page.url()} ${brand} ${theme}: ${violation}`);
      rules = rulesOfLooks;
    }
  }
  return found;
}
