import { execFile } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const home = fileURLToPath(new URL('..', import.meta.url));

it.each(globSync('src/*.ts', { cwd: home }))(
  'importing %s in Node does nothing, and does not throw',
  async (entry) => {
    const code = `await import(${JSON.stringify(join(home, entry))}); console.log(typeof customElements)`;
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      ['--input-type=module', '-e', code],
      {
        cwd: home,
      },
    );
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^(undefined|object)\n$/);
  },
);
