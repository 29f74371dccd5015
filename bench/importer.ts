// Files dropped onto <number-importer> in a browser: how long until their review is painted, and how long the page
// could not answer meanwhile. A fresh page for each file.
import type { Browser } from 'playwright-core';
import { type KitPage, launchChromium, serveKit } from './kit-page.ts';
import { numberRows } from './number-rows.ts';
import { median, row } from './report.ts';

const account = { id: 'acme', name: 'Acme', level: 'business' };
const session = {
  user: { id: 'u-1', name: 'Ada Byron' },
  account: { ...account, timeZone: 'UTC' },
  permissions: ['numbers:view', 'numbers:add'],
  locale: 'en',
  expiresAt: '2099-01-01T00:00:00.000Z',
  policy: { retentionDays: 7, batchMaxRows: 1_000_000 },
  contact: {},
};
const answers: Readonly<Record<string, unknown>> = {
  '/v1/session': session,
  '/v1/numbers': { data: [], next: null, feed: 1 },
  '/v1/session/accounts': { data: [{ ...account, parent: null }], next: null },
};

/** Milliseconds from opening the tab within which nobody finds a file; 0 has all that waits for one still to come. */
const lookedFor = 500;

/** What came of one file, in milliseconds. */
interface Dropped {
  /** From the drop until the frame after the one with its first rows. */
  painted: number;
  /** The longest task of the page's own thread meanwhile; 0 where none took 50. */
  longest: number;
  /** The same while it was being saved, until somebody stopped that, and until all was there to download. */
  longestSaving: number;
}

/** Prints what 500 and 1,000,000 rows take. */
export async function printImporter(): Promise<void> {
  const page = await serveKit('number-importer', answerTo);
  const browser = await launchChromium();
  try {
    console.log('\nA file dropped onto <number-importer>, median of so many pages; of all tasks the longest');
    row('rows', 'pages', 'after ms', 'ms to review', 'longest task', 'later');
    for (const [rows, pages, pause] of [
      [500, 11, lookedFor],
      [500, 11, 0],
      [1_000_000, 3, lookedFor],
    ] as const) {
      const taken: Dropped[] = [];
      for (let count = 0; count < pages; count++) taken.push(await drop(browser, page, rows, pause));
      const words = (of: 'longest' | 'longestSaving') => {
        const longest = Math.max(...taken.map((one) => one[of]));
        return longest === 0 ? 'below 50' : longest.toFixed(0);
      };
      row(
        rows.toLocaleString('en'),
        String(pages),
        String(pause),
        median(taken.map(({ painted }) => painted)).toFixed(0),
        words('longest'),
        words('longestSaving'),
      );
    }
    row('at most', '', '', '100 (500 rows)', '50', '50');
    console.log('Later: saved, stopped after the first answer, and what was not added handed over as a file');
  } finally {
    await browser.close();
    page.close();
  }
}

async function drop(browser: Browser, { url }: KitPage, rows: number, pause: number): Promise<Dropped> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-US' });
  try {
    const tab = await context.newPage();
    await tab.goto(url);
    await tab.getByRole('tab', { name: 'Batch' }).click();
    await tab.locator('number-importer .drop').waitFor();
    return await tab.evaluate(
      async ({ rows, pause }) => {
        const bytes = await (await fetch(`/rows/${rows}`)).arrayBuffer();
        const root = document.querySelector('number-importer')?.shadowRoot as ShadowRoot;
        const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
        await new Promise((resolve) => setTimeout(resolve, pause));
        await frame();
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([bytes], 'numbers.csv', { type: 'text/csv' }));
        let tasks: number[] = [];
        const observer = new PerformanceObserver((list) =>
          tasks.push(...list.getEntries().map(({ duration }) => duration)),
        );
        observer.observe({ type: 'longtask' });
        const until = async (has: () => unknown) => {
          while (!has()) await frame();
        };
        const longestTask = async () => {
          await new Promise((resolve) => setTimeout(resolve, 200)); // the observer is told a little later
          const longest = Math.max(0, ...tasks);
          tasks = [];
          return longest;
        };
        const press = (selector: string) => root.querySelector<HTMLElement>(selector)?.click();
        const from = performance.now();
        root.querySelector('.drop')?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true }));
        await until(() => root.querySelector('.grid-row'));
        await frame();
        const painted = performance.now() - from;
        const longest = await longestTask();
        press('#confirm');
        press('.save');
        await until(() => root.querySelector('progress:not([value="0"]), .result-head'));
        press('.saving .acts .button');
        await until(() => root.querySelector('.result-head'));
        let isSaved = false;
        HTMLAnchorElement.prototype.click = () => void (isSaved = true);
        press('.download .button');
        await until(() => isSaved);
        return { painted, longest, longestSaving: await longestTask() };
      },
      { rows, pause },
    );
  } finally {
    await context.close();
  }
}

const begun = { id: 'i', account: 'acme', name: 'numbers.csv', next: 0, added: 0, rejected: 0 };

/** Adds all that it is sent. */
function added(body: string): unknown {
  const { rows } = JSON.parse(body) as { rows: { number: string; purpose: string }[] };
  const at = '2026-11-27T12:00:00.000Z';
  const stamps = { statusChangedAt: at, addedAt: at };
  const plain = { account: 'acme', status: 'approved', note: null, warning: null, order: null, version: 1 };
  const numbers = rows.map((row) => ({ id: row.number, ...row, ...plain, ...stamps }));
  return {
    id: 'b',
    added: numbers,
    rejected: [],
    totals: { rows: rows.length, added: rows.length, rejected: 0 },
  };
}

function answerTo(url: string, body: string): string | Buffer | undefined {
  const path = url.split('?')[0] as string;
  if (path.startsWith('/rows/')) return Buffer.from(numberRows(Number(path.slice(6))));
  if (path === '/v1/numbers/batches') return JSON.stringify(added(body));
  if (path.startsWith('/v1/numbers/imports'))
    return JSON.stringify({ ...begun, rows: 1_000_000, createdAt: '2026-11-27T12:00:00.000Z' });
  return path in answers ? JSON.stringify(answers[path]) : undefined;
}
