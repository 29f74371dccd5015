import { chromeLauncher } from '@web/test-runner-chrome';
import * as puppeteer from 'puppeteer-core';
import { find } from '../../scripts/ensure-browsers.mjs';
import { reporters, shared } from './web-test-runner.config.mjs';

// Firefox speaks WebDriver BiDi by itself: no geckodriver.
export default {
  ...shared,
  reporters: reporters('firefox'),
  browsers: [
    chromeLauncher({
      puppeteer: puppeteer.default ?? puppeteer,
      launchOptions: { browser: 'firefox', executablePath: find('firefox') },
    }),
  ],
};
