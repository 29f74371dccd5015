import { createClient } from '@numberdesk/core';
import type { EmbedSessionInput } from '@numberdesk/core/access';
import { createSession } from '@numberdesk/core/backend';
import { createServer } from '@numberdesk/server';
import { Hono } from 'hono';
import { answer, json, letter, page, refusal } from './answers.ts';
import { buildAssets } from './assets.ts';
import type { PortalConfig } from './config.ts';
import { clockSteps, demoClock } from './demo-clock.ts';
import { loadSeeds } from './load-seeds.ts';
import { readChoices } from './pages/choices.ts';
import {
  addNumbersPage,
  customerPage,
  numbersPage,
  orderPage,
  portOutPage,
  portOutsPage,
} from './pages/customer/page.ts';
import { deskPage } from './pages/desk/page.ts';
import { mailboxPage } from './pages/mailbox/page.ts';
import { portingPage } from './pages/porting/page.ts';
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
  /** Where the portal is to be found. */
  origin?: string;
  /** Cuts the opening short. */
  signal?: AbortSignal;
  /** Told how many demonstration orders are in. */
  onProgress?: (done: number) => void;
  /** Told when the server cannot go on: end this process. */
  onFatal?: (error: Error) => void;
}

/** Opens the reseller's portal: its pages, its sessions, and Numberdesk's server inside the same process. */
export async function openPortal(config: PortalConfig, options: OpenPortalOptions = {}): Promise<Portal> {
  const { origin = 'http://127.0.0.1:4870', signal, onProgress, onFatal = () => undefined } = options;
  const clock = demoClock(options.clock ?? Date.now, 'America/New_York');
  const assets = await buildAssets();
  const numberdesk = await createServer({
    databaseUrl: config.databaseUrl,
    dataDir: config.dataDir,
    basePath: '/numberdesk',
    demo: { tenantName: 'Northwind Voice' },
    log: (record) => record.level === 'error' && console.error(JSON.stringify(record)),
    clock: clock.now,
    onFatal,
  });
  // The portal's own calls stay inside the process; elsewhere, `baseUrl` alone would say where the server is.
  const door = {
    baseUrl: 'http://numberdesk.internal/numberdesk',
    fetch: (input: RequestInfo | URL, init?: RequestInit) => numberdesk.fetch(new Request(input, init)),
  };
  const api = { ...door, secretKey };
  try {
    const as = (person: Omit<EmbedSessionInput, 'origins'>) =>
      createClient({
        ...door,
        fetchSession: () => createSession({ ...api, ...person, origins: [origin] }),
      });
    const people = { owner: createClient(api), customer: as(customers.admin), desk: as(clerk) };
    await loadSeeds(people, { count: config.demoOrders, clock: clock.now, origin, signal, onProgress });
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
  app.get('/portouts', ({ req }) => page(portOutsPage(choices(req))));
  app.get('/portouts/:id', ({ req }) => page(portOutPage(choices(req), req.param('id'))));
  app.get('/clock', () => json({ ahead: clock.ahead }));
  app.get('/desk', ({ req }) => page(deskPage(choices(req))));
  app.get('/desk/numbers', ({ req }) => page(vettingPage(choices(req))));
  app.get('/desk/portouts', ({ req }) => page(portingPage(choices(req))));
  app.get('/desk/mail', async ({ req }) =>
    page(mailboxPage(choices(req), await numberdesk.mailbox({ secretKey }))),
  );
  app.get('/desk/mail/:id', async ({ req }) => {
    const mails = await numberdesk.mailbox({ secretKey });
    const mail = mails.find(({ id }) => id === req.param('id'));
    return mail ? letter(mail.html) : refusal(404, 'There is no such mail.');
  });
  app.post('/desk/clock', async ({ req }) => {
    if (!isSameOrigin(req.raw)) return refusal(403, 'Only this portal may ask.');
    const { step } = (await req.json()) as { step: string };
    const known = clockSteps.find((name) => name === step);
    if (!known) return refusal(422, `The clock goes on by one of: ${clockSteps.join(', ')}.`);
    clock.forward(known);
    return json({ ahead: clock.ahead });
  });
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
