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
}

/** Prints what 500 and 1,000,000 rows take. */
export async function printImporter(): Promise<void> {
  const page = await serveKit('number-importer', answerTo);
  const browser = await launchChromium();
  try {
    console.log('\nA file dropped onto <number-importer>, median of so many pages; of all tasks the longest');
    row('rows', 'pages', 'after ms', 'ms to review', 'longest task');
    for (const [rows, pages, pause] of [
      [500, 11, lookedFor],
      [500, 11, 0],
      [1_000_000, 3, lookedFor],
    ] as const) {
      const taken: Dropped[] = [];
      for (let count = 0; count < pages; count++) taken.push(await drop(browser, page, rows, pause));
      const longest = Math.max(...taken.map(({ longest }) => longest));
      row(
        rows.toLocaleString('en'),
        String(pages),
        String(pause),
        median(taken.map(({ painted }) => painted)).toFixed(0),
        longest === 0 ? 'below 50' : longest.toFixed(0),
      );
    }
    row('at most', '', '', '100 (500 rows)', '50');
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
        const tasks: number[] = [];
        const observer = new PerformanceObserver((list) =>
          tasks.push(...list.getEntries().map(({ duration }) => duration)),
        );
        observer.observe({ type: 'longtask' });
        const from = performance.now();
        root.querySelector('.drop')?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true }));
        while (!root.querySelector('.grid-row')) await frame();
        await frame();
        const painted = performance.now() - from;
        await new Promise((resolve) => setTimeout(resolve, 200)); // the observer is told a little later
        observer.disconnect();
        return { painted, longest: Math.max(0, ...tasks) };
      },
      { rows, pause },
    );
  } finally {
    await context.close();
  }
}

function answerTo(url: string): string | Buffer | undefined {
  const path = url.split('?')[0] as string;
  if (path.startsWith('/rows/')) return Buffer.from(numberRows(Number(path.slice(6))));
  return path in answers ? JSON.stringify(answers[path]) : undefined;
}
