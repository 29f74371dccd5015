import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter, summaryReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { find } from '../../scripts/ensure-browsers.mjs';
import { countReporter } from '../../scripts/wtr-count-reporter.mjs';
import { countingOwnSources, serveBundle } from './test-bundle.mjs';

const require = createRequire(import.meta.url);
const mswWorker = join(dirname(require.resolve('msw/package.json')), 'lib/mockServiceWorker.js');
const chromium = find('chromium');

/** Whoever stays with the tests changes the sources: those are then served one by one. */
const isBundled = !process.argv.some((argument) => /^--(?:watch|manual|open)$/.test(argument));

/** Flags for a Chromium on a machine with no way out (CI, containers). */
const chromiumArgs = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

/** A port that nobody has: two runs that look for one at the same moment find the same. */
const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

export const shared = {
  port: await freePort(),
  files: 'src/**/*.test.ts',
  // pnpm's links lead to the workspace root.
  rootDir: '../../',
  nodeResolve: { exportConditions: ['production', 'browser'] },
  // One page at a time: a page in the background gets neither focus events nor frames.
  concurrency: 1,
  middleware: [
    ...(isBundled ? [serveBundle] : []),
    async function serveMswWorker(context, next) {
      if (context.path !== '/mockServiceWorker.js') return next();
      context.type = 'application/javascript';
      context.set('Service-Worker-Allowed', '/');
      context.set('Cache-Control', 'no-store');
      context.body = await readFile(mswWorker, 'utf8');
    },
  ],
  plugins: [
    {
      name: 'papaparse-as-a-module',
      transform({ path, body }) {
        if (!path.endsWith('/papaparse/papaparse.js')) return undefined;
        // Bundlers do this for whoever ships it; a browser cannot import what is written for Node.js.
        return `const module = { exports: {} }; const { exports } = module; ${body}; export default module.exports;`;
      },
    },
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)),
    }),
  ],
  testFramework: { config: { ui: 'bdd', timeout: 20_000 } },
  // A browser that starts beside others takes its time.
  testsStartTimeout: 60_000,
  testsFinishTimeout: 120_000,
};

export const reporters = (name) => [
  summaryReporter(),
  defaultReporter({ reportTestResults: true, reportTestProgress: false }),
  countReporter(name),
];

const chromiumLauncher = chromeLauncher({
  launchOptions: { ...(chromium ? { executablePath: chromium } : {}), args: chromiumArgs },
});

export default {
  ...shared,
  reporters: reporters('chromium'),
  browsers: [isBundled ? countingOwnSources(chromiumLauncher) : chromiumLauncher],
  // `npm run coverage` asks for it: counting takes as long again as the tests.
  coverageConfig: {
    include: ['**/packages/elements/src/**'],
    exclude: ['**/*.test.ts'],
    reportDir: 'coverage',
    reporters: ['text-summary', 'lcovonly'],
    threshold: { statements: 80, branches: 80, functions: 80, lines: 80 },
  },
};
