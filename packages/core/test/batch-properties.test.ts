import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it, vi } from 'vitest';
import {
  callPurposeTexts,
  numbersCsv,
  packBatch,
  parseCallPurpose,
  parsePhoneNumber,
  rejectedRowsCsv,
  unpackBatch,
  validateBatch,
} from '../src/numbers.ts';
import { csvProfiles } from '../src/csv.ts';
import { blobCutAt, cellsOf, encodedAs, plainReport } from './batch-cells.ts';

// Hundreds of files each, on machines that may be busy.
vi.setConfig({ testTimeout: 30_000 });

const limit = { batchMaxRows: 10_000 };
const purposeText = fc.constantFrom(...Object.values(callPurposeTexts));
const goodNumber = fc.stringMatching(/^(?:\+1)?501(?:333|4[0-9][2-9])[0-9]{4}$/);
const oddText = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc
      .array(fc.constantFrom(...'",;\t\r\n\'+=1234567890é \u00a0\ufeff', '\r\n', '""', '+1'), {
        maxLength: 12,
      })
      .map((all) => all.join('')),
  )
  .map((text) => text.replaceAll('\0', ''));
const numberText = fc.oneof(goodNumber, fc.stringMatching(/^[0-9+ ().-]{1,16}$/), oddText);
const anyPurpose = fc.oneof(purposeText, purposeText, oddText);
const table = fc.array(fc.tuple(numberText, anyPurpose), { maxLength: 12 });

/** A file as people make it: any line break, quotes where they please and where they must. */
const file = fc
  .tuple(
    fc.array(fc.tuple(numberText, anyPurpose, fc.boolean(), fc.constantFrom('', ',', ',why')), {
      maxLength: 12,
    }),
    fc.constantFrom('\n', '\r\n', '\r'),
    fc.boolean(),
  )
  .map(([rows, lineBreak, isEnded]) => {
    const cell = (text: string, isQuoted: boolean) =>
      isQuoted || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    const lines = rows.map(
      ([number, purpose, isQuoted, more]) => `${cell(number, isQuoted)},${cell(purpose, isQuoted)}${more}`,
    );
    return lines.join(lineBreak) + (isEnded ? lineBreak : '');
  });
/** The same, damaged: a piece of it is missing, or something was put in. */
const damagedFile = fc
  .tuple(file, fc.nat(), fc.nat(6), oddText)
  .map(
    ([text, at, length, put]) =>
      text.slice(0, at % (text.length + 1)) + put + text.slice((at % (text.length + 1)) + length),
  );

