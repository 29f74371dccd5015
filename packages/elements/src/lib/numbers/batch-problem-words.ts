import type { BatchRow, BatchRowProblem } from '@numberdesk/core/numbers';
import type { Localizer } from '../internal/localize.ts';
import type { RejectedEntry } from './batch-outcome.ts';

/** A problem of a cell in words (NUM-4, NUM-7). */
export function problemText(
  { code, firstRow }: Pick<BatchRowProblem, 'code' | 'firstRow'>,
  texts: Localizer,
): string {
  if (code === 'duplicate-in-batch' && firstRow !== undefined) {
    return texts.say('import.problem.duplicate-of', { row: firstRow });
  }
  return texts.say(`import.problem.${code}`);
}

/** All problems of a row in words; nothing where there are none. */
export function rowWords({ problems }: BatchRow, texts: Localizer): string {
  return problems.map((problem) => problemText(problem, texts)).join(' ');
}

/** Why a row was not added, in words; what the server says where the widget knows no better. */
export function reasonText(
  { code, detail, firstLine, holder }: Pick<RejectedEntry, 'code' | 'detail' | 'firstLine' | 'holder'>,
  texts: Localizer,
): string {
  if (holder !== null) return texts.say('import.problem.held-by', { account: `\u2068${holder.name}\u2069` });
  if (code === 'duplicate-in-batch' && firstLine !== null) {
    return texts.say('import.problem.duplicate-of', { row: firstLine });
  }
  return texts.term('import.problem', code) ?? detail;
}
