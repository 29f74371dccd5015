import { createClient } from '@numberdesk/core';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violationsInEachLook } from './axe.ts';
import { expectNoSidewaysScroll, openPage } from './browser.ts';
import type { Stage } from './stage.ts';

/** How soon a change must show: at once to the eye, with room for a machine that is busy. */
const soon = { timeout: 5_000 };

/** A number as the customer sees it, by its last digits in groups. */
const rowOf = (page: Page, number: string) =>
  page.locator('number-table tbody[data-key]').filter({ hasText: number });

/** A number as the desk shows it. */
const cardOf = (page: Page, number: string) => page.locator('#desk article').filter({ hasText: number });

const tableOf = async (stage: Stage, query = '') => {
  const opened = await openPage(stage, `${stage.url}numbers${query}`);
  await opened.page.locator('number-table tbody[data-key]').first().waitFor();
  return opened;
};

/** What has the focus, through shadow roots. */
const focused = (page: Page) =>
  page.evaluate(() => {
    let node = document.activeElement;
    while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
    return `${node?.localName} ${node?.getAttribute('aria-label') ?? node?.textContent?.trim() ?? ''}`;
  });

async function tabTo(page: Page, text: RegExp): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press('Tab');
    if (text.test(await focused(page))) return;
  }
  throw new Error(`Tab never reaches ${text}.`);
}

