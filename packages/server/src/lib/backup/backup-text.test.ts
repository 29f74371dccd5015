import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Backup, type BackupBatch, batchLength, parseBackupHeader } from './backup.ts';
import { readBackupText, writeBackupText } from './backup-text.ts';

const backupOf = (tables: Record<string, string[][]>): Backup => ({
  header: {
    numberdesk: 'backup',
    format: 1,
    migrations: ['0001_first'],
    tables: Object.entries(tables).map(([name, batches]) => ({
      name,
      columns: ['a'],
      rows: batches.flat().length,
    })),
  },
  async *batches() {
    for (const [table, batches] of Object.entries(tables)) for (const rows of batches) yield { table, rows };
  },
});

async function written(backup: Backup): Promise<string> {
  let text = '';
  for await (const part of writeBackupText(backup)) text += part;
  return text;
}

async function* inPieces(text: string, size = 7) {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

async function read(text: string, size?: number) {
  const [header, ...batches] = await Array.fromAsync(readBackupText(inPieces(text, size)));
  return { header, batches: batches as BackupBatch[] };
}

const sample = backupOf({
  tenants: [['["a\u2028b\u2029\u0085"]', '[null]']],
  none: [],
  orders: [['["1"]'], ['["2"]']],
});

describe("a backup's text", () => {
  it('is read as it was written, whatever the rows hold and wherever the text is cut into pieces', async () => {
    const row = fc.array(fc.option(fc.string({ unit: 'grapheme' }))).map((cells) => JSON.stringify(cells));
    const rows = fc.array(fc.array(row, { minLength: 1 }));
    const tables = fc.dictionary(fc.stringMatching(/^[a-z]+$/), rows);
    await fc.assert(
      fc.asyncProperty(tables, fc.integer({ min: 1, max: 99 }), async (given, size) => {
        const backup = backupOf(given);
        const { header, batches } = await read(await written(backup), size);
        expect(header).toEqual(backup.header);
        const found = (name: string) =>
          batches.filter(({ table }) => table === name).flatMap((it) => it.rows);
        for (const [name, all] of Object.entries(given)) expect(found(name)).toEqual(all.flat());
      }),
    );
  });

  it('is a line of JSON each: header, rows, checksum', async () => {
    const lines = (await written(sample)).split('\n');
    expect(lines.pop()).toBe('');
    const [header, ...rest] = lines.map((line) => JSON.parse(line) as unknown);
    expect(header).toEqual(sample.header);
    expect(rest).toEqual([
      ['a\u2028b\u2029\u0085'],
      [null],
      ['1'],
      ['2'],
      { sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ]);
  });

  it('is recognised as cut off, wherever that was', async () => {
    const text = await written(sample);
    for (let length = 0; length < text.length; length++) {
      await expect(read(text.slice(0, length))).rejects.toThrow(
        'is cut off: it ends before its closing line',
      );
    }
  });

  it('is recognised as damaged, whichever character is another and whatever is added', async () => {
    const text = await written(sample);
    for (let at = 0; at < text.length; at++) {
      const other = text[at] === '0' ? '1' : '0';
      await expect(read(text.slice(0, at) + other + text.slice(at + 1)), `${at}`).rejects.toThrow();
    }
    await expect(read(`${text}more\n`)).rejects.toThrow('does not fit its checksum');
    await expect(read(text.replace('["1"]\n', ''))).rejects.toThrow(/is cut off|does not fit/);
  });

  it('is read in batches that fit into memory', async () => {
    const rows = Array.from({ length: 25 }, () => JSON.stringify(['x'.repeat(batchLength / 10)]));
    const { batches } = await read(await written(backupOf({ orders: [rows] })), 65_536);
    expect(batches.map((batch) => batch.rows.length)).toEqual([10, 10, 5]);
  });

  it.each([
    ['{"numberdesk":"backup","format":2}', /newer version of Numberdesk \(format 2; this version reads 1\)/],
    ['{"numberdesk":"backup","format":1}', /damaged: its first line makes no sense/],
    ['{"format":1}', /is not a backup of Numberdesk/],
    ['nonsense', /is not a backup of Numberdesk/],
    ['null', /is not a backup of Numberdesk/],
  ])('begins with a header that says what it is, not %s', (line, problem) => {
    expect(() => parseBackupHeader(line)).toThrow(problem);
  });
});
