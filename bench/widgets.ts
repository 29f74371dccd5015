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
import { find } from '../scripts/ensure-browsers.mjs';

/** What a table cost, in milliseconds and MiB; what it cannot do at all is not a number. */
export interface WidgetFigures {
  /** From being given the orders to the first rows painted. */
  first: number;
  /** From telling of changes to one order in a hundred until that is painted. */
  update: number;
  /** From a key in the search field until what is found is painted. */
  key: number;
  /** What the main thread did for the first rows, until they were painted. */
  firstWork: number;
  /** What it did for an update. */
  updateWork: number;
  /** What it did for a key. */
  keyWork: number;
  /** What it did for a step of scrolling, the 95th percentile. */
  scrollWork: number;
  /** JavaScript heap after a collection, the orders themselves included. */
  heap: number;
  /** What of that is neither the orders nor the page's code. */
  ownHeap: number;
}

/** Figures of one table, the medians of all rounds. */
export interface MeasuredWidget {
  name: string;
  figures: WidgetFigures;
}

const viewport = { width: 1280, height: 800 };
const scrollSteps = 60;
const scrollPixels = 600;
const updates = 15;
/** A letter with which one name in six begins; the newest order is of somebody else. */
const letters = ['g', 'l', 'f', 'j', 'w', 'b'];

/** Measures all of them; `rounds` of each. */
export async function measureWidgets(count: number, rounds: number): Promise<MeasuredWidget[]> {
  const orders = benchOrders(count);
  const contestants = [floor, orderTable, ...peers];
  const taken = new Map(contestants.map((contestant) => [contestant, [] as WidgetFigures[]]));
  const browser = await chromium.launch({
    executablePath: find('chromium') ?? 'chromium',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
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
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
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
    const first = await worked(session, () =>
      page.evaluate((height) => window.bench.mount(height), rowHeight),
    );
    const after = await heap(session);
    const update: Timed[] = [];
    for (let count = 0; count < updates; count++)
      update.push(
        await worked(session, () => page.evaluate((quantity) => window.bench.update(quantity), 701 + count)),
      );
    const key = await keys(page, session, orders);
    return {
      first: first.time,
      firstWork: first.work,
      ...{
        update: median(update.map(({ time }) => time)),
        updateWork: median(update.map(({ work }) => work)),
      },
      ...{ key: median(key.map(({ time }) => time)), keyWork: median(key.map(({ work }) => work)) },
      scrollWork: percentile(await scrollWork(page, session), 0.95),
      heap: after,
      ownHeap: after - before,
    };
  });
}

async function heap(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize / 1024 / 1024;
}

interface Timed {
  time: number;
  work: number;
}

/** What the main thread does meanwhile, whoever it is for: scripts, styles, layout, painting, collections. */
async function worked(session: CDPSession, act: () => Promise<number>): Promise<Timed> {
  const before = await taskMilliseconds(session);
  const time = await act();
  return { time, work: (await taskMilliseconds(session)) - before };
}

async function taskMilliseconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN);
}

/** A letter, and its deletion, over and over: each puts other orders in the place of those that were there. */
async function keys(page: Page, session: CDPSession, orders: readonly Order[]): Promise<Timed[]> {
  if (!(await page.evaluate(() => window.bench.focusSearch()))) return [];
  const newest = orders.at(-1)?.number ?? '';
  const press = async (key: string, shown: string, gone: string | null): Promise<Timed> => {
    await page.evaluate(([shown, gone]) => window.bench.awaitKey(shown, gone), [shown, gone] as const);
    return worked(session, async () => {
      await page.keyboard.press(key);
      return page.evaluate(() => window.bench.keyTime());
    });
  };
  const all: Timed[] = [];
  for (const letter of letters) {
    const found = orders.findLast((order) => isFound(order, letter))?.number ?? '';
    all.push(await press(letter, found, newest), await press('Backspace', newest, null));
  }
  return all;
}

/** What each step of scrolling takes; a table that ends before the last step has not been measured. */
async function scrollWork(page: Page, session: CDPSession): Promise<number[]> {
  const below = await page.evaluate(() => window.bench.findScroller());
  if (below < scrollSteps * scrollPixels) return [];
  const steps: number[] = [];
  for (let step = 1; step <= scrollSteps; step++) {
    const before = await taskMilliseconds(session);
    await page.evaluate((pixels) => window.bench.scroll(pixels), scrollPixels);
    steps.push((await taskMilliseconds(session)) - before);
    if (step % 20 === 0 && (await page.evaluate(() => window.bench.rowsSeen())) < 3)
      throw new Error('It shows no rows where it has been scrolled to.');
  }
  return steps;
}

function medians(all: readonly WidgetFigures[]): WidgetFigures {
  const names = Object.keys(all[0] ?? {}) as (keyof WidgetFigures)[];
  const each = names.map((name) => [name, median(all.map((figures) => figures[name]))]);
  return Object.fromEntries(each) as WidgetFigures;
}
