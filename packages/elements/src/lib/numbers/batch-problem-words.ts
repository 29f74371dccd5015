import type { BatchRow, BatchRowProblem, PhoneNumber } from '@numberdesk/core/numbers';
import type { Localizer } from '../internal/localize.ts';
import type { RejectedEntry } from './batch-outcome.ts';

/** A problem of a cell in words (NUM-4, NUM-7). */
export function problemText(
  { code, firstRow, firstPurpose }: Pick<BatchRowProblem, 'code' | 'firstRow' | 'firstPurpose'>,
  texts: Localizer,
): string {
  if (code === 'duplicate-in-batch' && firstRow !== undefined) {
    return duplicateText(firstRow, firstPurpose ?? null, texts);
  }
  return texts.say(`import.problem.${code}`);
}

/** That a number stands in an earlier line, and what it is for there where that is something else. */
function duplicateText(row: number, purpose: string | null, texts: Localizer): string {
  if (purpose === null) return texts.say('import.problem.duplicate-of', { row });
  return texts.say('import.problem.duplicate-other', {
    row,
    purpose: texts.term('purpose', purpose) ?? purpose,
  });
}

/** All problems of a row in words; nothing where there are none. */
export function rowWords({ problems }: BatchRow, texts: Localizer): string {
  return problems.map((problem) => problemText(problem, texts)).join(' ');
}

/** Why a row was not added, in words; what the server says where the widget knows no better. */
export function reasonText(
  { code, detail, firstLine, firstPurpose, holder }: Omit<RejectedEntry, 'line' | 'number' | 'purpose'>,
  texts: Localizer,
): string {
  if (holder !== null) return texts.say('import.problem.held-by', { account: `\u2068${holder.name}\u2069` });
  if (code === 'duplicate-in-batch' && firstLine !== null) {
    return duplicateText(firstLine, firstPurpose, texts);
  }
  return texts.term('import.problem', code) ?? detail;
}

/** How many numbers have which status now, in words (NUM-9). */
export function statusNews(changed: readonly Pick<PhoneNumber, 'status'>[], texts: Localizer): string {
  const sentences = Array.from(new Set(changed.map(({ status }) => status)), (status) => {
    const { length: count } = changed.filter((number) => number.status === status);
    return texts.say('import.result.status', {
      count,
      status: texts.term('import.status', status) ?? status,
    });
  });
  return sentences.join(' ');
}
