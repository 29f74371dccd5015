import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { demoOrders } from '../seeds.ts';
import { openPage, rowOf } from './browser.ts';
import type { Stage } from './stage.ts';

/** What has the focus, through shadow roots: its tag, name and text. */
const focused = (page: Page) =>
  page.evaluate(() => {
    let node = document.activeElement;
    while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
    return `${node?.localName} ${node?.getAttribute('aria-label') ?? ''} ${node?.textContent ?? ''}`;
  });

/** Presses Tab until what has the focus says a text. */
async function tabTo(page: Page, text: RegExp): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press('Tab');
    if (text.test(await focused(page))) return;
  }
  throw new Error(`Tab never reaches ${text}.`);
}

/** Both pages without a pointer. */
export const keyboard = (stage: Stage) =>
  describe('with the keyboard alone', () => {
    it('ORD-2: a person reaches an order of several lines and opens it', async () => {
      const several = [...demoOrders(0, 60)].find(({ body }) => body.lines.length > 1)!;
      const { page } = await openPage(stage, stage.url);
      const row = rowOf(page, several.number);
      await row.waitFor();
      await tabTo(page, new RegExp(`lines of order ${several.number}`));
      await page.keyboard.press('Enter');
      await expect.poll(() => row.getByRole('row').count()).toBe(1 + several.body.lines.length);
      await page.keyboard.press('Enter');
      await expect.poll(() => row.getByRole('row').count()).toBe(1);
    });

    it('ORD-5: a person reads the lead time, and Escape closes it', async () => {
      const { page } = await openPage(stage, stage.url);
      await rowOf(page, 'NV48060').waitFor();
      await tabTo(page, /Processing/);
      const tip = page.locator('order-table').getByRole('tooltip').filter({ visible: true });
      await tip.getByText(/business days/).waitFor();
      await page.keyboard.press('Escape');
      await expect.poll(() => tip.count()).toBe(0);
    });

    it('a clerk completes a line at the desk', async () => {
      const { page } = await openPage(stage, `${stage.url}desk`);
      const card = page.locator('#desk article').filter({ hasText: 'NV48059' });
      await card.waitFor();
      await tabTo(page, /Complete …/);
      await page.keyboard.press('Enter');
      await page.locator('#desk .decision').waitFor();
      await tabTo(page, /Complete the line/);
      await page.keyboard.press('Enter');
      await page.getByRole('status').getByText('is now Completed', { exact: false }).waitFor();
      await expect.poll(() => focused(page)).toMatch(/^h2 .*NV\d+$/);
    });
  });
