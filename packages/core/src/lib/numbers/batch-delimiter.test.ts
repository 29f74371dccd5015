import { describe, expect, it } from 'vitest';
import { batchDelimiter } from './batch-delimiter.ts';

const delimiterOf = (text: string) => batchDelimiter(new TextEncoder().encode(text));

describe('what stands between the columns', () => {
  it.each([
    ['', ','],
    ['5013334444', ','],
    ['a,b', ','],
    ['a;b', ';'],
    ['a\tb', '\t'],
    ['a;b,c,d,e', ';'],
    ['a,b;c;d;e', ','],
    ['a;b\nc,d\n', ','],
    ['a;b\rc,d\re;f', ';'],
    ['x\ny\na\tb', '\t'],
    ['"a;b",c', ','],
    ['"a\nb;c\nd;e",f', ','],
    ['"a"";b",c', ','],
    ['5";b', ';'],
    ['5,013334444E+09;Customer Service\n5013334445;Survey', ';'],
    ['5,013334444E+09\tSurvey', '\t'],
    ['501,333,4444;Survey', ';'],
    ['5013334444,1', ','],
    ['5013334444,1\n5013334445,2\na;b', ','],
    ['5013334444,Survey;a note', ','],
    ['a,"b;c\nd;e\nf;g"\nh,i', ','],
  ])('NUM-7: in %j is %j', (text, delimiter) => {
    expect(delimiterOf(text)).toBe(delimiter);
  });
});
