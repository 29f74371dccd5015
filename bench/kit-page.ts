// A page with widgets as they are shipped, served on this machine.
import { readFileSync } from 'node:fs';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { find } from '../scripts/ensure-browsers.mjs';

const cdn = fileURLToPath(new URL('../packages/elements/dist/cdn', import.meta.url));

/** A page that is served. */
export interface KitPage {
  url: string;
  close: () => void;
}

const pageWith = (tag: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8" /><title>${tag}</title>
<script type="module" src="/page.js"></script>
<numberdesk-portal base-url="/"><${tag}></${tag}></numberdesk-portal></html>`;

const scriptFor = (tag: string) => `import '/numberdesk-portal.js';
import '/${tag}.js';
document.querySelector('numberdesk-portal').fetchSession = async () =>
  ({ token: 'bench', expiresAt: '2099-01-01T00:00:00.000Z' });`;

/** Serves a page with one widget in a portal; `answer` says what its server answers, where it does. */
export async function serveKit(
  tag: string,
  answer: (url: string, body: string) => string | Buffer | undefined,
): Promise<KitPage> {
  const server = createServer(async (request, response) => {
    const { url = '/', method } = request;
    const path = url.split('?')[0] as string;
    if (path === '/') return void response.setHeader('content-type', 'text/html').end(pageWith(tag));
    if (path === '/v1/events') return void response.writeHead(200, { 'content-type': 'text/event-stream' });
    const answered = answer(url, method === 'POST' ? await text(request) : '');
    if (answered !== undefined)
      return void response.setHeader('content-type', 'application/json').end(answered);
    if (!/^\/(?:chunks\/)?[\w.-]+\.js$/.test(path)) return void response.writeHead(404).end();
    const body = path === '/page.js' ? scriptFor(tag) : readFileSync(cdn + path);
    response.setHeader('content-type', 'text/javascript').end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: urlOf(server), close: () => (server.closeAllConnections(), server.close()) };
}

const urlOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

/** The browser that pages are measured in. */
export const launchChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: find('chromium') ?? 'chromium',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
