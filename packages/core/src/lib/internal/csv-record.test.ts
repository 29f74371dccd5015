import { describe, expect, it } from 'vitest';
import { loadRecordParser } from './csv-record.ts';

describe('a record of CSV', () => {
  it.each([
    ['a,b', ['a', 'b']],
    ['"a","b"', ['a', 'b']],
    ['"a, ""b""\r\nc",d', ['a, "b"\r\nc', 'd']],
    ['"a";"b;c"', ['a', 'b;c']],
    ['a,b"c"', ['a', 'b"c"']],
  ])('is read cell by cell: %j', async (record, cells) => {
    const parse = await loadRecordParser();
    expect(parse(record, record.includes(';') ? ';' : ',')).toEqual(cells);
  });

  it.each(['"a', '"a"b,c', '"a""', 'a,"b', '"a"\n"b"'])(
    'is none where its quotes make no sense: %j',
    async (record) => {
      const parse = await loadRecordParser();
      expect(parse(record, ',')).toBeNull();
    },
  );
});
