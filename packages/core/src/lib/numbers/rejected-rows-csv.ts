import { type CsvProfile, toCsv, withoutMark } from '../internal/csv-text.ts';
import { isHeading } from './batch-heading.ts';
import type { BatchRow } from './batch-report.ts';
import { type CallPurpose, callPurposeTexts } from './call-purposes.ts';

/**
 * Rejected rows as a file in the two columns in which they came, and why in a third: corrected, it is read again
 * (NUM-7).
 *
 * @param reasonOf - What is wrong with a row, in the reader's language.
 * @param goesOn - Whether rows of the same file have been written before: a file of many is made part by part.
 */
export function rejectedRowsCsv(
  rows: Iterable<BatchRow>,
  profile: CsvProfile,
  reasonOf: (row: BatchRow) => string,
  goesOn = false,
): string {
  const table = Array.from(rows, (row) => [row.numberText, row.purposeText, reasonOf(row)]);
  if (goesOn) return withoutByteOrderMark(readableCsv(table, profile));
  const [first] = table;
  // Else the reader would take the first row itself for a heading.
  if (first && isHeading(first[0] ?? '', first[1] ?? '')) table.unshift(['Number', 'Purpose', 'Reason']);
  return readableCsv(table, profile);
}

/** Numbers and their purposes as a file that can be read again (NUM-3); a purpose that nobody has said is left empty. */
export function numbersCsv(
  rows: Iterable<{ number: string; purpose: CallPurpose | null }>,
  profile: CsvProfile,
): string {
  const table = Array.from(rows, ({ number, purpose }) => [number, purpose ? callPurposeTexts[purpose] : '']);
  return readableCsv(table, profile);
}

/** The reader takes the apostrophe of a spreadsheet off, so a file for machines gets one more where one stands. */
function readableCsv(table: readonly (readonly string[])[], profile: CsvProfile): string {
  const mark = (text: string) => (withoutMark(text) === text ? text : `'${text}`);
  return toCsv(profile === 'machine' ? table.map((row) => row.map(mark)) : table, profile);
}

const withoutByteOrderMark = (text: string) => (text.startsWith('\ufeff') ? text.slice(1) : text);