describe('any file', () => {
  it('NUM-7: is read without a throw, whatever its bytes, and every row is accounted for once', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.oneof(file, damagedFile).map((text) => encodedAs(text, 'utf-8')),
      fc.oneof(file, damagedFile).map((text) => encodedAs(text, 'windows-1252')),
      fc.oneof(file, damagedFile).map((text) => encodedAs(text, 'utf-16le')),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (input) => {
        const { rows, accepted, rejected, totals, refusal } = plainReport(await validateBatch(input));
        const lines = rows.map(({ row }) => row);
        expect([...accepted, ...rejected].map(({ row }) => row).sort((a, b) => a - b)).toEqual(lines);
        expect(lines).toEqual([...new Set(lines)].sort((a, b) => a - b));
        expect(accepted.flatMap(({ problems }) => problems)).toEqual([]);
        expect(rejected.filter(({ problems }) => problems.length === 0)).toEqual([]);
        expect(new Set(accepted.map(({ number }) => number)).size).toBe(accepted.length);
        expect(totals).toMatchObject({
          rows: rows.length,
          accepted: accepted.length,
          rejected: rejected.length,
        });
        const fixable = rejected.filter(({ problems }) =>
          problems.every(({ suggestion }) => suggestion !== undefined),
        );
        expect(totals.suggested).toBe(fixable.length);
        if (refusal) expect(rows).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('NUM-4: is judged row by row as single numbers and purposes are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(file, damagedFile), async (text) => {
        for (const row of (await validateBatch(text)).rows) {
          const number = parsePhoneNumber(row.numberText);
          const purpose = parseCallPurpose(row.purposeText);
          expect(row.number).toBe(number.ok ? number.number : null);
          expect(row.purpose).toBe(purpose.ok ? purpose.purpose : null);
          for (const { column, suggestion } of row.problems) {
            if (suggestion === undefined) continue;
            const reading = column === 'number' ? parsePhoneNumber(suggestion) : parseCallPurpose(suggestion);
            expect(reading.ok).toBe(true);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('NUM-7: gives the same report wherever its bytes are cut', async () => {
    const encoding = fc.constantFrom('utf-8', 'utf-16le', 'utf-16be', 'windows-1252');
    const cuts = fc.array(fc.nat(), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(file, damagedFile),
        encoding,
        fc.boolean(),
        cuts,
        async (text, as, hasMark, places) => {
          const bytes = encodedAs((hasMark ? '\ufeff' : '') + text, as);
          const whole = plainReport(await validateBatch(bytes, limit));
          expect(plainReport(await validateBatch(blobCutAt(bytes, places), limit))).toEqual(whole);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('NUM-7: gives the same report wherever it is cut when it is longer than its start', async () => {
    const rows = fc.array(fc.tuple(goodNumber, anyPurpose), { minLength: 1, maxLength: 5 });
    const cuts = fc.array(fc.nat(), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.oneof(file, damagedFile), rows, cuts, async (text, others, places) => {
        const more = `${numbersCsvOf(others)}${text}\n`;
        const bytes = encodedAs(more.repeat(Math.ceil(40_000 / more.length)), 'utf-8');
        const whole = await validateBatch(bytes, limit);
        const cut = await validateBatch(blobCutAt(bytes, places), limit);
        expect(cut.totals).toEqual(whole.totals);
        expect(cut.notices).toEqual(whole.notices);
        expect(cellsOf(cut.rows)).toEqual(cellsOf(whole.rows));
      }),
      { numRuns: 10 },
    );
  });

  it('NUM-7: says the same in every encoding', async () => {
    await fc.assert(
      fc.asyncProperty(file, async (text) => {
        // UTF-16 without a mark is known by its digits and Latin letters, as long as most of a file is made of them.
        const whole = '5013334444,Survey\n'.repeat(1 + text.length / 4) + text;
        const { rows, totals } = plainReport(await validateBatch(whole));
        for (const as of ['utf-8', 'utf-16le', 'utf-16be'] as const) {
          const report = plainReport(await validateBatch(encodedAs(whole, as)));
          expect(report.totals).toEqual(totals);
          expect(report.rows).toEqual(rows);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('NUM-3: has the cells that papaparse finds in it', async () => {
    // A semicolon or a tab that papaparse leaves without quotes may be meant to part columns.
    const rows = fc.array(fc.tuple(fc.stringMatching(/^[^\0;\t]{0,12}$/), anyPurpose), {
      minLength: 1,
      maxLength: 12,
    });
    const newline = fc.constantFrom('\n', '\r\n', '\r');
    await fc.assert(
      fc.asyncProperty(rows, newline, fc.boolean(), async (given, lineBreak, quotes) => {
        const text = Papa.unparse([['1', ''], ...given], { newline: lineBreak, quotes });
        const found = Papa.parse<string[]>(text, { delimiter: ',', newline: lineBreak }).data;
        // What is blank is seen once the apostrophe is off that keeps a spreadsheet from taking a cell for a formula.
        const expected = found
          .map((cells) => cells.map((cell) => cell.replace(/^'(?='*[=+\-@\t\r])/, '')))
          .filter((cells) => cells.slice(0, 2).some((cell) => cell.trim() !== ''));
        expect(cellsOf((await validateBatch(text)).rows)).toEqual(expected);
      }),
      { numRuns: 200, examples: [[[['', "'\t"]], '\n', false]] },
    );
  });
});

const numbersCsvOf = (rows: readonly (readonly [string, string])[]) =>
  Papa.unparse(
    rows.map((row) => [...row]),
    { newline: '\n' },
  ) + '\n';

describe('what was rejected', () => {
  it.each(csvProfiles)('NUM-7: is the same again when its %s file is read', async (profile) => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(file, damagedFile), fc.string({ unit: 'grapheme' }), async (text, reason) => {
        const { rejected } = await validateBatch(text);
        const csv = rejectedRowsCsv(rejected, profile, () => reason.replaceAll('\0', ''));
        expect(cellsOf((await validateBatch(csv)).rows)).toEqual(cellsOf(rejected));
        const all = [...rejected];
        const parts = [all.slice(0, 2), all.slice(2)].map((part, at) =>
          rejectedRowsCsv(part, profile, () => reason.replaceAll('\0', ''), at > 0),
        );
        expect(parts.join('')).toBe(csv);
      }),
      { numRuns: 200 },
    );
  });

  it.each(csvProfiles)('NUM-7: is accepted when its %s file is corrected', async (profile) => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(goodNumber, { minLength: 1, selector: (text) => text.slice(-10) }),
        async (numbers) => {
          const wrong = numbers
            .map((number) => `${number.slice(0, -4)}-${number.slice(-4)},Prison\n`)
            .join('');
          const { rejected } = await validateBatch(wrong);
          const csv = rejectedRowsCsv(rejected, profile, () => 'Nicht, so; bitte');
          const right = numbers.reduce(
            (all, number) => all.replace(`${number.slice(0, -4)}-${number.slice(-4)}`, number),
            csv,
          );
          for (const text of [right, right.replaceAll(/,(?=Prison)|(?<=Prison),/g, ';')]) {
            const { accepted, notices } = await validateBatch(text);
            expect(accepted.length).toBe(numbers.length);
            expect(notices).toContainEqual({ code: 'third-column', row: 1 });
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('what was accepted', () => {
  it.each(csvProfiles)('NUM-3: is the same again when its %s file is read', async (profile) => {
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const { accepted } = await validateBatch(numbersCsvOf(rows));
        const again = await validateBatch(numbersCsv(accepted as Iterable<never>, profile));
        const pairs = (all: typeof accepted) => Array.from(all, ({ number, purpose }) => [number, purpose]);
        expect(pairs(again.accepted)).toEqual(pairs(accepted));
        expect(again.rejected.length).toBe(0);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a report', () => {
  it('NUM-7: is the same after its way from a worker to a page', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(file, damagedFile), async (text) => {
        const report = await validateBatch(text, {
          allowFictionalNumbers: true,
          onProgress: () => undefined,
        });
        const before = plainReport(report);
        const { batch, transfer } = packBatch(report);
        expect(plainReport(unpackBatch(structuredClone(batch, { transfer })))).toEqual(before);
        expect(transfer.every(({ byteLength }) => byteLength === 0)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('is packed only if it is one of these', async () => {
    const report = await validateBatch('5013334444,Survey');
    expect(() => packBatch({ ...report })).toThrow(TypeError);
  });
});
