import { type Browser, type BrowserContext, type Page, chromium } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { find } from '../../../scripts/ensure-browsers.mjs';

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
    executablePath: find('chromium') ?? 'chromium',
    args: process.getuid?.() === 0 ? ['--no-sandbox', ...args] : args,
  });
}

/** A page that takes down everything that goes wrong in it. */
export interface WatchedPage {
  page: Page;
  /** Violations of the policy, errors and warnings, in the order in which they came. */
  problems: string[];
}

/**
 * Opens a page, as another person would: the portal keeps nothing of anybody but in the address, so all share one
 * profile, for one of its own takes a second to make. It is closed when the test is over, or it would go on living.
 */
export async function openPage(
  { browser }: { browser: Browser },
  url: string,
  viewport = { width: 1280, height: 900 },
): Promise<WatchedPage> {
  const context = browser.contexts()[0] ?? (await browser.newContext());
  const page = await context.newPage();
  onTestFinished(() => leave(context));
  await page.setViewportSize(viewport);
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

/** Closes what a test has opened; another may close it as well. */
async function leave(context: BrowserContext): Promise<void> {
  await Promise.all(context.pages().map((page) => page.close()));
  await context.clearCookies();
}

/** The order as the customer sees it. */
export const rowOf = (page: Page, number: string) => page.locator(`order-table tbody[data-key="${number}"]`);

/** The order as the desk shows it. */
export const cardOf = (page: Page, number: string) => page.locator('#desk article', { hasText: number });

/** How far a page reaches beyond the window at most, in a wide one, a tablet's and a phone's, without leaving it. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  for (const width of [1280, 768, 360]) {
    await page.setViewportSize({ width, height: 800 });
    const beyond = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    await expect.poll(beyond, { message: `${page.url()}, ${width} wide` }).toBeLessThanOrEqual(0);
  }
}
