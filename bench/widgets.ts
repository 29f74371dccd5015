// Tables with many orders in a browser, one page for each table and round, by turns.
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type LineFacts, type Order, completeLines, orderBody } from '@numberdesk/core/orders';
import { type Browser, type CDPSession, type Page, chromium } from 'playwright-core';
import { type ContestantEntry, contestantPage, floor, orderTable, peers } from './contestants.ts';
import { demoOrders } from './demo-orders.ts';
import { median, percentile } from './report.ts';
import { isFound } from './widgets/order-columns.ts';
import type {} from './widgets/page.ts';

/** What a table cost; what it cannot do at all is not a number. */
export interface WidgetFigures {
  /** Milliseconds from being given the orders to the first rows painted. */
  first: number;
  /** MiB of JavaScript heap after a collection, the orders themselves included. */
  heap: number;
  /** MiB of that which are not the orders nor the page's code. */
  ownHeap: number;
  /** Milliseconds of the main thread for a step of scrolling, the 95th percentile. */
  scroll: number;
  /** Milliseconds from telling of changes to one order in a hundred until that is painted. */
  update: number;
  /** Milliseconds from a key in the search field until what is found is painted. */
  key: number;
}

/** Figures of one table, the medians of all rounds. */
export interface MeasuredWidget {
  name: string;
  figures: WidgetFigures;
}

const viewport = { width: 1280, height: 800 };
const scrollSteps = 60;
const scrollPixels = 600;
const updates = 5;
/** A letter with which one name in six begins; the newest order is of somebody else. */
const letters = ['g', 'l', 'f', 'j', 'w', 'b'];

/** Measures all of them; `rounds` of each. */
export async function measureWidgets(count: number, rounds: number): Promise<MeasuredWidget[]> {
  const orders = benchOrders(count);
  const contestants = [floor, orderTable, ...peers];
  const taken = new Map(contestants.map((contestant) => [contestant, [] as WidgetFigures[]]));
  const browser = await chromium.launch({
    executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium',
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      // A frame is drawn as soon as it is ready, so that times are not rounded up to 60 Hz.
      '--disable-frame-rate-limit',
      '--disable-gpu-vsync',
    ],
  });
  try {
    const pages = new Map<ContestantEntry, Served>();
    for (const contestant of contestants)
      pages.set(contestant, await serve(await contestantPage(contestant), orders));
    try {
      const rowHeight = await ownRowHeight(browser, pages.get(orderTable) as Served);
      for (let round = 0; round < rounds; round++)
        for (const [contestant, { url }] of pages)
          taken.get(contestant)?.push(
            await measureOnce(browser, url, orders, rowHeight).catch((cause: unknown) => {
              throw new Error(`${contestant.name} could not be measured.`, { cause });
            }),
          );
    } finally {
      for (const { server } of pages.values()) server.close();
    }
  } finally {
    await browser.close();
  }
  return [...taken].map(([{ name }, all]) => ({ name, figures: medians(all) }));
}

/** Orders as a server shows them. */
export function benchOrders(count: number): Order[] {
  return [...demoOrders(count)].map((order) => {
    const { placedAt, confirmedAt = null } = order;
    const lines = completeLines(order.lines as LineFacts[], placedAt, { timeZone: 'UTC' });
    return orderBody({ ...order, confirmedAt, lines }, { version: 1 });
  });
}

interface Served {
  server: Server;
  url: string;
}

async function serve(files: Map<string, string | Uint8Array>, orders: readonly Order[]): Promise<Served> {
  const json = JSON.stringify(orders);
  const server = createServer(({ url = '/' }, response) => {
    const body = url === '/orders.json' ? json : files.get(url);
    const type = /\.(js|css|json)$/.exec(url)?.[1] ?? 'html';
    const types: Record<string, string> = {
      js: 'text/javascript',
      css: 'text/css',
      json: 'application/json',
    };
    response
      .writeHead(body === undefined ? 404 : 200, { 'content-type': types[type] ?? 'text/html' })
      .end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}

/** Work with a table in a page of its own that has the orders but not the table yet. */
async function inPage<T>(
  browser: Browser,
  url: string,
  work: (page: Page, session: CDPSession) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ viewport, locale: 'en-US', timezoneId: 'UTC' });
  try {
    const page = await context.newPage();
    const failures: Error[] = [];
    page.on('pageerror', (error) => failures.push(error));
    await page.goto(url);
    await page.evaluate(() => window.bench.load());
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'timeTicks' });
    const result = await work(page, session);
    if (failures[0]) throw failures[0];
    return result;
  } finally {
    await context.close();
  }
}

/** How high the rows of our own table are, so that the others show as many. */
function ownRowHeight(browser: Browser, { url }: Served): Promise<number> {
  return inPage(browser, url, (page) =>
    page.evaluate(async () => {
      await window.bench.mount(0);
      return window.bench.rowHeight();
    }),
  );
}

function measureOnce(
  browser: Browser,
  url: string,
  orders: readonly Order[],
  rowHeight: number,
): Promise<WidgetFigures> {
  return inPage(browser, url, async (page, session) => {
    const before = await heap(session);
    const first = await page.evaluate((height) => window.bench.mount(height), rowHeight);
    const after = await heap(session);
    const times: number[] = [];
    for (let count = 0; count < updates; count++)
      times.push(await page.evaluate((quantity) => window.bench.update(quantity), 701 + count));
    const key = await keys(page, orders);
    const scroll = await scrollCost(page, session);
    return { first, heap: after, ownHeap: after - before, scroll, update: median(times), key };
  });
}

async function heap(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize / 1024 / 1024;
}

/** A letter, and its deletion, over and over: each puts other orders in the place of those that were there. */
async function keys(page: Page, orders: readonly Order[]): Promise<number> {
  if (!(await page.evaluate(() => window.bench.focusSearch()))) return NaN;
  const newest = orders.at(-1)?.number ?? '';
  const times: number[] = [];
  const press = async (key: string, shown: string, gone: string | null): Promise<void> => {
    await page.evaluate(([shown, gone]) => window.bench.awaitKey(shown, gone), [shown, gone] as const);
    await page.keyboard.press(key);
    times.push(await page.evaluate(() => window.bench.keyTime()));
  };
  for (const letter of letters) {
    const found = orders.findLast((order) => isFound(order, letter))?.number ?? '';
    if (found === newest) continue;
    await press(letter, found, newest);
    await press('Backspace', newest, null);
  }
  return median(times);
}

/** What the main thread does in each step; a table that ends before the last step has not been measured. */
async function scrollCost(page: Page, session: CDPSession): Promise<number> {
  const below = await page.evaluate(() => window.bench.findScroller());
  if (below < scrollSteps * scrollPixels) return NaN;
  const steps: number[] = [];
  for (let step = 0; step < scrollSteps; step++) {
    const before = await taskMilliseconds(session);
    await page.evaluate((pixels) => window.bench.scroll(pixels), scrollPixels);
    steps.push((await taskMilliseconds(session)) - before);
    if (step % 20 === 19 && (await page.evaluate(() => window.bench.rowsSeen())) < 3)
      throw new Error('The table shows no rows where it has been scrolled to.');
  }
  return percentile(steps, 0.95);
}

async function taskMilliseconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN);
}

function medians(all: readonly WidgetFigures[]): WidgetFigures {
  const of = (figure: keyof WidgetFigures) => median(all.map((figures) => figures[figure]));
  return {
    first: of('first'),
    heap: of('heap'),
    ownHeap: of('ownHeap'),
    scroll: of('scroll'),
    update: of('update'),
    key: of('key'),
  };
}
