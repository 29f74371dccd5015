import { webdriverLauncher } from '@web/test-runner-webdriver';
import { reporters, shared } from './web-test-runner.config.mjs';

// WebKitWebDriver (Debian: webkit2gtk-driver) must be running: scripts/with-webkit.mjs starts it under Xvfb.
export default {
  ...shared,
  reporters: reporters('webkit'),
  browserStartTimeout: 60_000,
  browsers: [
    webdriverLauncher({
      automationProtocol: 'webdriver',
      hostname: '127.0.0.1',
      port: Number(process.env.WEBKIT_DRIVER_PORT ?? 4455),
      path: '/',
      logLevel: 'error',
      capabilities: {
        browserName: 'MiniBrowser',
        'wdio:enforceWebDriverClassic': true,
        'webkitgtk:browserOptions': {
          binary: process.env.WEBKIT_PATH ?? '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
          args: ['--automation'],
        },
      },
    }),
  ],
};
