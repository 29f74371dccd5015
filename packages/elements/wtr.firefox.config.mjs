import { chromeLauncher } from '@web/test-runner-chrome';
import * as puppeteer from 'puppeteer-core';
import { find } from '../../scripts/ensure-browsers.mjs';
import { reporters, shared, unheeded } from './web-test-runner.config.mjs';

/** Nobody looks, and each picture of the page, and of the window around it, is painted by software. */
const framesPerSecond = 10;

// Firefox speaks WebDriver BiDi by itself: no geckodriver.
export default {
  ...shared,
  reporters: reporters('firefox'),
  browsers: [
    chromeLauncher({
      puppeteer: puppeteer.default ?? puppeteer,
      launchOptions: {
        browser: 'firefox',
        executablePath: find('firefox'),
        ...unheeded,
        extraPrefsFirefox: { 'layout.frame_rate': framesPerSecond },
      },
    }),
  ],
};
