// Checks the types of every project of the repository: a folder with a tsconfig.json is one.
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const manifest = createRequire(import.meta.url).resolve('typescript/package.json');
const tsc = join(manifest, '../bin/tsc');
const projects = globSync('{.,*,*/*,*/*/*}/tsconfig.json', {
  cwd: root,
  exclude: ['**/node_modules'],
}).sort();

/** Several would each look at what all share: on a small machine that is more work, and no sooner done. */
const oneChecker = ['--checkers', '1'];

for (const project of projects) {
  const { status } = spawnSync(process.execPath, [tsc, ...oneChecker, '-p', project], {
    cwd: root,
    stdio: 'inherit',
  });
  console.log(`${status === 0 ? '✔' : '✘'} ${project}`);
  if (status !== 0) process.exitCode = 1;
}
