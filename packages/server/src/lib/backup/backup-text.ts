import { createHash } from 'node:crypto';
import {
  type Backup,
  type BackupBatch,
  type BackupHeader,
  batchLength,
  parseBackupHeader,
} from './backup.ts';
import { LineReader } from './line-reader.ts';

const closingLine = (sha256: string) => JSON.stringify({ sha256 });
const cutOff = () => new Error('is cut off: it ends before its closing line');

/**
 * A backup as text: a line with the header, one for each row, and the closing line with the checksum of all before
 * it. Every line is JSON and ends in a line feed.
 */
export async function* writeBackupText({ header, batches }: Backup): AsyncGenerator<string> {
  const hash = createHash('sha256');
  const first = `${JSON.stringify(header)}\n`;
  hash.update(first);
  yield first;
  for await (const { rows } of batches()) {
    const text = `${rows.join('\n')}\n`;
    hash.update(text);
    yield text;
  }
  yield `${closingLine(hash.digest('hex'))}\n`;
}

/**
 * Reads a backup's text: the header first, then its rows; whether it was whole is known after the last.
 *
 * @throws Error in words that follow the name of the file.
 */
export async function* readBackupText(
  chunks: AsyncIterable<string>,
): AsyncGenerator<BackupHeader | BackupBatch, void> {
  const reader = new LineReader(chunks);
  const hash = createHash('sha256');
  const line = async () => {
    const text = await reader.line();
    if (text === null) throw cutOff();
    hash.update(text).update('\n');
    return text;
  };
  try {
    const header = parseBackupHeader(await line());
    yield header;
    for (const { name, rows } of header.tables) yield* readRows(line, name, rows);
    const expected = closingLine(hash.digest('hex'));
    const closing = await reader.line();
    if (closing === null) throw cutOff();
    if (closing !== expected || (await reader.line()) !== null) {
      throw new Error('is damaged: its content does not fit its checksum');
    }
  } finally {
    await reader.stop();
  }
}

async function* readRows(
  line: () => Promise<string>,
  table: string,
  count: number,
): AsyncGenerator<BackupBatch> {
  let rows: string[] = [];
  let length = 0;
  for (let left = count; left > 0; left--) {
    const row = await line();
    rows.push(row);
    length += row.length;
    if (length < batchLength && left > 1) continue;
    yield { table, rows };
    rows = [];
    length = 0;
  }
}
