import { setTimeout as pause } from 'node:timers/promises';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import { reporters, shared } from './web-test-runner.config.mjs';

const patience = 20_000;

/**
 * Once in a while WebKit's driver never answers that a page has been left, whose tests have told all they had to tell.
 * Then the next page gets a browser of its own; the driver's client would ask again, in the middle of other tests.
 */
function renewing(launcher) {
  const stopSession = launcher.stopSession.bind(launcher);
  launcher.stopSession = async (id) => {
    const left = stopSession(id);
    left.catch(() => undefined);
    const result = await Promise.race([left, pause(patience, null, { ref: false })]);
    if (result) return result;
    console.log('WebKit did not leave a page whose tests are over: it is started anew.');
    const { driver, pendingHeartbeat } = launcher;
    clearInterval(pendingHeartbeat);
    Object.assign(launcher, { driver: undefined, driverManager: undefined });
    await Promise.race([
      driver.deleteSession().catch(() => undefined),
      pause(patience, null, { ref: false }),
    ]);
    return {};
  };
  return launcher;
}

// WebKitWebDriver (Debian: webkit2gtk-driver) must be running: scripts/with-webkit.mjs starts it under Xvfb.
export default {
  ...shared,
  reporters: reporters('webkit'),
  browserStartTimeout: 60_000,
  browsers: [
    renewing(
      webdriverLauncher({
        automationProtocol: 'webdriver',
        hostname: '127.0.0.1',
        port: Number(process.env.WEBKIT_DRIVER_PORT ?? 4455),
        path: '/',
        logLevel: 'error',
        connectionRetryCount: 0,
        capabilities: {
          browserName: 'MiniBrowser',
          'wdio:enforceWebDriverClassic': true,
          'webkitgtk:browserOptions': {
            binary: process.env.WEBKIT_PATH ?? '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
            args: ['--automation'],
          },
        },
      }),
    ),
  ],
};
