import { randomUUID } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { Backup, BackupBatch, BackupHeader } from './backup.ts';
import { readBackupText, writeBackupText } from './backup-text.ts';

/**
 * Writes a backup into a new file that nobody but its owner may read. It gets its name once it is whole and on the
 * disk.
 *
 * @throws Error in one sentence when there is such a file already, or it cannot be written.
 */
export async function writeBackupFile(path: string, backup: Backup): Promise<void> {
  refuseTaken(path);
  const unfinished = `${path}.${randomUUID()}.unfinished`;
  let notOfTheFile: unknown;
  const text = async function* () {
    try {
      yield* writeBackupText(backup);
    } catch (error) {
      notOfTheFile = error;
      throw error;
    }
  };
  try {
    const file = await open(unfinished, 'wx', 0o600);
    await pipeline(text(), createGzip(), file.createWriteStream({ flush: true }));
    refuseTaken(path);
    await rename(unfinished, path);
    await flushFolder(dirname(path));
  } catch (error) {
    await rm(unfinished, { force: true });
    if (error === notOfTheFile || !isFromSystem(error)) throw error;
    throw new Error(`The file ${path} cannot be written (${error.message}).`, { cause: error });
  }
}

/**
 * Reads a backup's file to its end, so that nothing is begun with one that is not whole; then it can be read again
 * for its rows.
 *
 * @throws Error in one sentence when it cannot be read, is cut off, damaged, of a newer format or something else.
 */
export async function openBackupFile(path: string): Promise<Backup> {
  let header: BackupHeader | undefined;
  for await (const part of partsOf(path)) if (isHeader(part)) header = part;
  if (!header) throw new Error(`The file ${path} is not a backup of Numberdesk.`);
  return { header, batches: () => batchesOf(path) };
}

const isHeader = (part: BackupHeader | BackupBatch): part is BackupHeader => 'format' in part;

async function* batchesOf(path: string): AsyncGenerator<BackupBatch> {
  for await (const part of partsOf(path)) if (!isHeader(part)) yield part;
}

async function* partsOf(path: string): AsyncGenerator<BackupHeader | BackupBatch> {
  const file = createReadStream(path);
  const text = createGunzip().setEncoding('utf8');
  file.once('error', (error) => text.destroy(error));
  try {
    yield* readBackupText(file.pipe(text));
  } catch (error) {
    throw new Error(`The file ${path} ${troubleOf(error as NodeJS.ErrnoException)}.`, { cause: error });
  } finally {
    file.destroy();
  }
}

const troubles: Readonly<Record<string, string>> = {
  Z_BUF_ERROR: 'is cut off: it ends before its closing line',
  Z_DATA_ERROR: 'is damaged, or is not a backup of Numberdesk: it cannot be unpacked',
};

function troubleOf(error: NodeJS.ErrnoException): string {
  const { code = '', message } = error;
  return troubles[code] ?? (isFromSystem(error) ? `cannot be read (${message})` : message);
}

function isFromSystem(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}

function refuseTaken(path: string): void {
  if (existsSync(path))
    throw new Error(`The file ${path} is there already: choose another name, or remove it.`);
}

/** So that the new name, too, outlives a power cut; Windows opens no folder for that. */
async function flushFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  await folder.sync().finally(() => folder.close());
}
