import { describe, expect, it } from 'vitest';
import { blobCutAt, cellsOf, encodedAs, plainReport } from '../../../test/batch-cells.ts';
import type { BatchNotice, BatchRefusalCode } from './batch-report.ts';
import { validateBatch } from './validate-batch.ts';

const two = '+15013334444,Charity\n5013334445,Survey\n';
const manyRows = (count: number) =>
  Array.from({ length: count }, (_, index) => `501333${String(index).padStart(4, '0')},Survey\n`).join('');
const zip = 'PK\x03\x04\x14\0\x06\0';

describe('a file of numbers', () => {
  it('NUM-3: has a number and its purpose in each row', async () => {
    const report = await validateBatch(two);
    expect(plainReport(report)).toMatchObject({
      refusal: null,
      notices: [],
      totals: { rows: 2, accepted: 2, rejected: 0, suggested: 0, doNotOriginate: 0 },
      rejected: [],
      rows: [
        {
          row: 1,
          numberText: '+15013334444',
          number: '+15013334444',
          purposeText: 'Charity',
          purpose: 'charity',
        },
        {
          row: 2,
          numberText: '5013334445',
          number: '+15013334445',
          purpose: 'survey',
          warning: null,
          problems: [],
        },
      ],
    });
    expect([...report.accepted]).toEqual([...report.rows]);
    expect(report.rows.length).toBe(2);
    expect(() => report.rows.at(2)).toThrow(RangeError);
    expect(() => report.accepted.at(-1)).toThrow(RangeError);
  });

  it.each([
    ['a text', two],
    ['bytes', encodedAs(two, 'utf-8')],
    ['a buffer', encodedAs(two, 'utf-8').buffer as ArrayBuffer],
    ['a blob', new Blob([two])],
    ['a text with a mark', `\ufeff${two}`],
    ['carriage returns and line feeds', two.replaceAll('\n', '\r\n')],
    ['carriage returns', two.replaceAll('\n', '\r')],
    ['no break at the end', two.trim()],
    ['all three line breaks', '+15013334444,Charity\r5013334445,Survey\r\n'],
    ['quotes', two.replace(/[^,\n]+/g, '"$&"')],
    ['the apostrophe of our spreadsheets', `'${two}`],
    ['an apostrophe in quotes', two.replace('+15013334444', '"\'+15013334444"')],
    ['an empty third column', two.replaceAll('\n', ',\n')],
  ])('NUM-3: is read as %s without a word', async (_, input) => {
    const { notices, accepted, totals } = await validateBatch(input);
    expect(notices).toEqual([]);
    expect(Array.from(accepted, ({ number }) => number)).toEqual(['+15013334444', '+15013334445']);
    expect(totals.rows).toBe(2);
  });

  it.each<[string, string | Uint8Array, BatchNotice[]]>([
    ['a header row', `Number,Purpose\n${two}`, [{ code: 'header-row', row: 1 }]],
    [
      'a header row in Spanish',
      `Número;Propósito\n${two.replaceAll(',', ';')}`,
      [{ code: 'semicolons' }, { code: 'header-row', row: 1 }],
    ],
    [
      'blank lines first',
      `\n\n"Phone\nnumber",Use\n${two}`,
      [
        { code: 'blank-lines', row: 1 },
        { code: 'header-row', row: 3 },
      ],
    ],
    ['semicolons', two.replaceAll(',', ';'), [{ code: 'semicolons' }]],
    ['tabs', two.replaceAll(',', '\t'), [{ code: 'tabs' }]],
    ['a third column', two.replace('Survey', 'Survey,because'), [{ code: 'third-column', row: 2 }]],
    ['blank lines at the end', `${two}\n\n`, [{ code: 'blank-lines', row: 3 }]],
    ['a blank line between', two.replace('\n', '\n \r\n'), [{ code: 'blank-lines', row: 2 }]],
    ['lines with nothing in the two columns', `${two},\n,, \n,,why\n`, [{ code: 'blank-lines', row: 3 }]],
    ['UTF-16 of Windows', encodedAs(`\ufeff${two}`, 'utf-16le'), [{ code: 'utf-16' }]],
    ['UTF-16 the other way round', encodedAs(`\ufeff${two}`, 'utf-16be'), [{ code: 'utf-16' }]],
    ['UTF-16 without a mark', encodedAs(two, 'utf-16le'), [{ code: 'utf-16' }]],
    ['UTF-16 the other way round without a mark', encodedAs(two, 'utf-16be'), [{ code: 'utf-16' }]],
    [
      'Windows-1252',
      encodedAs(`Número,Uso\n${two}`, 'windows-1252'),
      [{ code: 'windows-1252' }, { code: 'header-row', row: 1 }],
    ],
  ])('NUM-7: is read with a notice where it has %s', async (_, input, notices) => {
    const report = await validateBatch(input);
    expect(report.notices).toEqual(notices);
    expect(report.totals).toMatchObject({ rows: 2, accepted: 2 });
  });

  it.each<[string, BatchRefusalCode, string | Uint8Array]>([
    ['nothing', 'empty', ''],
    ['nothing but a mark', 'empty', '\ufeff'],
    ['blank lines', 'empty', '\r\n \n\t\n'],
    ['a header row alone', 'empty', 'Number,Purpose\n'],
    ['one column', 'one-column', '5013334444\n5013334445\n'],
    ['one column of many rows', 'one-column', '5013334444\n'.repeat(600)],
    ['a workbook', 'spreadsheet', encodedAs(`${zip}${two}`, 'windows-1252')],
    ['an old workbook', 'spreadsheet', encodedAs('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'windows-1252')],
    ['a PDF', 'binary', '%PDF-1.7\n1,2\n'],
    ['a picture', 'binary', encodedAs('\x89PNG\r\n\x1a\n', 'windows-1252')],
    ['a photograph', 'binary', encodedAs('\xff\xd8\xff\xe0', 'windows-1252')],
    ['zero bytes', 'binary', `${two}\0\0\0\0\0`],
    ['a zero byte far behind', 'binary', `${manyRows(400)}5013339999,\0\n${manyRows(99)}`],
    ['a zero byte in quotes', 'binary', `${manyRows(499)}"5013339999\n\0",Survey\n`],
    ['a line without an end', 'binary', 'x'.repeat(1_100_000)],
  ])('NUM-7: is refused whole where it holds %s', async (_, code, input) => {
    const report = await validateBatch(input);
    expect(plainReport(report)).toEqual({
      refusal: { code },
      notices: [],
      totals: { rows: 0, accepted: 0, rejected: 0, suggested: 0, doNotOriginate: 0 },
      rows: [],
      accepted: [],
      rejected: [],
    });
  });

  it('NUM-7: has as many rows as the policy allows, blank lines and a header not counted', async () => {
    const most = `Number,Purpose\n\n${manyRows(500)}\n\n`;
    expect((await validateBatch(most)).totals.rows).toBe(500);
    expect((await validateBatch(manyRows(501))).refusal).toEqual({ code: 'too-many-rows', limit: 500 });
    expect((await validateBatch(manyRows(501), { batchMaxRows: 501 })).refusal).toBeNull();
    expect((await validateBatch(two, { batchMaxRows: 1 })).refusal).toEqual({
      code: 'too-many-rows',
      limit: 1,
    });
  });
});

describe('the rows of a file', () => {
  it('NUM-7: say every problem, with what was probably meant', async () => {
    const { rejected, totals } = await validateBatch(
      '501-333-4444,Charities\n212-911-1234,Survey\n5013334446,\n5013334447\n',
    );
    expect([...rejected]).toMatchObject([
      {
        row: 1,
        number: null,
        purpose: null,
        problems: [
          { column: 'number', code: 'not-digits', suggestion: '+15013334444' },
          { column: 'purpose', code: 'purpose-unknown', suggestion: 'Charity' },
        ],
      },
      { row: 2, number: null, purpose: 'survey', problems: [{ column: 'number', code: 'not-digits' }] },
      {
        row: 3,
        number: '+15013334446',
        purpose: null,
        problems: [{ column: 'purpose', code: 'purpose-unknown' }],
      },
      {
        row: 4,
        number: '+15013334447',
        purposeText: '',
        problems: [{ column: 'purpose', code: 'purpose-unknown' }],
      },
    ]);
    expect(totals).toEqual({ rows: 4, accepted: 0, rejected: 4, suggested: 1, doNotOriginate: 0 });
  });

  it('NUM-7: that repeat a number point at its first line, whatever is wrong with that', async () => {
    const text =
      'Number,Purpose\n\n5013334444,?\n+15013334444,Survey\n5013334445,Survey\n"5013334444",Prison\n5013334445,Survey\n';
    const { rejected, accepted } = await validateBatch(text);
    expect(Array.from(rejected, ({ row, problems }) => [row, problems[0]])).toEqual([
      [3, { column: 'purpose', code: 'purpose-unknown' }],
      [4, { column: 'number', code: 'duplicate-in-batch', firstRow: 3 }],
      [6, { column: 'number', code: 'duplicate-in-batch', firstRow: 3 }],
      [7, { column: 'number', code: 'duplicate-in-batch', firstRow: 5 }],
    ]);
    expect(Array.from(accepted, ({ row }) => row)).toEqual([5]);
  });

  it('NUM-7: that repeat a number for another purpose say what it is for in its first line', async () => {
    const text = '5013334444,Survey\n+15013334444,Prison\n"5013334444",Survey\n5013334444,?\n';
    const { rejected } = await validateBatch(text);
    expect(Array.from(rejected, ({ problems }) => problems[0])).toEqual([
      { column: 'number', code: 'duplicate-in-batch', firstRow: 1, firstPurpose: 'survey' },
      { column: 'number', code: 'duplicate-in-batch', firstRow: 1 },
      { column: 'number', code: 'duplicate-in-batch', firstRow: 1 },
    ]);
  });

  it('NUM-6: that never place calls are counted where they are accepted', async () => {
    const { totals } = await validateBatch(
      '5013334444,Do Not Originate\n5013334444,Do Not Originate\n"5013334445","Do Not Originate"\n',
    );
    expect(totals).toMatchObject({ accepted: 2, doNotOriginate: 2 });
  });

  it('NUM-4: follow the policy, and keep its warning', async () => {
    const text = '2325550123,Survey\n2323334444,"Survey"\n';
    const { rejected, accepted } = await validateBatch(text);
    expect([...rejected]).toMatchObject([{ problems: [{ code: 'fictional' }] }]);
    expect([...accepted]).toMatchObject([{ warning: 'area-code-unknown' }]);
    const allowed = await validateBatch(text, { areaCodes: ['232'], allowFictionalNumbers: true });
    expect(Array.from(allowed.accepted, ({ warning }) => warning)).toEqual([null, null]);
  });

  it('NUM-7: are on the line where they begin, line breaks in quotes and all', async () => {
    const text = '"501\r\n333\n4444","Survey"\r\n5013334444,Survey\r\n\r\n"a\rb",c\r\n"5013334445",Survey';
    const { rows, notices } = await validateBatch(text);
    expect(Array.from(rows, ({ row }) => row)).toEqual([1, 4, 6, 8]);
    expect(rows.at(0).problems).toEqual([
      { column: 'number', code: 'not-digits', suggestion: '+15013334444' },
    ]);
    expect(notices).toEqual([{ code: 'blank-lines', row: 5 }]);
  });

  it('NUM-7: with quotes that make no sense are taken as they stand, and cost no other row', async () => {
    const text =
      '"5013334444"x,Survey\n5" tall,Survey\n"5013334445,Survey\n5013334446,"Survey"\n"5013334447,Survey\n';
    expect(cellsOf((await validateBatch(text)).rows)).toEqual([
      ['"5013334444"x', 'Survey'],
      ['5" tall', 'Survey'],
      ['"5013334445', 'Survey'],
      ['5013334446', 'Survey'],
      ['"5013334447', 'Survey'],
    ]);
    const unclosed = `"5013334444,Survey\n${manyRows(9000)}"`;
    const { totals } = await validateBatch(unclosed, { batchMaxRows: 10_000 });
    expect(totals).toMatchObject({ rows: 9002, accepted: 9000 });
  });

  it('NUM-3: keep what stands in them, blanks and all, but for the mark of a spreadsheet', async () => {
    const text = ' 5013334444,Survey \n\'+15013334444,\'Survey\n\'\'+15013334445,Survey\n"a ""b"", c",é\n';
    expect(cellsOf((await validateBatch(text)).rows)).toEqual([
      [' 5013334444', 'Survey '],
      ['+15013334444', "'Survey"],
      ["'+15013334445", 'Survey'],
      ['a "b", c', 'é'],
    ]);
  });

  it('NUM-3: are no header where the second column is nearly a purpose, or there is a digit', async () => {
    for (const first of [
      'abc,Charty',
      'Number 1,Purpose',
      'abc,',
      ',Purpose',
      'Number,Purpose\nNumber,Purpose',
    ]) {
      const { rows } = await validateBatch(`${first}\n5013334444,Survey\n`);
      expect(rows.length, first).toBe(2);
    }
  });

  it('NUM-7: that are broken after a mark of UTF-8 are read all the same', async () => {
    const bytes = encodedAs('\xef\xbb\xbf5013334444,Survey\ncaf\xe9,Survey\n', 'windows-1252');
    const { notices, rows } = await validateBatch(bytes);
    expect(notices).toEqual([]);
    expect(cellsOf(rows)).toEqual([
      ['5013334444', 'Survey'],
      ['caf\ufffd', 'Survey'],
    ]);
  });

  it('NUM-7: in Windows-1252 are read anew, however late that shows', async () => {
    const bytes = encodedAs(`${manyRows(450)}caf\xe9,\x93x\x94\n${manyRows(1)}`, 'windows-1252');
    const { rows, notices, totals } = await validateBatch(bytes);
    expect(notices).toEqual([{ code: 'windows-1252' }]);
    expect(totals.rows).toBe(452);
    expect(cellsOf([rows.at(450)])).toEqual([['café', '“x”']]);
  });
});

describe('a large file', () => {
  const pace = { now: () => 0, pause: () => Promise.resolve() };

  it('lets others have their turn whenever a slice is over, and says how far it is', async () => {
    let time = 0;
    let pauses = 0;
    const seen: number[] = [];
    const report = await validateBatch(manyRows(10_000), {
      batchMaxRows: 10_000,
      onProgress: (rows) => seen.push(rows),
      pace: { now: () => (time += 20), pause: () => Promise.resolve(void pauses++) },
    });
    expect(report.totals.rows).toBe(10_000);
    expect(pauses).toBeGreaterThan(15);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(10_000);
    expect(Math.max(...seen.map((rows, index) => rows - (seen[index - 1] ?? 0)))).toBeLessThan(1500);
  });

  it('stops when it is no longer wanted', async () => {
    const controller = new AbortController();
    let time = 0;
    const reading = validateBatch(manyRows(10_000), {
      batchMaxRows: 10_000,
      signal: controller.signal,
      pace: { now: () => (time += 20), pause: () => Promise.resolve(controller.abort('enough')) },
    });
    await expect(reading).rejects.toBe('enough');
    await expect(validateBatch(two, { signal: AbortSignal.abort('never') })).rejects.toBe('never');
  });

  it('is read to its limit and no further, and let go', async () => {
    let asked = 0;
    let isCancelled = false;
    const blob = new Blob([]);
    blob.stream = () =>
      new ReadableStream(
        {
          pull: (controller) => void (asked++, controller.enqueue(encodedAs(manyRows(1000), 'utf-8'))),
          cancel: () => void (isCancelled = true),
        },
        { highWaterMark: 0 },
      );
    const { refusal } = await validateBatch(blob, { batchMaxRows: 5000, pace });
    expect(refusal).toEqual({ code: 'too-many-rows', limit: 5000 });
    expect(asked).toBeLessThan(12);
    expect(isCancelled).toBe(true);
  });

  it('fails as its blob does', async () => {
    const blob = blobCutAt(new Uint8Array(), []);
    blob.stream = () => new ReadableStream({ pull: (controller) => controller.error(new Error('gone')) });
    await expect(validateBatch(blob)).rejects.toThrow('gone');
  });
});
