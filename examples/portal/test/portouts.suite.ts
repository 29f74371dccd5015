import { createClient } from '@numberdesk/core';
import type { PortOutInput } from '@numberdesk/core/portouts';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violationsInEachLook } from './axe.ts';
import { expectNoSidewaysScroll, openPage } from './browser.ts';
import type { Stage } from './stage.ts';

/** How soon a change must show: at once to the eye, with room for a machine that is busy. */
const soon = { timeout: 10_000 };

/** A request as the list shows it. */
const rowOf = (page: Page, request: string) =>
  page.locator('portout-list tbody[data-key]:visible').filter({ hasText: request });

/** The review that is open inside the list. */
const insideOf = (page: Page) => page.locator('portout-list .inside');

/** What each of the pages shows once it is there. */
const somethingOf = (page: Page) =>
  page
    .locator(
      'portout-list tbody[data-key]:visible, portout-list .inside [role=heading]:visible, #desk article:visible',
    )
    .first();

/** A request as the desk shows it. */
const cardOf = (page: Page, request: string) => page.locator('#desk article').filter({ hasText: request });

const clientOf = (stage: Stage) => createClient({ baseUrl: `${stage.url}numberdesk`, secretKey: 'sk_demo' });

let count = 0;

/** A request of its own, so that tests do not meet. */
async function newPortOut(stage: Stage, more: Partial<PortOutInput> = {}) {
  const turn = ++count;
  return clientOf(stage).portouts.record({
    account: 'meridian',
    request: `PO_7${String(turn).padStart(5, '0')}`,
    requestedFocDate: new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10),
    winningCarrier: 'Juniper Mobile',
    submitted: { name: 'Meridian Outfitters Inc', accountNumber: '88-1042', pin: '4711' },
    numbers: [`+1212555${String(3000 + turn * 2)}`, `+1212555${String(3001 + turn * 2)}`],
    ...more,
  });
}

const reviewOf = async (stage: Stage, id: string, query = '') => {
  const opened = await openPage(stage, `${stage.url}portouts/${id}${query}`);
  const review = insideOf(opened.page);
  await review.getByRole('heading').first().waitFor(soon);
  return { ...opened, review };
};

