// npm test: everything, in lanes, with times and one closing line that counts the tests.
//   BROWSERS=chromium,firefox,webkit   the browsers of the elements' suite (chromium unless given)
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { setPriority } from 'node:os';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const results = fileURLToPath(new URL('../test-results/', import.meta.url));
/** Node.js keeps what it has compiled, by the content of each file: a hundred processes of these tests read the same. */
const compiled = fileURLToPath(new URL('../node_modules/.cache/node/', import.meta.url));
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
/** What the rest stands on; a failure ends the run. */
const first = [{ name: 'browsers', command: ['node', 'scripts/ensure-browsers.mjs'] }];
/** These are shown as they run, each only when the one before went well; what writes counts is `counts`. */
const shown = [
  { name: 'build', command: ['pnpm', 'run', 'build:all'] },
  { name: 'unit, server and portal', command: ['pnpm', ...vitest], counts: ['unit'], isPatient: true },
];
const elements = (browser) => ({
  name: `elements in ${browser}`,
  command: [
    'pnpm',
    '--filter',
    '@numberdesk/elements',
    'run',
    browser === 'chromium' ? 'test' : `test:${browser}`,
  ],
  counts: [`wtr-${browser}`],
});
/**
 * These run beside them, since databases and browsers leave the processors time; they say their word at the end. They
 * read sources, and one of them what the build has made.
 */
const beside = [
  ...browsers.map(elements),
  { name: 'format', command: ['pnpm', 'run', 'format:check'] },
  { name: 'lint', command: ['pnpm', 'run', 'lint'] },
  { name: 'types', command: ['pnpm', 'run', 'typecheck'] },
  { name: 'docs', command: ['pnpm', 'run', 'docs:all'] },
  { name: 'packages', command: ['node', 'scripts/check-packages.mjs'], needsBuild: true },
];

/** Whether the build has ended, well or not. */
const isBuilt = Promise.withResolvers();

const total = { passed: 0, failed: 0, skipped: 0 };
const broken = [];
/** The names of the tests that failed, for the end of a long output. */
const failures = [];

/** The names of what failed, out of Vitest's report: tests, and files that did not come to theirs. */
const failuresOf = ({ testResults }) =>
  testResults.flatMap(({ name, status, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed');
    const names = failed.length === 0 && status === 'failed' ? [''] : failed.map(({ fullName }) => fullName);
    return names.map((test) => `${relative('', name)} ${test}`);
  });

/** Reads what a runner counted; a runner that left no count has failed. */
function count(file) {
  try {
    const found = JSON.parse(readFileSync(`${results}${file}.json`, 'utf8'));
    total.passed += found.passed ?? found.numPassedTests;
    total.failed += found.failed ?? found.numFailedTests;
    total.skipped += found.skipped ?? found.numPendingTests + found.numTodoTests;
    failures.push(...(found.failures ?? failuresOf(found)));
  } catch {
    total.failed++;
  }
}

const started = performance.now();
const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;
const temporary = memoryFolder();
const options = {
  env: { NODE_COMPILE_CACHE: compiled, ...process.env, TEST_RESULTS: results },
  shell: process.platform === 'win32',
};

/** The databases of the tests lie in memory where the system has a place for that with room to spare. */
function memoryFolder() {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    if (bavail * bsize < 6e9) return null;
    const folder = mkdtempSync('/dev/shm/numberdesk-');
    chmodSync(folder, 0o711); // PostgreSQL runs as a user of its own
    return folder;
  } catch {
    return null;
  }
}

/** Writes down how a step ended. */
function end({ name, counts = [] }, status, time) {
  const failedBefore = total.failed;
  counts.forEach(count);
  console.log(`${status === 0 ? '✔' : '✘'} ${name} ${time}`);
  if (status === 0) {
    if (counts.length === 0) total.passed++; // a check is one test
    return;
  }
  broken.push(name);
  if (total.failed === failedBefore) total.failed++;
}

/** A lower priority than usual: what has several processes takes what the others leave of the processors. */
const patience = 10;

/** Runs a step, its output shown as it comes, or kept and handed back. */
function run({ command: [program, ...args], isPatient = false }, isShown) {
  const from = performance.now();
  const env = { ...options.env, ...(temporary && isShown ? { TMPDIR: temporary } : {}) };
  const child = spawn(program, args, {
    ...options,
    env,
    stdio: isShown ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  });
  if (isPatient && child.pid) setPriority(child.pid, patience);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (output += data));
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ status: 1, time: seconds(from), output: String(error) }));
    child.once('close', (status) => resolve({ status, time: seconds(from), output }));
  });
}

/** A runner that ended before it had counted says nothing of its tests: it runs once more, and that is said. */
async function runToItsEnd(step) {
  const ended = await run(step, false);
  const { counts = [] } = step;
  if (ended.status === 0 || counts.every((file) => existsSync(`${results}${file}.json`))) return ended;
  const again = await run(step, false);
  const output = `${ended.output}\nIt ended before it had counted its tests, and ran once more:\n${again.output}`;
  return { ...again, output };
}

async function runShown(step) {
  console.log(`\n▶ ${step.name}`);
  const { status, time } = await run(step, true);
  if (step.name === 'build') isBuilt.resolve();
  end(step, status, time);
  return status === 0;
}

/** Runs steps two at a time: a browser waits for its pages half of the time. */
async function runBeside(steps) {
  const left = [...steps];
  const ended = new Map();
  const lane = async () => {
    for (let step = left.shift(); step; step = left.shift()) {
      if (step.needsBuild) await isBuilt.promise;
      ended.set(step, await runToItsEnd(step));
    }
  };
  await Promise.all([lane(), lane()]);
  return steps.map((step) => ({ step, ...ended.get(step) }));
}

/** Runs steps, the rest only as long as each goes well. */
async function runAll(steps) {
  for (const step of steps) {
    if (await runShown(step)) continue;
    if (step !== shown.at(-1)) console.log('\nThe steps after that were not run.');
    return false;
  }
  return true;
}

if (await runAll(first)) {
  const besides = runBeside(beside);
  await runAll(shown);
  for (const { step, status, time, output } of await besides) {
    console.log(`\n▶ ${step.name}\n${output}`);
    end(step, status, time);
  }
}

if (broken.length > 0) console.log(`\nNot right: ${broken.join(', ')}`);
for (const failure of failures) console.log(`✘ ${failure}`);
if (temporary) rmSync(temporary, { recursive: true, force: true });
console.log(`\nIn ${seconds(started)}:`);
console.log(
  `${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`,
);
process.exit(total.failed ? 1 : 0);
