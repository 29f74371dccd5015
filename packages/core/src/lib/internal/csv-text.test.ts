import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { toCsv, withoutMark } from './csv-text.ts';

const table = fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 5 }), {
  minLength: 1,
});
const parse = (text: string) =>
  Papa.parse<string[]>(text, { delimiter: ',', newline: '\r\n' }).data.slice(0, -1);

describe('rows as CSV', () => {
  it('is read back by another parser as it was written, whatever the fields hold', () => {
    fc.assert(
      fc.property(table, (rows) => {
        expect(parse(toCsv(rows, 'machine'))).toEqual(rows);
      }),
    );
  });

  it('begins no field of a spreadsheet with what would make it a formula, and loses nothing but the mark', () => {
    const risky = fc
      .constantFrom('=', '+', '-', '@', '\t', '\r', "'", "''+", '')
      .chain((start) => fc.string().map((text) => start + text));
    fc.assert(
      fc.property(fc.array(risky, { minLength: 2 }), (row) => {
        const text = toCsv([row], 'spreadsheet');
        expect(text.startsWith('\ufeff')).toBe(true);
        const [read = []] = parse(text.slice(1));
        expect(read.some((field) => /^[=+\-@\t\r]/.test(field))).toBe(false);
        expect(read.map((field) => field.replace(/^'(?='*[=+\-@\t\r])/, ''))).toEqual(row);
        expect(read.map(withoutMark)).toEqual(row);
      }),
    );
  });

  it('quotes what another reader might take for the end of a field', () => {
    expect(toCsv([['a;b', 'c\td', 'e']], 'machine')).toBe('"a;b","c\td",e\r\n');
  });

  it('writes a telephone number as text for spreadsheets, and as it is for machines', () => {
    expect(toCsv([['+15013334444']], 'spreadsheet')).toBe("\ufeff'+15013334444\r\n");
    expect(toCsv([['+15013334444', 'a "b", c']], 'machine')).toBe('+15013334444,"a ""b"", c"\r\n');
  });
});
