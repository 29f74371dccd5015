// A process of its own for one contestant and one file: node --expose-gc run.ts <module> <file> <rows> <calls>
import { readFileSync } from 'node:fs';
import type { Contestant, Found } from './contestant.ts';

const [, , entry = '', file = '', rows = '0', calls = '1'] = process.argv;
const { contestant } = (await import(entry)) as { contestant: Contestant };
const { buffer, byteOffset, length } = readFileSync(file);
const bytes = new Uint8Array(buffer, byteOffset, length);
globalThis.gc?.();
const idle = process.memoryUsage.rss();

const millis: number[] = [];
let found: Found | undefined;
let peak = 0;
for (let call = 0; call < Number(calls); call++) {
  const from = performance.now();
  found = await contestant.read(bytes, Number(rows));
  millis.push(performance.now() - from);
  // The system keeps the peak of the process; that of its first file is wanted.
  if (call === 0) peak = process.resourceUsage().maxRSS * 1024 - idle;
}
if (!found?.kept) throw new Error('Nothing was kept.');
console.log(JSON.stringify({ millis, peak, rows: found.rows, accepted: found.accepted }));
