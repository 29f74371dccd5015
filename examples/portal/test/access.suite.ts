import type { Response } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openPage, rowOf } from './browser.ts';
import type { Stage } from './stage.ts';

const ask = (stage: Stage, path: string, headers: Record<string, string>) =>
  fetch(stage.url + path, { method: 'POST', body: '{}', headers });

/** Roles, and what no page and no stranger is given. */
export const access = (stage: Stage) =>
  describe('who gets in', () => {
    it.each(['admin', 'member', 'viewer'])('ACC-2: %s sees the orders', async (role) => {
      const { page, problems } = await openPage(stage, `${stage.url}?role=${role}`);
      await rowOf(page, 'NV48060').waitFor();
      expect(problems).toEqual([]);
    });

    it('ACC-4: without the permission the widget names it and who can grant it', async () => {
      const { page } = await openPage(stage, stage.url);
      await page.getByLabel('Signed in as').selectOption('outsider');
      await page.waitForURL(/role=outsider/);
      const widget = page.locator('order-table');
      await widget.getByText(/view orders/i).waitFor();
      await widget.getByText(/admin/i).waitFor();
      expect(await widget.locator('tbody[data-key]').count()).toBe(0);
    });

    it('shows no page the secret key, and keeps the token in memory alone', async () => {
      const { page } = await openPage(stage, 'about:blank');
      const seen: string[] = [];
      const tokens: string[] = [];
      let reading: Promise<void>[] = [];
      const read = async (response: Response) => {
        if (response.url().endsWith('/session') && response.request().method() === 'POST')
          tokens.push(((await response.json()) as { token: string }).token);
        else if (!response.url().endsWith('/events')) seen.push(await response.text().catch(() => ''));
      };
      page.on('request', (request) => seen.push(request.url()));
      page.on('response', (response) => reading.push(read(response)));
      for (const path of ['', 'desk']) {
        await page.goto(stage.url + path);
        await page.locator('order-table tbody, #desk article').first().waitFor();
        await Promise.all(reading); // a page that is left takes its answers with it
        reading = [];
        seen.push(await page.content(), page.url());
        seen.push(await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }])));
      }
      seen.push(JSON.stringify(await page.context().cookies()));
      expect(tokens.length).toBe(2);
      const all = seen.join('\n');
      expect(all).toContain('NV48060');
      for (const secret of ['sk_demo', ...tokens]) expect(all.includes(secret)).toBe(false);
    });

    it.each(['session', 'desk/session'])('gives no session to another page: %s', async (path) => {
      expect((await ask(stage, path, { origin: 'https://evil.example' })).status).toBe(403);
      expect((await ask(stage, path, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
      expect((await ask(stage, path, { origin: new URL(stage.url).origin })).status).toBe(200);
    });

    it('answers to its own name only, and knows only its own files', async () => {
      const { port } = new URL(stage.url);
      const { request } = await import('node:http');
      const status = await new Promise((resolve) => {
        const asked = request({ port, host: '127.0.0.1', headers: { host: `evil.example:${port}` } });
        asked.once('response', (response) => resolve(response.statusCode)).end();
      });
      expect(status).toBe(421);
      expect((await fetch(`${stage.url}assets/%2e%2e/main.ts`)).status).toBe(404);
      expect((await fetch(`${stage.url}elements/../package.json`)).status).toBe(404);
    });

    it('sends strict headers with every page', async () => {
      for (const path of ['', 'desk', 'assets/portal.css', 'nowhere']) {
        const { headers } = await fetch(stage.url + path);
        expect(headers.get('content-security-policy')).toContain(
          "default-src 'self'; style-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html numberdesk 'allow-duplicates'",
        );
        expect(headers.get('x-content-type-options')).toBe('nosniff');
        expect(headers.get('referrer-policy')).toBe('no-referrer');
      }
      const html = await (await fetch(stage.url)).text();
      expect(html).not.toMatch(/\sstyle=|<style|\son\w+=|<script>/);
    });
  });
