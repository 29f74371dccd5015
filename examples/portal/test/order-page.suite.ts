import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { demoOrders } from '../seeds.ts';
import { axeViolations } from './axe.ts';
import { cardOf, openPage, rowOf } from './browser.ts';
import type { Stage } from './stage.ts';

/** An order with one line in processing, which no other test moves. */
const number = [...demoOrders(0, 60)]
  .filter(({ body: { lines } }) => lines.length === 1 && lines[0]?.status === 'processing')
  .at(-1)!.number;
/** How soon a change must show: at once to the eye, with room for a machine that is busy. */
const soon = { timeout: 5_000 };
const heading = (page: Page) => page.locator('order-detail').getByRole('heading', { level: 2 });

/** The page of one order, from the table and back. */
export const orderPages = (stage: Stage) =>
  describe('the page of one order', () => {
    it('ORD-2, ORD-3: is where its number leads; a move at the desk shows there, and what happened with it', async () => {
      const { page, problems } = await openPage(stage, `${stage.url}?brand=alder&theme=light`);
      await rowOf(page, number).getByRole('link', { name: number, exact: true }).click();
      await page.waitForURL(`**/orders/${number}?brand=alder&theme=light`);
      await heading(page).getByText(number).waitFor();
      const detail = page.locator('order-detail');
      await detail.getByText('Order placed').waitFor();

      const { page: desk } = await openPage(stage, `${stage.url}desk`);
      await cardOf(desk, number).getByRole('button', { name: 'Ask for documents' }).click();
      await detail.getByText('Action required').waitFor(soon);
      await detail.getByText('From Processing to Pending Docs').waitFor(soon);
      expect(await detail.getByText('by your provider').count()).toBeGreaterThan(0);
      expect(await detail.textContent()).not.toContain('Mirela');
      expect(await axeViolations(page)).toEqual([]);

      await page.getByRole('link', { name: 'All number orders' }).click();
      await rowOf(page, number).getByText('Pending Docs').waitFor();
      expect(new URL(page.url()).searchParams.get('brand')).toBe('alder');
      expect(problems).toEqual([]);
    });

    it('says so of an order that does not exist, also where its number looks like markup', async () => {
      const { page, problems } = await openPage(stage, `${stage.url}orders/${encodeURIComponent('<b>"x"&')}`);
      await page.locator('order-detail').getByText('There is no order', { exact: false }).waitFor();
      expect(await page.locator('order-detail').getByText('<b>"x"&', { exact: false }).count()).toBe(1);
      expect(problems.filter((problem) => !problem.includes('404'))).toEqual([]);
    });

    it('reads in Arabic from right to left', async () => {
      const { page, problems } = await openPage(stage, `${stage.url}orders/${number}?lang=ar&theme=dark`);
      await heading(page).getByText(number).waitFor();
      expect(await page.locator('order-detail .frame').getAttribute('dir')).toBe('rtl');
      expect(await axeViolations(page)).toEqual([]);
      expect(problems).toEqual([]);
    });
  });
