// npm test: everything, one step after the other, with times and one closing line that counts the tests.
//   BROWSERS=chromium,firefox,webkit   the browsers of the elements' suite (chromium unless given)
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const results = fileURLToPath(new URL('../test-results/', import.meta.url));
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const browsers = (process.env.BROWSERS ?? 'chromium').split(',');
const vitest = [
  'exec',
  'vitest',
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${results}unit.json`,
];
/** A step whose failure makes the rest meaningless is `needed`; one that writes counts is `counted`. */
const steps = [
  { name: 'browsers', command: ['node', 'scripts/ensure-browsers.mjs'], needed: true },
  { name: 'format', command: ['pnpm', 'exec', 'prettier', '--check', '--log-level', 'warn', '.'] },
  { name: 'lint', command: ['pnpm', 'run', 'lint'] },
  { name: 'types', command: ['pnpm', 'run', 'typecheck'] },
  { name: 'build', command: ['pnpm', 'run', 'build:all'], needed: true },
  { name: 'unit, server and portal', command: ['pnpm', ...vitest], counts: ['unit'] },
  ...browsers.map((browser) => ({
    name: `elements in ${browser}`,
    command: [
      'pnpm',
      '--filter',
      '@numberdesk/elements',
      'run',
      browser === 'chromium' ? 'test' : `test:${browser}`,
    ],
    counts: [`wtr-${browser}`],
  })),
  { name: 'packages', command: ['node', 'scripts/check-packages.mjs'] },
  { name: 'docs', command: ['pnpm', 'run', 'docs:all'] },
];

const total = { passed: 0, failed: 0, skipped: 0 };
const broken = [];

/** Reads what a runner counted; a runner that left no count has failed. */
function count(file) {
  try {
    const found = JSON.parse(readFileSync(`${results}${file}.json`, 'utf8'));
    total.passed += found.passed ?? found.numPassedTests;
    total.failed += found.failed ?? found.numFailedTests;
    total.skipped += found.skipped ?? found.numPendingTests + found.numTodoTests;
  } catch {
    total.failed++;
  }
}

const started = performance.now();
const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;
for (const { name, command, needed, counts = [] } of steps) {
  console.log(`\n▶ ${name}`);
  const from = performance.now();
  const failedBefore = total.failed;
  const [program, ...args] = command;
  const env = { ...process.env, TEST_RESULTS: results };
  const { status } = spawnSync(program, args, { stdio: 'inherit', env, shell: process.platform === 'win32' });
  counts.forEach(count);
  console.log(`${status === 0 ? '✔' : '✘'} ${name} ${seconds(from)}`);
  if (status === 0) {
    if (counts.length === 0) total.passed++; // a check is one test
    continue;
  }
  broken.push(name);
  if (total.failed === failedBefore) total.failed++;
  if (needed) break;
}

if (broken.length > 0) console.log(`\nNot right: ${broken.join(', ')}`);
console.log(`\nIn ${seconds(started)}:`);
console.log(
  `${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`,
);
process.exit(total.failed ? 1 : 0);
