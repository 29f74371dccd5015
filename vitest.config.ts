import { defineConfig } from 'vitest/config';

/** One project for each place that has tests run by Node.js. */
const project = (name: string, root: string, more: object = {}) => ({
  test: { name, root, include: ['src/**/*.test.ts', 'test/**/*.test.ts'], ...more },
});

export default defineConfig({
  test: {
    // One more than the processors of a small machine: the servers and browsers of these tests are often waited for.
    maxWorkers: 3,
    projects: [
      project('core', 'packages/core'),
      project('server', 'packages/server', {
        globalSetup: ['test/global-setup.ts'],
        hookTimeout: 60_000,
        testTimeout: 20_000,
      }),
      project('msw', 'packages/msw', { hookTimeout: 60_000 }),
      // The tests beside its sources run in browsers.
      project('elements', 'packages/elements', { include: ['test/**/*.test.ts'] }),
      project('portal', 'examples/portal', {
        hookTimeout: 60_000,
        testTimeout: 60_000,
        // A busy machine may take seconds to answer for a page: a condition is waited for, not a moment.
        expect: { poll: { timeout: 15_000 } },
      }),
      project('repository', '.', { include: ['test/**/*.test.ts'] }),
    ],
  },
});
