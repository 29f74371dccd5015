// The lists over a server: how long from a page that has loaded everything until the first page of 50 rows is painted,
// and what its main thread did for that. What the server says was said by one of ours, and is said again without it.
import { createClient } from '@numberdesk/core';
import { createServer } from '@numberdesk/server';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { demoAccount, demoOrders, readerOf } from './demo-orders.ts';
import { type KitPage, launchChromium, serveKit } from './kit-page.ts';
import { median, row } from './report.ts';

const rows = 50;
const pages = 11;
const now = Date.parse('2026-11-23T12:00:00.000Z');
/** What all others are beside. */
const lists = ['order-table', 'number-table', 'portout-list'] as const;
const base = 'http://bench.test';

/** Prints the figures of each list beside those of the orders. */
export async function printLists(): Promise<void> {
  const said = await whatIsSaid();
  const browser = await launchChromium();
  const taken = new Map(lists.map((tag) => [tag, [] as Taken[]]));
  const served: KitPage[] = [];
  try {
    for (const tag of lists) served.push(await serveKit(tag, said));
    for (let page = 0; page < pages; page++)
      for (const [index, tag] of lists.entries())
        taken.get(tag)?.push(await open(browser, (served[index] as KitPage).url, tag));
  } finally {
    await browser.close();
    for (const { close } of served) close();
  }
  console.log(`\nA list of ${rows} rows of a server in Chromium, median of ${pages} pages by turns`);
  row('', 'ms to rows', '× orders', 'ms of work', '× orders');
  const figures = lists.map((tag) => {
    const all = taken.get(tag) ?? [];
    return [median(all.map(({ painted }) => painted)), median(all.map(({ work }) => work))] as const;
  });
  for (const [index, [painted, work]] of figures.entries()) {
    const [paintedOrders, workOrders] = figures[0] as readonly [number, number];
    const beside = [painted, painted / paintedOrders, work, work / workOrders];
    row(`<${lists[index]}>`, ...beside.map((figure, at) => figure.toFixed(at % 2 ? 2 : 1)));
  }
}

/** Milliseconds until the rows are painted, and what the main thread did for them. */
interface Taken {
  painted: number;
  work: number;
}

/** Opens a list in a page that has its files: what is measured is what it does once it is on the page. */
async function open(browser: Browser, url: string, tag: string): Promise<Taken> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-US' });
  try {
    const page = await context.newPage();
    await page.clock.setFixedTime(now);
    await page.goto(url);
    await page.locator(`${tag} tbody[data-key]`).first().waitFor();
    await page.waitForLoadState('networkidle', { timeout: 2000 }).catch(() => undefined);
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const before = await worked(session);
    const painted = await paintAnew(page, tag);
    return { painted, work: (await worked(session)) - before };
  } finally {
    await context.close();
  }
}

/** Puts another list into the place of the one that is there. */
const paintAnew = (page: Page, tag: string): Promise<number> =>
  page.evaluate(async (tag) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const list = document.createElement(tag);
    const from = performance.now();
    document.querySelector(tag)?.replaceWith(list);
    while (!list.shadowRoot?.querySelector('tbody[data-key]')) await frame();
    await frame();
    return performance.now() - from;
  }, tag);

async function worked(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN);
}

/** Asks a server with as many orders, numbers and requests as a page has, and keeps what it says to the lists. */
async function whatIsSaid(): Promise<(url: string) => string | undefined> {
  const server = await createServer({ demo: true, clock: () => now, log: () => undefined });
  const fetch = (input: RequestInfo | URL, init?: RequestInit) => server.fetch(new Request(input, init));
  const client = createClient({ baseUrl: base, secretKey: 'sk_demo', fetch });
  try {
    await client.access.putAccount(demoAccount);
    for (const order of demoOrders(rows)) await client.orders.backfill(order);
    const last = (index: number) => String(index).padStart(4, '0');
    for (let index = 0; index < rows; index++) {
      await client.numbers.add({
        account: demoAccount.id,
        number: `312777${last(index)}`,
        purpose: 'Survey',
      });
      await client.portouts.record(portOut(index, `+1502333${last(index)}`));
    }
    const token = await readerOf(client, base);
    const ask = async (path: string) =>
      (await fetch(`${base}/v1/${path}`, { headers: { authorization: `Bearer ${token}` } })).text();
    const answers: Record<string, string> = {
      '/v1/session': await ask('session'),
      '/v1/session/accounts': await ask('session/accounts'),
      '/v1/orders': await ask('orders?view=active&sort=-number&limit=50'),
      '/v1/numbers': await ask('numbers?limit=50'),
      '/v1/portouts': await ask('portouts?limit=50'),
    };
    return (url) => answers[url.split('?')[0] as string];
  } finally {
    await server.close();
  }
}

const portOut = (index: number, number: string) => ({
  request: `PO_${600_000 + index}`,
  account: demoAccount.id,
  receivedAt: new Date(now - index * 3_600_000).toISOString(),
  portType: 'non-simple' as const,
  requestedFocDate: '2026-12-04',
  numbers: [number],
  submitted: { accountNumber: String(1000 + index) },
});
