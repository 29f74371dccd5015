import { serve } from '@hono/node-server';
import { createClient } from '@numberdesk/core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { type Portal, openPortal } from '../portal.ts';
import { launchBrowser, openPage, rowOf } from './browser.ts';
import { readyFolder } from './portal-process.ts';

let hours = 0;
let portal: Portal;
let server: ReturnType<typeof serve>;
let url: string;
let browser: Browser;

beforeAll(async () => {
  const config = readConfig({ NUMBERDESK_DATA: await readyFolder(), NUMBERDESK_DEMO_ORDERS: '160' });
  portal = await openPortal(config, { clock: () => Date.now() + hours * 3_600_000 });
  url = await new Promise((resolve) => {
    server = serve({ fetch: portal.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) =>
      resolve(`http://127.0.0.1:${port}/`),
    );
  });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  server.close();
  await portal.close();
});

it('a session that ends in the middle is renewed, and neither reading nor the live feed suffers', async () => {
  const { page } = await openPage({ browser }, 'about:blank');
  const sessions: number[] = [];
  const refused: string[] = [];
  page.on('response', (response) => {
    if (response.url() === `${url}session`) sessions.push(response.status());
    if (response.status() === 401) refused.push(new URL(response.url()).pathname);
  });
  const isFollowing = page.waitForResponse((response) => response.url().endsWith('/v1/events'));
  await page.goto(url);
  await rowOf(page, 'NV48160').waitFor();
  await isFollowing;
  expect(sessions).toEqual([200]);

  hours = 1; // the server no longer takes the token, and the page cannot know
  const shown = async () => Number.parseInt(await page.locator('order-table .count').innerText());
  const before = await shown();
  await page.getByRole('button', { name: 'Load more' }).click();
  await expect.poll(shown).toBeGreaterThan(before);
  expect(refused).toContain('/numberdesk/v1/orders');
  expect(sessions).toEqual([200, 200]);

  const { orders } = createClient({ baseUrl: `${url}numberdesk`, secretKey: 'sk_demo' });
  const line = { type: 'local', location: { country: 'US' }, quantity: 1, supply: 'on-order' as const };
  await orders.place({ number: 'NV50000', account: 'meridian', placedBy: { name: 'Ada' }, lines: [line] });
  await page.evaluate(() => window.scrollTo(0, 0)); // only the rows near the window are there
  await rowOf(page, 'NV50000').waitFor();
});