/** The inventory of the customer, and the desk that vets it. */
export const numbers = (stage: Stage) =>
  describe('the numbers', () => {
    it('NUM-9: a verdict at the desk shows on the open page of the customer, without a reload', async () => {
      const { page: customer } = await tableOf(stage);
      const { page: desk } = await openPage(stage, `${stage.url}desk/numbers`);
      await customer.evaluate(() => Object.assign(globalThis, { isStillHere: true }));

      const valid = rowOf(customer, '+1 303 555 0117');
      expect(await valid.textContent()).toContain('Pending');
      await cardOf(desk, '+13035550117').getByRole('button', { name: 'Valid', exact: true }).click();
      await valid.getByText('Approved').waitFor(soon);
      await expect.poll(() => cardOf(desk, '+13035550117').count()).toBe(0);

      const other = rowOf(customer, '+1 615 555 0145');
      const card = cardOf(desk, '+16155550145');
      await card.getByRole('button', { name: 'Not valid …' }).click();
      await card.getByRole('textbox').fill('The registration is missing.');
      await card.getByRole('button', { name: 'Reject the number' }).click();
      await other.getByText('Rejected').waitFor(soon);
      await other.getByText('The registration is missing.').waitFor(soon);
      expect(await customer.evaluate(() => 'isStillHere' in globalThis)).toBe(true);
    });

    it('NUM-9: a number that comes in appears on both pages by itself, and one that goes leaves them', async () => {
      const { page: customer } = await tableOf(stage);
      const { page: desk } = await openPage(stage, `${stage.url}desk/numbers`);
      await desk.locator('#desk article').first().waitFor();
      const { numbers } = createClient({ baseUrl: `${stage.url}numberdesk`, secretKey: 'sk_demo' });
      const added = await numbers.add({ account: 'returns-desk', number: '7025550177', purpose: 'Survey' });
      await rowOf(customer, '+1 702 555 0177').waitFor(soon);
      await cardOf(desk, '+17025550177').waitFor(soon);
      await numbers.remove({ id: added.id });
      await expect.poll(() => rowOf(customer, '+1 702 555 0177').count(), soon).toBe(0);
      await expect.poll(() => cardOf(desk, '+17025550177').count(), soon).toBe(0);
    });

    it('NUM-2, NUM-9: a clerk adds a number by hand, and the desk judges it', async () => {
      const { page: table } = await tableOf(stage);
      const { page, problems } = await openPage(stage, `${stage.url}numbers`);
      await page.locator('number-table').getByRole('link', { name: 'Add numbers' }).click();
      await page.waitForURL(/\/numbers\/add\?/);
      const importer = page.locator('number-importer');
      await importer.getByLabel('Add to').selectOption('meridian');
      await importer.getByRole('textbox', { name: 'Phone number' }).fill('3035550160');
      await importer.getByText('Well-formed number').first().waitFor();
      await importer.getByLabel('Call purpose').selectOption('Charity');
      await importer.getByRole('button', { name: 'Add number', exact: true }).click();
      await importer.getByRole('button', { name: 'Save 1 number' }).click();

      const row = rowOf(table, '+1 303 555 0160');
      await row.getByText('Pending').waitFor(soon);
      const { page: desk } = await openPage(stage, `${stage.url}desk/numbers`);
      await cardOf(desk, '+13035550160').getByRole('button', { name: 'Valid', exact: true }).click();
      await row.getByText('Approved').waitFor(soon);
      expect(problems).toEqual([]);
    });

    it('NUM-3, NUM-7: a clerk adds a file, each row of which is added or has its reason', async () => {
      const { page: table } = await tableOf(stage);
      const { page, problems } = await openPage(stage, `${stage.url}numbers/add`);
      const workers: string[] = [];
      page.on('worker', (worker) => workers.push(worker.url()));
      const importer = page.locator('number-importer');
      await importer.getByLabel('Add to').selectOption('meridian-stores');
      await importer.getByRole('tab', { name: 'Batch' }).click();
      const rows = ['4155550170,Survey', '4155550171,Charity', '4155550121,Survey', '415555017,Survey'];
      await importer.locator('input[type=file]').setInputFiles({
        name: 'stores.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(rows.join('\r\n')),
      });
      await importer.getByRole('button', { name: /^Save \d|^Add \d/ }).click();
      await rowOf(table, '+1 415 555 0170').waitFor(soon);
      await rowOf(table, '+1 415 555 0171').waitFor(soon);
      await importer
        .getByRole('group', { name: 'Numbers to show' })
        .getByText(/Rejected/)
        .click();
      await importer
        .getByText(/4155550121/)
        .first()
        .waitFor();
      // Read beside the page, as the strict policy allows.
      expect(workers).toContain(`${stage.url}elements/number-worker.js`);
      expect(problems).toEqual([]);
    });

    it('NUM-5, NUM-6, NUM-8: a person finds a number, says what it is for, moves and removes it', async () => {
      const { page, problems } = await tableOf(stage);
      await page.locator('number-table').getByRole('searchbox').fill('(415) 555-0120');
      const row = rowOf(page, '+1 415 555 0120');
      await expect.poll(() => page.locator('number-table tbody[data-key]').count()).toBe(1);

      await row.getByRole('button', { name: /Change the purpose/ }).click();
      await row.getByRole('combobox').selectOption('Do Not Originate');
      await row.getByText('Other carriers will block', { exact: false }).waitFor();
      await row.getByRole('button', { name: 'Save: it never places calls' }).click();
      await row.locator('.purpose > .main').getByText('Do Not Originate').waitFor();

      await row.getByRole('button', { name: /^Move/ }).click();
      await row.getByRole('combobox').selectOption('Returns Desk');
      await row.getByText('Meridian Stores loses it.', { exact: false }).waitFor();
      await row.getByRole('button', { name: 'Move the number' }).click();
      await row.locator('.account').getByText('Returns Desk').waitFor();

      await row.getByRole('button', { name: /^Remove/ }).click();
      await row.getByText('This cannot be undone', { exact: false }).waitFor();
      await row.getByRole('button', { name: /^Yes, remove/ }).click();
      await page.locator('number-table').getByText('No numbers match').waitFor();
      expect(problems).toEqual([]);
    });

    it('ORD-7: a number leads to the order that brought it', async () => {
      const { page } = await tableOf(stage, '?lang=ar');
      const link = page.locator('number-table .added a').first();
      await link.scrollIntoViewIfNeeded();
      const order = (await link.textContent()) ?? '';
      await link.click();
      await page.waitForURL(new RegExp(`/orders/${order}\\?lang=ar`));
      await page.locator('order-detail').getByText(order).first().waitFor();
    });

    it('takes no pointer: a purpose is changed with the keyboard alone', async () => {
      const { page } = await tableOf(stage);
      await tabTo(page, /Change the purpose of \+1 702 555 0156/);
      await page.keyboard.press('Enter');
      await expect.poll(() => focused(page)).toMatch(/^select Purpose of/);
      await page.keyboard.type('Surv');
      await tabTo(page, /^button Save$/);
      await page.keyboard.press('Enter');
      await rowOf(page, '+1 702 555 0156').locator('.purpose > .main').getByText('Survey').waitFor();
      await expect.poll(() => focused(page)).toMatch(/Change the purpose of \+1 702 555 0156/);
      await page.keyboard.press('ArrowUp');
      await expect.poll(() => focused(page)).toMatch(/Change the purpose of/);
      expect(await focused(page)).not.toMatch(/0156/);
    });

    it('ACC-2, ACC-4: who may not change numbers sees them, and who can grant it', async () => {
      const { page } = await tableOf(stage, '?role=viewer');
      const table = page.locator('number-table');
      await table.getByText('numbers:add').waitFor();
      await table.getByText('An admin of your account can grant it.', { exact: false }).waitFor();
      expect(await table.getByRole('button', { name: /^(Move|Remove|Change)/ }).count()).toBe(0);
      expect(await table.getByRole('link', { name: 'Add numbers' }).count()).toBe(0);
    });

    it('ACC-4: who may not see numbers is told so', async () => {
      const { page } = await openPage(stage, `${stage.url}numbers?role=outsider`);
      await page.locator('number-table').getByText('numbers:view').waitFor();
      expect(await page.locator('number-table tbody[data-key]').count()).toBe(0);
    });

    it('the navigation leads from orders to numbers and back, in the look that was chosen', async () => {
      const { page } = await openPage(stage, `${stage.url}?brand=alder&theme=dark`);
      const nav = page.getByRole('navigation');
      await nav.getByRole('link', { name: 'Numbers' }).click();
      await page.locator('number-table tbody[data-key]').first().waitFor();
      expect(new URL(page.url()).searchParams.get('brand')).toBe('alder');
      expect(await nav.getByRole('link', { name: 'Numbers' }).getAttribute('aria-current')).toBe('page');
      await nav.getByRole('link', { name: 'Number orders' }).click();
      await page.locator('order-table tbody[data-key]').first().waitFor();
      expect(new URL(page.url()).searchParams.get('theme')).toBe('dark');
    });

    it('keep a strict policy and are fit for everybody, in each brand, light and dark', async () => {
      const { page, problems } = await openPage(stage, 'about:blank');
      const found: string[] = [];
      for (const path of ['numbers', 'desk/numbers']) {
        await page.goto(stage.url + path);
        await page.locator('number-table tbody[data-key], #desk article').first().waitFor();
        await page.locator('number-table [data-act=remove], #desk [aria-expanded]').first().click();
        found.push(...(await violationsInEachLook(page)));
      }
      expect(found).toEqual([]);
      expect(problems).toEqual([]);
    });

    it('never scroll sideways, 1280, 768 or 360 wide', async () => {
      const { page } = await openPage(stage, 'about:blank');
      for (const path of ['numbers', 'numbers?brand=vantage&lang=ar', 'desk/numbers']) {
        await page.goto(stage.url + path);
        await page.locator('number-table tbody[data-key], #desk article').first().waitFor();
        await expectNoSidewaysScroll(page);
      }
    });
  });
