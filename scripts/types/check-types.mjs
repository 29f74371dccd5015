// Checks the types of every project of the repository: a folder with a tsconfig.json is one.
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
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
/** What was right of a project is remembered, by the content of its files. */
const remembered = (project) => [
  '--incremental',
  '--tsBuildInfoFile',
  join(root, 'node_modules/.cache/types', `${dirname(project).replaceAll(/[\\/]/g, '-')}.tsbuildinfo`),
];

for (const project of projects) {
  const { status } = spawnSync(
    process.execPath,
    [tsc, ...oneChecker, ...remembered(project), '-p', project],
    {
      cwd: root,
      stdio: 'inherit',
    },
  );
  console.log(`${status === 0 ? '✔' : '✘'} ${project}`);
  if (status !== 0) process.exitCode = 1;
}
