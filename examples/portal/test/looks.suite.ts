import { describe, expect, it } from 'vitest';
import { choices } from '../pages/choices.ts';
import { violationsInEachLook } from './axe.ts';
import { expectNoSidewaysScroll, openPage, rowOf } from './browser.ts';
import type { Stage } from './stage.ts';

const look = () => {
  const table = document.querySelector('order-table') as HTMLElement;
  const page = getComputedStyle(document.body);
  const { fontFamily, color } = getComputedStyle(table.shadowRoot?.querySelector('table') as HTMLElement);
  return [getComputedStyle(document.documentElement).backgroundColor, page.color, fontFamily, color].join(
    ' ',
  );
};

/** Brands, themes, widths and languages, under a strict policy. */
export const looks = (stage: Stage) =>
  describe('the looks', () => {
    it('keep a strict policy and are fit for everybody, on both pages, in each brand, light and dark', async () => {
      const { page, problems } = await openPage(stage, stage.url);
      await rowOf(page, 'NV48060').waitFor();
      const found = await violationsInEachLook(page);
      await page.locator('order-table').getByRole('button').first().click();
      await page.goto(`${stage.url}desk`);
      await page.locator('#desk article').first().waitFor();
      found.push(...(await violationsInEachLook(page)));
      await page.getByRole('button', { name: 'Complete …' }).first().click();
      expect(found).toEqual([]);
      expect(problems).toEqual([]);
    });

    it('would be caught breaking it', async () => {
      const { page, problems } = await openPage(stage, stage.url);
      await page.evaluate(() => document.body.setAttribute('style', 'color: red'));
      await page.evaluate(() => {
        try {
          document.body.innerHTML = '<p></p>';
        } catch {
          // refused, as it should be
        }
      });
      await expect
        .poll(() => problems.join('\n'))
        .toMatch(/policy: style-src[^]*policy: require-trusted-types/);
    });

    it('differ from brand to brand and from light to dark, at once and in the address', async () => {
      const { page } = await openPage(stage, `${stage.url}?theme=light`);
      await rowOf(page, 'NV48060').waitFor();
      await page.evaluate(() => Object.assign(globalThis, { isStillHere: true }));
      const seen = new Set<string>();
      for (const brand of choices.brand) {
        for (const theme of ['light', 'dark']) {
          await page.getByLabel('Brand').selectOption(brand);
          await page.getByLabel('Theme').selectOption(theme);
          expect(new URL(page.url()).searchParams.get('brand')).toBe(brand);
          seen.add(await page.evaluate(look));
        }
      }
      expect(seen.size).toBe(6);
      expect(await page.title()).toContain('Vantage');
      expect(await page.evaluate(() => 'isStillHere' in globalThis)).toBe(true);
      await page.reload();
      await rowOf(page, 'NV48060').waitFor();
      expect(seen).toContain(await page.evaluate(look));
    });

    it('never scroll sideways, 1280, 768 or 360 wide, and keep a strict policy where an address has the look', async () => {
      const { page, problems } = await openPage(stage, 'about:blank');
      for (const path of ['?brand=northwind&theme=dark', '?brand=alder&lang=ar', '?brand=vantage', 'desk']) {
        await page.goto(stage.url + path);
        await page.locator('order-table tbody, #desk article').first().waitFor();
        await expectNoSidewaysScroll(page);
      }
      expect(problems).toEqual([]);
    });

    it('speak Arabic from right to left, with the address and the widget', async () => {
      const { page, problems } = await openPage(stage, stage.url);
      await page.getByLabel('Language').selectOption('ar');
      await page.getByRole('heading', { name: 'طلبات الأرقام' }).waitFor();
      expect(new URL(page.url()).searchParams.get('lang')).toBe('ar');
      const row = rowOf(page, 'NV48060');
      await row.getByText('قيد المعالجة').first().waitFor();
      const direction = (selector: string) =>
        page
          .locator(selector)
          .first()
          .evaluate((node) => getComputedStyle(node).direction);
      expect([await direction('html'), await direction('order-table table')]).toEqual(['rtl', 'rtl']);
      const number = row.getByText('NV48060');
      expect((await number.boundingBox())!.x).toBeGreaterThan(640);
      expect(problems).toEqual([]);
    });
  });
