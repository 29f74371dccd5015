import { type Browser, type BrowserContextOptions, type Page, chromium } from 'playwright-core';
import { onTestFinished } from 'vitest';

const args = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium',
    args: process.getuid?.() === 0 ? ['--no-sandbox', ...args] : args,
  });
}

/** A page that takes down everything that goes wrong in it. */
export interface WatchedPage {
  page: Page;
  /** Violations of the policy, errors and warnings, in the order in which they came. */
  problems: string[];
}

/** Opens a page in a window of its own, as another person would; it is closed when the test is over, or it would go on living. */
export async function openPage(
  { browser }: { browser: Browser },
  url: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()))
      problems.push(`console: ${message.text()} ${message.location().url}`);
  });
  await page.exposeFunction('numberdeskTestProblem', (text: string) => problems.push(text));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      const tell = (globalThis as unknown as { numberdeskTestProblem: (text: string) => void })
        .numberdeskTestProblem;
      tell(`policy: ${violatedDirective} ${blockedURI} ${sample}`);
    });
  });
  await page.goto(url);
  return { page, problems };
}

/** The order as the customer sees it. */
export const rowOf = (page: Page, number: string) => page.locator(`order-table tbody[data-key="${number}"]`);

/** The order as the desk shows it. */
export const cardOf = (page: Page, number: string) => page.locator('#desk article', { hasText: number });
