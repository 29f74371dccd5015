import { createClient } from '@numberdesk/core';
import { createSession } from '@numberdesk/core/backend';
import { createServer } from '@numberdesk/server';
import { Hono } from 'hono';
import { answer, json, page, refusal } from './answers.ts';
import { buildAssets } from './assets.ts';
import type { PortalConfig } from './config.ts';
import { loadSeeds } from './load-seeds.ts';
import { readChoices } from './pages/choices.ts';
import { customerPage } from './pages/customer/page.ts';
import { deskPage } from './pages/desk/page.ts';
import { isForLoopback, isSameOrigin } from './origin.ts';
import { clerk, customers } from './roles.ts';

/** The key that opens a server in demo mode; a real one is kept like a password. It never reaches a page. */
const secretKey = 'sk_demo';

export interface Portal {
  fetch: (request: Request) => Response | Promise<Response>;
  close: () => Promise<void>;
}

export interface OpenPortalOptions {
  now?: () => number;
  signal?: AbortSignal;
  onProgress?: (done: number) => void;
}

/** Opens the reseller's portal: its pages, its sessions, and Numberdesk's server inside the same process. */
export async function openPortal(
  { databaseUrl, dataDir, demoOrders }: PortalConfig,
  {
    now = Date.now,
    signal = new AbortController().signal,
    onProgress = () => undefined,
  }: OpenPortalOptions = {},
): Promise<Portal> {
  const assets = await buildAssets();
  const numberdesk = await createServer({
    ...(databaseUrl ? { databaseUrl } : { dataDir }),
    demo: true,
    now,
  });
  // The portal's own calls stay inside the process; elsewhere, `baseUrl` alone would say where the server is.
  const api = {
    baseUrl: 'http://numberdesk.internal/',
    secretKey,
    fetch: async (input: RequestInfo | URL, init?: RequestInit) => numberdesk.fetch(new Request(input, init)),
  };
  await loadSeeds(createClient(api), { count: demoOrders, now, signal, onProgress });

  const app = new Hono();
  app.use(async ({ req }, next) => (isForLoopback(req.raw) ? next() : refusal(421, 'This portal is local.')));
  app.get('/', ({ req }) => page(customerPage(readChoices(new URL(req.url).searchParams))));
  app.get('/desk', ({ req }) => page(deskPage(readChoices(new URL(req.url).searchParams))));
  app.post('/session', async ({ req }) => {
    if (!isSameOrigin(req.raw)) return refusal(403, 'Only this portal may ask.');
    const { role } = readChoices(new URLSearchParams(await req.json()));
    return json(await createSession({ ...api, ...customers[role], origins: [new URL(req.url).origin] }));
  });
  app.post('/desk/session', async ({ req }) => {
    if (!isSameOrigin(req.raw)) return refusal(403, 'Only this portal may ask.');
    return json(await createSession({ ...api, ...clerk, origins: [new URL(req.url).origin] }));
  });
  app.mount('/numberdesk', numberdesk.fetch);
  app.get('*', ({ req }) => {
    const asset = assets.get(req.path);
    return asset ? answer(asset.type, asset.body) : refusal(404, 'There is no such page.');
  });
  return { fetch: app.fetch, close: () => numberdesk.close() };
}
