import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The file of the command line, for `node`. */
    commandLine: string;
  }
}

const home = fileURLToPath(new URL('../', import.meta.url));
const place = fileURLToPath(new URL('../node_modules/.cache/command-line/', import.meta.url));

/** Leaves a file that is there already alone: another run of the tests may be reading it. */
async function keep(file: string, contents: Uint8Array): Promise<void> {
  const there = await readFile(file).catch(() => null);
  if (there?.equals(contents)) return;
  const part = `${file}.${process.pid}`;
  await writeFile(part, contents);
  await rename(part, file);
}

/**
 * Brings the command line into a few files, from its sources: of each process that the tests start, the loading of 800
 * modules was half.
 */
export async function setup(project: TestProject): Promise<void> {
  const { outputFiles } = await build({
    absWorkingDir: home,
    entryPoints: ['src/main.ts'],
    outdir: place,
    outExtension: { '.js': '.mjs' },
    write: false,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node22',
    // It looks for its files beside itself.
    external: ['@electric-sql/pglite', 'pg-native'],
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    logLevel: 'warning',
  });
  await mkdir(place, { recursive: true });
  await Promise.all(outputFiles.map(({ path, contents }) => keep(path, contents)));
  project.provide('commandLine', `${place}main.mjs`);
}
