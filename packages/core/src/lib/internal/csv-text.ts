/**
 * For whom a file is written: `spreadsheet` opens in Excel and its like with every value as it was meant, `machine`
 * is plain RFC 4180.
 */
export const csvProfiles = ['spreadsheet', 'machine'] as const;

export type CsvProfile = (typeof csvProfiles)[number];

/**
 * A spreadsheet takes what begins like this for a formula, or swallows the sign (OWASP, CSV injection). Apostrophes of
 * the text's own count as well, so that whoever takes one off has the text again.
 */
const risky = /^'*[=+\-@\t\r]/;

/** A text without the apostrophe that `toCsv` has put before it for spreadsheets. */
export function withoutMark(text: string): string {
  return text.startsWith("'") && risky.test(text) ? text.slice(1) : text;
}

/** So that a spreadsheet reads the file as UTF-8. */
const byteOrderMark = '\ufeff';

/**
 * Writes rows as CSV with CRLF line ends. In the profile for spreadsheets the file begins with a byte order mark, and
 * an apostrophe stands before whatever would be taken for a formula, telephone numbers (`+1…`) among it.
 */
export function toCsv(rows: readonly (readonly string[])[], profile: CsvProfile): string {
  const isForSpreadsheets = profile === 'spreadsheet';
  const field = (text: string) => {
    const safe = isForSpreadsheets && risky.test(text) ? `'${text}` : text;
    return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const lines = rows.map((row) => `${row.map(field).join(',')}\r\n`);
  return (isForSpreadsheets ? byteOrderMark : '') + lines.join('');
}
