import { readFile } from 'node:fs/promises';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Seen } from './browser-page.ts';
import { find } from '../../../scripts/ensure-browsers.mjs';

const path = (url: string) => fileURLToPath(import.meta.resolve(url));

async function bundlePage(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path('./browser-page.ts')],
    bundle: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    logLevel: 'error',
  });
  return outputFiles[0]!.text;
}

let browser: Browser;
let server: Server;
let address: string;

beforeAll(async () => {
  const files: Record<string, [type: string, body: string]> = {
    '/': ['text/html', '<!doctype html><title>A page</title><script type="module" src="/page.js"></script>'],
    '/page.js': ['text/javascript', await bundlePage()],
    '/mockServiceWorker.js': ['text/javascript', await readFile(path('msw/mockServiceWorker.js'), 'utf8')],
  };
  server = createServer((request, response) => {
    const [type, body] = files[request.url ?? ''] ?? ['text/plain', ''];
    response.writeHead(body === '' ? 404 : 200, { 'content-type': type }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  browser = await chromium.launch({
    executablePath: find('chromium') ?? 'chromium',
    args: ['--disable-gpu', '--disable-quic', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

describe('a page under a service worker', () => {
  it.each(['live', 'whole'] as const)(
    'sees the mock and hears of changes, by a %s stream',
    async (streams) => {
      const page = await (await browser.newContext()).newPage();
      await page.goto(address);
      const seen = await page.evaluate(
        (streams) => (globalThis as unknown as { visit(how: string): Promise<Seen> }).visit(streams),
        streams,
      );
      expect(seen).toEqual({ listed: ['PO-2', 'PO-1'], statuses: ['processing', 'completed'] });
    },
  );
});
