// Every changeset parses and names packages that exist.
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import readChangesets from '@changesets/read';

const root = fileURLToPath(new URL('..', import.meta.url));
const names = readdirSync(`${root}packages`).map(
  (folder) => JSON.parse(readFileSync(`${root}packages/${folder}/package.json`, 'utf8')).name,
);
const read = readChangesets.default ?? readChangesets;
for (const { id, releases, summary } of await read(root)) {
  const strangers = releases.filter(({ name }) => !names.includes(name));
  if (strangers.length > 0)
    (console.error(`${id}: there is no package ${strangers.map(({ name }) => name).join(', ')}`),
      (process.exitCode = 1));
  if (!summary.trim()) (console.error(`${id}: says nothing`), (process.exitCode = 1));
}
