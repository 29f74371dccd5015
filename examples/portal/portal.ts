import { createClient } from '@numberdesk/core';
import { createSession } from '@numberdesk/core/backend';
import { createServer } from '@numberdesk/server';
import { Hono } from 'hono';
import { answer, json, page, refusal } from './answers.ts';
import { buildAssets } from './assets.ts';
import type { PortalConfig } from './config.ts';
import { loadSeeds } from './load-seeds.ts';
import { readChoices } from './pages/choices.ts';
import { addNumbersPage, customerPage, numbersPage, orderPage } from './pages/customer/page.ts';
import { deskPage } from './pages/desk/page.ts';
import { vettingPage } from './pages/vetting/page.ts';
import { isForLoopback, isSameOrigin } from './origin.ts';
import { clerk, customers } from './roles.ts';

/** The key that opens a server in demo mode; a real one is kept like a password. It never reaches a page. */
const secretKey = 'sk_demo';

export interface Portal {
  fetch: (request: Request) => Response | Promise<Response>;
  close: () => Promise<void>;
}

export interface OpenPortalOptions {
  clock?: () => number;
  /** Cuts the opening short. */
  signal?: AbortSignal;
  /** Told how many demonstration orders are in. */
  onProgress?: (done: number) => void;
  /** Told when the server cannot go on: end this process. */
  onFatal?: (error: Error) => void;
}

/** Opens the reseller's portal: its pages, its sessions, and Numberdesk's server inside the same process. */
export async function openPortal(config: PortalConfig, options: OpenPortalOptions = {}): Promise<Portal> {
  const { clock = Date.now, signal, onProgress, onFatal = () => undefined } = options;
  const assets = await buildAssets();
  const numberdesk = await createServer({
    databaseUrl: config.databaseUrl,
    dataDir: config.dataDir,
    basePath: '/numberdesk',
    demo: { tenantName: 'Northwind Voice' },
    log: (record) => record.level === 'error' && console.error(JSON.stringify(record)),
    clock,
    onFatal,
  });
  // The portal's own calls stay inside the process; elsewhere, `baseUrl` alone would say where the server is.
  const api = {
    baseUrl: 'http://numberdesk.internal/numberdesk',
    secretKey,
    fetch: (input: RequestInfo | URL, init?: RequestInit) => numberdesk.fetch(new Request(input, init)),
  };
  try {
    await loadSeeds(createClient(api), { count: config.demoOrders, clock, signal, onProgress });
  } catch (error) {
    await numberdesk.close();
    throw error;
  }

  const app = new Hono();
  app.use(async ({ req }, next) => (isForLoopback(req.raw) ? next() : refusal(421, 'This portal is local.')));
  app.onError((error) => {
    console.error(error);
    return refusal(500, 'Something failed here: the terminal says what.');
  });
  const choices = ({ url }: { url: string }) => readChoices(new URL(url).searchParams);
  app.get('/', ({ req }) => page(customerPage(choices(req))));
  app.get('/orders/:number', ({ req }) => page(orderPage(choices(req), req.param('number'))));
  app.get('/numbers', ({ req }) => page(numbersPage(choices(req))));
  app.get('/numbers/add', ({ req }) => page(addNumbersPage(choices(req))));
  app.get('/desk', ({ req }) => page(deskPage(choices(req))));
  app.get('/desk/numbers', ({ req }) => page(vettingPage(choices(req))));
  app.post('/session', async ({ req }) => {
    if (!isSameOrigin(req.raw)) return refusal(403, 'Only this portal may ask.');
    const { role } = readChoices(new URLSearchParams(await req.json()));
    return json(await createSession({ ...api, ...customers[role], origins: [new URL(req.url).origin] }));
  });
  app.post('/desk/session', async ({ req }) => {
    if (!isSameOrigin(req.raw)) return refusal(403, 'Only this portal may ask.');
    return json(await createSession({ ...api, ...clerk, origins: [new URL(req.url).origin] }));
  });
  app.all('/numberdesk/*', ({ req }) => numberdesk.fetch(req.raw));
  app.get('*', ({ req }) => {
    const asset = assets.get(req.path);
    return asset ? answer(asset.type, asset.body) : refusal(404, 'There is no such page.');
  });
  return { fetch: app.fetch, close: () => numberdesk.close() };
}