/** Requests to take numbers elsewhere, from the carrier's request to the number that has left. */
export const portouts = (stage: Stage) =>
  describe('the port-outs', () => {
    it('POR-2: a clerk finds a request by a number however it is written, and opens it in the list', async () => {
      const { request, numbers } = await newPortOut(stage);
      const { page, problems } = await openPage(stage, `${stage.url}portouts`);
      const tn = numbers[1]!.tn;
      await page
        .locator('portout-list')
        .getByRole('searchbox')
        .fill(`(${tn.slice(2, 5)}) ${tn.slice(5, 8)}-${tn.slice(8)}`);
      await rowOf(page, request).waitFor(soon);
      await rowOf(page, request)
        .getByRole('link', { name: /^Answer/ })
        .click();
      await insideOf(page).getByText(request).first().waitFor(soon);
      await expect.poll(() => new URL(page.url()).pathname, soon).toMatch(/^\/portouts\/[\w-]+$/);
      await page.goBack();
      await rowOf(page, request).waitFor(soon);
      expect(problems).toEqual([]);
    });

    it('POR-3: the desk notes who signed the letter of authorization and when, and the clerk reads it', async () => {
      const request = 'PO_LETTER';
      const { page: desk, problems } = await openPage(stage, `${stage.url}desk/portouts`);
      await desk.getByText('Record a request').click();
      await desk.getByLabel('Request number').fill(request);
      await desk.getByLabel('LOA signed by').fill('Noor Haddad');
      await desk.getByLabel('LOA dated').fill('2026-02-03');
      await desk.getByLabel('LOA file').fill('noor.pdf');
      await desk.getByRole('button', { name: 'Record the request' }).click();
      await cardOf(desk, request).waitFor(soon);
      const { data } = await clientOf(stage).portouts.list({ q: request });
      const { review } = await reviewOf(stage, data[0]!.id);
      await review.getByText('Signed by Noor Haddad on Feb 3, 2026').waitFor(soon);
      await review.getByText('noor.pdf').waitFor(soon);
      expect(problems).toEqual([]);
    });

    it('POR-4, POR-6, POR-7: a clerk accepts, the desk confirms the port, and both pages follow', async () => {
      const { request, id } = await newPortOut(stage);
      const { page, review, problems } = await reviewOf(stage, id);
      await review
        .getByRole('button', { name: /^Accept/ })
        .first()
        .click();
      await review
        .getByRole('button', { name: /^(Accept|Yes)/ })
        .last()
        .click();
      await review.getByText('Authorized').first().waitFor(soon);

      const { page: desk } = await openPage(stage, `${stage.url}desk/portouts`);
      await cardOf(desk, request).getByRole('button', { name: 'What is in it' }).click();
      await cardOf(desk, request).getByRole('button', { name: 'All 2 are ported' }).click();
      await review.getByText('Ported Out').first().waitFor(soon);
      await expect.poll(() => cardOf(desk, request).count(), soon).toBe(0);

      await page.goto(`${stage.url}portouts`);
      await page.locator('portout-list').getByRole('button', { name: 'Charges' }).click();
      await page.locator('portout-list tr.line:visible').filter({ hasText: request }).first().waitFor(soon);
      expect(problems).toEqual([]);
    });

    it('POR-5: a verdict of the desk shows in the open review', async () => {
      const { request, id, version } = await newPortOut(stage);
      const { review } = await reviewOf(stage, id);
      const client = clientOf(stage);
      await client.portouts.reject(
        { id, reason: 'account-number-mismatch', details: { value: '88-1024' } },
        { ifMatch: version },
      );
      await review.getByText('Rejection in Review').first().waitFor(soon);
      const { page: desk } = await openPage(stage, `${stage.url}desk/portouts`);
      await cardOf(desk, request).getByRole('button', { name: 'What is in it' }).click();
      await cardOf(desk, request).getByText('Account number does not match').waitFor(soon);
      const told = await cardOf(desk, request).locator('dl').innerText();
      expect(told.split(/\s*\n\s*/)).toEqual(['What was submitted', '88-1024']);
      await cardOf(desk, request).getByRole('button', { name: 'Reason is not valid …' }).click();
      await cardOf(desk, request).getByRole('textbox').fill('The number on the bill is the same.');
      await cardOf(desk, request).getByRole('button', { name: 'The port goes on' }).click();
      await review.getByText('Authorized').first().waitFor(soon);
      await review.getByText('The number on the bill is the same.').first().waitFor(soon);
    });

    it('POR-5: the desk says where an overruling leads, where the policy sends a request back', async () => {
      const client = clientOf(stage);
      const policy = await client.access.getPolicy();
      const portouts = { ...policy.portouts, afterInvalidRejection: 'pending' as const };
      await client.access.putPolicy({ ...policy, portouts });
      const { request, id, version } = await newPortOut(stage);
      await client.portouts.reject({ id, reason: 'pin-mismatch', details: {} }, { ifMatch: version });
      const { page: desk } = await openPage(stage, `${stage.url}desk/portouts`);
      const card = cardOf(desk, request);
      await card.getByRole('button', { name: 'Reason is not valid …' }).click();
      await card.getByText('The request goes back to the customer').waitFor(soon);
      expect(await card.getByRole('button', { name: 'The port goes on' }).count()).toBe(0);
      await card.getByRole('textbox').fill('It does match.');
      await card.getByRole('button', { name: 'Send it back' }).click();
      await desk.getByText(`${request} is now Pending.`).waitFor(soon);
      await client.access.putPolicy(policy);
    });

    it('POR-1: the link of a mail leads to that very request', async () => {
      const { request } = await newPortOut(stage);
      const { page } = await openPage(stage, `${stage.url}desk/mail`);
      const mail = page.locator('#desk article').filter({ hasText: request }).first();
      const href = await mail.getByRole('link').first().getAttribute('href');
      expect(href?.startsWith(`${stage.url}portouts/`)).toBe(true);
      const { page: customer, problems } = await openPage(stage, href ?? '');
      await insideOf(customer).getByText(request).first().waitFor(soon);
      expect(problems).toEqual([]);
    });

    it('ACC-4, POR-10: who may not answer reads everything and is told who can grant it', async () => {
      const { id } = await newPortOut(stage);
      const { review } = await reviewOf(stage, id, '?role=viewer');
      await review.getByText('portouts:modify').first().waitFor(soon);
      const { page } = await openPage(stage, `${stage.url}portouts?role=outsider`);
      await page.locator('portout-list').getByText('portouts:view').first().waitFor(soon);
      expect(await page.locator('portout-list tbody[data-key]').count()).toBe(0);
    });

    it('keep a strict policy and are fit for everybody, in each brand, light and dark', async () => {
      const { id } = await newPortOut(stage);
      const { page, problems } = await openPage(stage, 'about:blank');
      const found: string[] = [];
      for (const path of ['portouts', `portouts/${id}`, 'desk/portouts', 'desk/mail']) {
        await page.goto(stage.url + path);
        await somethingOf(page).waitFor(soon);
        found.push(...(await violationsInEachLook(page)));
      }
      expect(found).toEqual([]);
      expect(problems).toEqual([]);
    });

    it('never scroll sideways, 1280, 768 or 360 wide', async () => {
      const { id } = await newPortOut(stage);
      const { page } = await openPage(stage, 'about:blank');
      for (const path of ['portouts', `portouts/${id}?lang=ar`, 'desk/portouts', 'desk/mail']) {
        await page.goto(stage.url + path);
        await somethingOf(page).waitFor(soon);
        await expectNoSidewaysScroll(page);
      }
    });

    // The last one: the clock goes on for all of them.
    it('POR-9: the desk moves the clock on, and silence authorizes what nobody has answered', async () => {
      const { request, id } = await newPortOut(stage, { silenceHours: 24 });
      const { page, review } = await reviewOf(stage, id);
      await review.getByText('silence', { exact: false }).first().waitFor(soon);
      // Both pages of one browser, as the desk tells the others.
      const desk = await page.context().newPage();
      await desk.goto(`${stage.url}desk/portouts`);
      await cardOf(desk, request).waitFor(soon);
      await desk.getByRole('button', { name: 'A day on' }).click();
      await review.getByText('Authorized by silence').first().waitFor({ timeout: 20_000 });
      await cardOf(desk, request).getByText('Authorized').waitFor({ timeout: 20_000 });
    });
  });
