// Makes docs/images/portal.png, the picture in the README, from a portal of its own: node examples/portal/screenshot.ts
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import { chromium } from 'playwright-core';
import { readConfig } from './config.ts';
import { openPortal } from './portal.ts';
import { find } from '../../scripts/ensure-browsers.mjs';

const picture = fileURLToPath(new URL('../../docs/images/portal.png', import.meta.url));
const dataDir = await mkdtemp(join(tmpdir(), 'numberdesk-screenshot-'));
const portal = await openPortal({ ...readConfig({}), dataDir });
const server = serve({ fetch: portal.fetch, hostname: '127.0.0.1', port: 0 });
const browser = await chromium.launch({
  executablePath: find('chromium') ?? 'chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 1100 }, deviceScaleFactor: 2 });
  const { port } = server.address() as { port: number };
  await page.goto(`http://127.0.0.1:${port}/?theme=light`);
  const rows = page.locator('order-table tbody[data-key]');
  await rows.first().waitFor();
  await page.evaluate(() => document.fonts.ready.then(() => document.querySelector('.strip')?.remove()));
  // One order opened, one lead time shown, and the picture ends with a row.
  await rows
    .filter({ hasText: /[2-9] lines/ })
    .first()
    .getByRole('button', { name: / lines/ })
    .click();
  await rows.nth(4).getByText('Processing').first().hover();
  await page.locator('order-table').getByRole('tooltip').filter({ visible: true }).waitFor();
  const last = await rows.nth(6).boundingBox();
  const height = Math.round((last?.y ?? 0) + (last?.height ?? 0));
  await mkdir(fileURLToPath(new URL('.', `file://${picture}`)), { recursive: true });
  await page.screenshot({ path: picture, clip: { x: 0, y: 0, width: 1280, height } });
  console.log(`${picture}: ${Math.round((await stat(picture)).size / 1024)} kB`);
} finally {
  await browser.close();
  server.close();
  await portal.close();
  await rm(dataDir, { recursive: true, force: true });
}
