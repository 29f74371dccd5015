// Writes the declarations of the package in this folder beside its built files, by the compiler that takes a tenth of
// the time. Types are checked elsewhere; here they are only written down.
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const manifest = createRequire(import.meta.url).resolve('typescript/package.json');
const tsc = join(manifest, '../bin/tsc');
const { status } = spawnSync(process.execPath, [tsc, '--checkers', '1', '-p', 'tsconfig.build.json'], {
  stdio: 'inherit',
});
if (status !== 0) process.exit(status ?? 1);

/** Sources import each other as `.ts`; what is published stands beside `.js`. */
const ownImport = /((?:from|import)\s*\(?\s*['"]\.{1,2}\/[^'"]+)\.ts(?=['"])/g;
for (const file of globSync('dist/**/*.d.ts')) {
  writeFileSync(file, readFileSync(file, 'utf8').replace(ownImport, '$1.js'));
}
