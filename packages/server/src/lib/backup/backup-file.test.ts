import {
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openBackupFile, writeBackupFile } from './backup-file.ts';
import type { Backup } from './backup.ts';

const rows = ['["1","Žofie 李 🙂"]', '["2",null]'];
const backup: Backup = {
  header: {
    numberdesk: 'backup',
    format: 1,
    migrations: ['0001_first'],
    tables: [{ name: 'orders', columns: ['id', 'name'], rows: 2 }],
  },
  async *batches() {
    yield { table: 'orders', rows };
  },
};

describe("a backup's file", () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'numberdesk-file-'));
    file = join(folder, 'a.backup');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const everything = async (path: string) => {
    const { header, batches } = await openBackupFile(path);
    return { header, batches: await Array.fromAsync(batches()) };
  };
  const whole = { header: backup.header, batches: [{ table: 'orders', rows }] };

  it('gives back what was written, and is for its owner alone', async () => {
    await writeBackupFile(file, backup);
    expect(await everything(file)).toEqual(whole);
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['a.backup']);
  });

  it('takes the place of no other', async () => {
    writeFileSync(file, 'precious');
    await expect(writeBackupFile(file, backup)).rejects.toThrow(`${file} is there already`);
    expect(readFileSync(file, 'utf8')).toBe('precious');
    expect(readdirSync(folder)).toEqual(['a.backup']);
  });

  it('has its name only when it is whole: where the source fails, nothing is left', async () => {
    let seen: string[] = [];
    const failing: Backup = {
      ...backup,
      async *batches() {
        yield* backup.batches();
        seen = readdirSync(folder);
        throw Object.assign(new Error('The source is gone'), { syscall: 'read' });
      },
    };
    await expect(writeBackupFile(file, failing)).rejects.toThrow(/^The source is gone$/);
    expect(seen).toEqual([expect.stringMatching(/^a\.backup\..*\.unfinished$/)]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('says in a sentence when it cannot be written or read', async () => {
    const nowhere = join(folder, 'not', 'there');
    await expect(writeBackupFile(nowhere, backup)).rejects.toThrow(
      /^The file .*there cannot be written \(ENOENT/,
    );
    await expect(openBackupFile(nowhere)).rejects.toThrow(/^The file .*there cannot be read \(ENOENT/);
    await expect(openBackupFile(folder)).rejects.toThrow(/cannot be read \(EISDIR/);
    writeFileSync(file, 'just text');
    await expect(openBackupFile(file)).rejects.toThrow(/is damaged, or is not a backup of Numberdesk/);
  });

  it('is refused when it is cut off, wherever that was', async () => {
    await writeBackupFile(file, backup);
    for (let length = statSync(file).size - 1; length >= 0; length -= 3) {
      truncateSync(file, length);
      await expect(openBackupFile(file), `${length}`).rejects.toThrow(/is cut off/);
    }
  });

  it('is refused, or says what it said, whichever byte is another', async () => {
    await writeBackupFile(file, backup);
    const bytes = readFileSync(file);
    let refused = 0;
    for (let at = 0; at < bytes.length; at++) {
      const damaged = Buffer.from(bytes);
      damaged[at] = bytes[at]! ^ 0x10;
      writeFileSync(file, damaged);
      const found = await everything(file).catch((error: Error) => {
        refused++;
        expect(error.message, `${at}`).toMatch(/is damaged|is cut off|is not a backup/);
        return whole;
      });
      expect(found, `${at}`).toEqual(whole);
    }
    // Only in the header of gzip, where the time and the system stand, does a byte mean nothing.
    expect(refused).toBeGreaterThan(bytes.length - 10);
  });
});
