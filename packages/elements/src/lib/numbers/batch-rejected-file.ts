import type { CsvProfile } from '@numberdesk/core/csv';
import { rejectedRowsCsv } from '@numberdesk/core/numbers';
import type { Localizer } from '../internal/localize.ts';
import { saveCsv } from '../internal/save-file.ts';
import type { RejectedEntry } from './batch-outcome.ts';
import { reasonText } from './batch-problem-words.ts';

/** Hands over what was rejected in the same two columns plus the reason, to be corrected and dropped again (NUM-7). */
export function saveRejected(
  entries: readonly RejectedEntry[],
  { name, profile, texts }: { name: string; profile: CsvProfile; texts: Localizer },
): void {
  const byRow = entries.map((entry, row) => ({
    row,
    numberText: entry.number,
    purposeText: entry.purpose,
    number: null,
    purpose: null,
    warning: null,
    problems: [],
  }));
  const reasonOf = ({ row }: { row: number }) => reasonText(entries[row] as RejectedEntry, texts);
  saveCsv(`${name.replace(/\.\w+$/, '')}-rejected.csv`, rejectedRowsCsv(byRow, profile, reasonOf));
}
