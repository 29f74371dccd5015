import type { CsvProfile } from '@numberdesk/core/csv';
import { rejectedRowsCsv } from '@numberdesk/core/numbers';
import type { Localizer } from '../internal/localize.ts';
import { saveCsv } from '../internal/save-file.ts';
import type { RejectedEntry } from './batch-outcome.ts';
import { pagePace } from './batch-pace.ts';
import { reasonText } from './batch-problem-words.ts';

/** Rows of a part of the file. */
const partRows = 4_000;

/**
 * Hands over what was rejected in the same two columns plus the reason, to be corrected and dropped again (NUM-7). The
 * page has its turn between two parts.
 */
export async function saveRejected(
  entries: readonly RejectedEntry[],
  { name, profile, texts }: { name: string; profile: CsvProfile; texts: Localizer },
): Promise<void> {
  const pause = pagePace();
  const parts: Blob[] = [];
  for (let from = 0; from < entries.length; from += partRows) {
    const rows = entries.slice(from, from + partRows).map(rowOf);
    const reasonOf = ({ row }: { row: number }) =>
      reasonText(entries[from + row] as RejectedEntry, texts).replace(/[\u2068\u2069]/g, '');
    parts.push(new Blob([rejectedRowsCsv(rows, profile, reasonOf, from > 0)]));
    await pause();
  }
  saveCsv(`${name.replace(/\.\w+$/, '')}-rejected.csv`, parts);
}

const rowOf = ({ number, purpose }: RejectedEntry, row: number) => ({
  row,
  numberText: number,
  purposeText: purpose,
  number: null,
  purpose: null,
  warning: null,
  problems: [],
});
