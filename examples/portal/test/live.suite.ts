import { describe, expect, it } from 'vitest';
import { demoOrders } from '../seeds.ts';
import { cardOf, openPage, rowOf } from './browser.ts';
import type { Stage } from './stage.ts';

/** The numbers of orders with one line, which is being processed. */
const processing = [...demoOrders(0, 60)]
  .filter(({ body: { lines } }) => lines.length === 1 && lines[0]?.status === 'processing')
  .map(({ number }) => number);
/** How soon a change must show: at once to the eye, with room for a machine that is busy. */
const soon = { timeout: 5_000 };

/** The customer's page and the desk, each in a window of its own, with the list on both. */
async function openBoth(stage: Stage) {
  const { page: customer } = await openPage(stage, stage.url);
  const { page: desk } = await openPage(stage, `${stage.url}desk`);
  await rowOf(customer, 'NV48060').waitFor();
  await cardOf(desk, 'NV48060').waitFor();
  await customer.evaluate(() => Object.assign(globalThis, { isStillHere: true }));
  return { customer, desk };
}

/** The desk and the customer, side by side. */
export const live = (stage: Stage) =>
  describe('two people at once', () => {
    it('ORD-3: a move at the desk shows on the open page of the customer, without a reload', async () => {
      const { customer, desk } = await openBoth(stage);
      const number = processing[0]!;
      const row = rowOf(customer, number);
      expect(await row.textContent()).toContain('Processing');
      await cardOf(desk, number).getByRole('button', { name: 'Ask for documents' }).click();
      await row.getByText('Pending Docs').waitFor(soon);
      await row.getByText('Action Required', { exact: false }).waitFor(soon);
      await cardOf(desk, number).getByRole('button', { name: 'Documents are in' }).click();
      await row.getByText('Processing').first().waitFor(soon);
      expect(await customer.evaluate(() => 'isStillHere' in globalThis)).toBe(true);
    });

    it('ORD-7: a completion asks for the numbers, offers free ones, and brings them to the customer', async () => {
      const { customer, desk } = await openBoth(stage);
      const card = cardOf(desk, processing[1]!);
      await card.getByRole('button', { name: 'Complete …' }).click();
      const field = card.getByRole('textbox');
      const numbers = (await field.inputValue()).split('\n');

      await field.fill('');
      await card.getByRole('button', { name: 'Complete the line' }).click();
      expect(await card.getByRole('alert').textContent()).toMatch(/takes .* 0 given/);

      await field.fill(numbers.join('\n'));
      await card.getByRole('button', { name: 'Complete the line' }).click();
      const row = rowOf(customer, processing[1]!);
      await row.getByText('Completed').waitFor(soon);
      expect(await row.textContent()).toContain(numbers[0]);
      await card.getByText(numbers[0]!).waitFor();
      expect(await card.getByRole('button').count()).toBe(0);
    });

    it('ORD-9: an order placed at the desk appears at the top, not yet confirmed', async () => {
      const { customer, desk } = await openBoth(stage);
      await desk.getByRole('button', { name: 'Place a new order' }).click();
      await desk.getByRole('button', { name: 'Place the order' }).click();
      await rowOf(customer, 'NV48061').waitFor(soon);
      const first = customer.locator('order-table tbody').first();
      expect(await first.getAttribute('data-key')).toBe('NV48061');
      expect(await first.textContent()).toMatch(/not confirmed/i);
    });

    it('says so when somebody else was first, and shows what they did', async () => {
      const { desk } = await openBoth(stage);
      const card = cardOf(desk, processing[2]!);
      await desk.route('**/lines/*', (route) =>
        route.continue({ headers: { ...route.request().headers(), 'if-match': '"0"' } }),
      );
      await card.getByRole('button', { name: 'Ask for documents' }).click();
      await card.getByText('Somebody else changed this order first.', { exact: false }).waitFor();
      await desk.unroute('**/lines/*');
      await card.getByRole('button', { name: 'Ask for documents' }).click();
      await card.getByText('Pending Docs').waitFor();
      expect(await card.getByRole('alert').count()).toBe(0);
    });

    it('says so when the server is out of reach, and that nothing is known', async () => {
      const { desk } = await openBoth(stage);
      await desk.route('**/lines/*', (route) => route.abort());
      const card = cardOf(desk, processing[3]!);
      await card.getByRole('button', { name: 'Cancel …' }).click();
      await card.getByRole('button', { name: 'Cancel the line' }).click();
      await card.getByText('The server cannot be reached', { exact: false }).waitFor({ timeout: 40_000 });
    });

    it('TIM-4: finds the orders of some days, for which the page loads a calendar', async () => {
      const { page } = await openPage(stage, stage.url);
      await rowOf(page, 'NV48060').waitFor();
      const table = page.locator('order-table');
      const see = (viewState: string) =>
        table.evaluate((it, viewState) => void Object.assign(it, { viewState }), viewState);
      await see('to=2020-01-01');
      await table.getByText('No orders match').waitFor();
      await see('from=2020-01-01');
      await rowOf(page, 'NV48060').waitFor();
    });
  });
