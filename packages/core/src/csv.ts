/**
 * Tables as text, for spreadsheets and for machines.
 *
 * @module
 */
export { type CsvProfile, csvProfiles, toCsv } from './lib/internal/csv-text.ts';
