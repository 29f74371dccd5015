import { execFile } from 'node:child_process';
import { globSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';

const home = fileURLToPath(new URL('..', import.meta.url));
const entries = globSync('src/*.ts', { cwd: home });
let folder = '';

// As the build does it: our own files in one, the packages left to Node. Inside the package, so that they are found.
beforeAll(async () => {
  folder = await mkdtemp(join(home, 'node_modules/.import-in-node-'));
  await build({
    absWorkingDir: home,
    entryPoints: entries,
    outdir: folder,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    outExtension: { '.js': '.mjs' },
    external: ['lit', 'lit/*', '@lit/*', '@numberdesk/core/*'],
  });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

for (const entry of entries) {
  const name = basename(entry, '.ts');
  it(`importing ${name} in Node does nothing, and does not throw`, async () => {
    const file = join(folder, `${name}.mjs`);
    const code = `await import(${JSON.stringify(file)}); console.log(typeof customElements)`;
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      ['--input-type=module', '-e', code],
      {
        cwd: home,
      },
    );
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^(undefined|object)\n$/);
  });
}
