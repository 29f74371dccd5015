import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type PortalProcess, readyFolder, startPortal } from './portal-process.ts';

/** One portal and one browser for all tests of a file. */
export interface Stage {
  /** Where the portal is; known once a test runs. */
  readonly url: string;
  readonly browser: Browser;
}

/** Starts both before the tests of a file, and ends both after them. */
export function setStage(env: Record<string, string> = {}): Stage {
  let portal: PortalProcess | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    [portal, browser] = await Promise.all([
      readyFolder().then((folder) => startPortal({ NUMBERDESK_DATA: folder, ...env })),
      launchBrowser(),
    ]);
  });
  afterAll(async () => {
    await browser?.close();
    await portal?.stop();
  });
  return {
    get url() {
      return portal?.url ?? '';
    },
    get browser() {
      return browser as Browser;
    },
  };
}
