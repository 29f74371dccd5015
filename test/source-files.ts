import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository. */
export const root = fileURLToPath(new URL('..', import.meta.url));

const skipped = new Set([
  'node_modules',
  'dist',
  'coverage',
  'api',
  '.toolchain',
  '.git',
  '.numberdesk',
  'test-results',
]);

/** Files below a folder of the repository, as paths from its root with forward slashes. */
export function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (skipped.has(entry.name)) return [];
    return entry.isDirectory() ? filesBelow(path) : [relative(root, join(root, path)).replaceAll('\\', '/')];
  });
}

/** The text of a file of the repository. */
export function textOf(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}
