// What a bundler makes of a page with <number-importer>: the script of its worker has to come along, whole and found.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = `${root}packages/elements/dist`;
const { output } = await build({
  root,
  configFile: false,
  logLevel: 'warn',
  build: { write: false, modulePreload: false, rolldownOptions: { input: `${dist}/number-importer.js` } },
});
const script = readFileSync(`${dist}/number-worker.js`, 'utf8');
const worker = output.find(({ type, source }) => type === 'asset' && String(source) === script);
if (!worker) throw new Error('The bundle has not got number-worker.js as it was built.');
const users = output.filter(({ type, code }) => type === 'chunk' && code.includes(worker.fileName));
if (users.length === 0) throw new Error(`Nothing in the bundle asks for ${worker.fileName}.`);
