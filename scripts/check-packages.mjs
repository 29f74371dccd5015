// What the world would install: each package is packed and looked at by publint and are-the-types-wrong, the
// lockfile is searched for platforms that were dropped, a page is bundled, unused files and dependencies are named, changesets are read.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const tarballs = mkdtempSync(join(tmpdir(), 'numberdesk-pack-'));
let failed = 0;

function check(name, program, ...args) {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  console.log(`  ${status === 0 ? '✔' : '✘'} ${name}`);
  if (status === 0) return;
  failed++;
  console.log(`${stdout}${stderr}`.replace(/^/gm, '    '));
}

for (const folder of readdirSync(join(root, 'packages'))) {
  const manifest = JSON.parse(readFileSync(join(root, 'packages', folder, 'package.json'), 'utf8'));
  check(
    `pack ${manifest.name}`,
    'pnpm',
    '--dir',
    join('packages', folder),
    'pack',
    '--pack-destination',
    tarballs,
  );
  const tarball = join(tarballs, `${manifest.name.slice(1).replace('/', '-')}-${manifest.version}.tgz`);
  check(`publint ${manifest.name}`, 'pnpm', 'exec', 'publint', 'run', tarball, '--strict');
  check(
    `are the types wrong ${manifest.name}`,
    'pnpm',
    'exec',
    'attw',
    tarball,
    '--profile',
    'esm-only',
    '--exclude-entrypoints',
    './custom-elements.json',
    './cdn/*',
  );
  if (manifest.customElements) {
    const found = existsSync(join(root, 'packages', folder, manifest.customElements));
    if (!found) console.log(`  ✘ ${manifest.name} has no custom-elements.json`, failed++);
  }
}
rmSync(tarballs, { recursive: true, force: true });
check('lockfile holds every platform', 'node', 'scripts/check-lock-platforms.mjs');
check('a bundler takes the worker along', 'node', 'scripts/check-bundling.mjs');
check('sizes', 'node', 'scripts/check-sizes.ts');
check('nothing unused', 'pnpm', 'exec', 'knip', '--no-progress');
check('changesets', 'node', 'scripts/check-changesets.mjs');
process.exit(failed ? 1 : 0);
