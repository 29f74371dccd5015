import { inAscii } from './ascii-digits.ts';

/** What people put between digits, and what cannot be seen there: all blanks, dashes, dots, brackets, slashes. */
const separators =
  /[\s\u00ad\u061c\u200b-\u200f\u2010-\u2015\u202a-\u202e\u2060-\u2069\u2212\ufe58\ufe63\ufeff\u00b7.,()[\]/_-]/g;

/**
 * The number that a text plainly means, in E.164, however it is written; `null` where that is not plain. It need not
 * be one that can be assigned (NUM-4).
 */
export function intendedNumber(text: string): string | null {
  if (text.length > 64) return null;
  const plain = withoutWrapping(inAscii(text).trim());
  const digits = fromSpreadsheet(plain) ?? plain.replace(separators, '');
  const [, number] = /^(?:\+*1\+?|001)?([0-9]{10})\+?$/.exec(digits) ?? [];
  return number === undefined ? null : `+1${number}`;
}

/** Without the apostrophe of a spreadsheet's text, the quotes of a formula, and `tel:`. */
function withoutWrapping(text: string): string {
  if (/^[0-9+(].*[0-9]$/.test(text)) return text;
  return text
    .replace(/^['\u2018\u2019]/, '')
    .replace(/^="?(.*?)"?$/, '$1')
    .replace(/^"(.*)"$/, '$1')
    .replace(/^tel:/i, '');
}

/** The digits of a number in a spreadsheet's short form or with decimals, if none of them is lost. */
function fromSpreadsheet(text: string): string | null {
  if (!/^\+?[0-9]+[.,e]/i.test(text)) return null;
  const [, whole = '', decimals = '', exponent] =
    /^\+?([0-9])(?:[.,]([0-9]+))?E\+?([0-9]{1,2})$/i.exec(text) ?? [];
  if (exponent !== undefined) return decimals.length === Number(exponent) ? whole + decimals : null;
  return /^\+?([0-9]{10,11})[.,]0{1,2}$/.exec(text)?.[1] ?? null;
}
