import { createServer } from 'node:net';
import { createClient } from '@numberdesk/core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser, openPage, rowOf } from './browser.ts';
import { type PortalProcess, readyFolder, startPortal } from './portal-process.ts';

let host: PortalProcess;
let browser: Browser;

/** A port that was free a moment ago. */
async function freePort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return String(port);
}

beforeAll(async () => {
  const env = { NUMBERDESK_DATA: await readyFolder(), PORT: await freePort() };
  [host, browser] = await Promise.all([startPortal(env, 'plain-html/host.ts'), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  expect(await host.stop()).toBe(0);
});

it('ORD-1: two people with the plain page see the same order come and move', async () => {
  const { access, orders } = createClient({ baseUrl: `${host.url}numberdesk`, secretKey: 'sk_demo' });
  await access.putAccount({
    id: 'meridian',
    name: 'Meridian',
    level: 'business',
    owner: { name: 'Ada Byron', email: 'ada@meridian.example' },
  });
  const { page: one, problems } = await openPage({ browser }, host.url);
  const { page: other } = await openPage({ browser }, host.url);
  await one.locator('order-table').getByText('No orders', { exact: false }).first().waitFor();
  await other.locator('order-table').getByText('No orders', { exact: false }).first().waitFor();

  const line = { type: 'toll-free', location: { country: 'US' }, quantity: 1, supply: 'on-order' as const };
  const { version } = await orders.place({
    number: 'A-1',
    account: 'meridian',
    placedBy: { name: 'Ada Byron' },
    lines: [line],
  });
  for (const page of [one, other]) await rowOf(page, 'A-1').getByText('Processing').first().waitFor();

  const numbers = ['+18885550142'];
  await orders.moveLine({ number: 'A-1', id: '1', status: 'completed', numbers }, { ifMatch: version });
  for (const page of [one, other]) await rowOf(page, 'A-1').getByText('Completed').first().waitFor();
  // A browser asks for an icon that so plain a site has not.
  expect(problems.filter((text) => !text.endsWith('/favicon.ico'))).toEqual([]);
});
