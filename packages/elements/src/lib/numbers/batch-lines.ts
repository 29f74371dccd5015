import { callPurposeTexts, callPurposes } from '@numberdesk/core/numbers';
import type { Localizer } from '../internal/localize.ts';
import type { BatchLine, BatchLines, RejectedEntry } from './batch-outcome.ts';
import { problemText } from './batch-problem-words.ts';
import type { BatchReview } from './batch-review.ts';

/** The rows of a review that can be saved. */
export function validLines(review: BatchReview): BatchLines {
  const valid = review.rows('valid');
  return {
    length: valid.length,
    at(index) {
      const { row, numberText, number, purpose } = review.at(valid[index] as number);
      return {
        line: row,
        text: numberText,
        number: number as string,
        purpose: purpose as BatchLine['purpose'],
      };
    },
  };
}

/** The rows that somebody has left as they are, each with the first thing that is wrong with it. */
export function leftRows(review: BatchReview, texts: Localizer): RejectedEntry[] {
  return Array.from(review.rows('problems'), (index) => {
    const { row, numberText, purposeText, problems } = review.at(index);
    const [problem] = problems;
    return {
      line: row,
      number: numberText,
      purpose: purposeText,
      code: problem?.code ?? '',
      detail: problem ? problemText(problem, texts) : '',
      suggestion: problem?.suggestion ?? null,
      holder: null,
      firstLine: problem?.firstRow ?? null,
      firstPurpose: problem?.firstPurpose ?? null,
    };
  });
}

/** A rejected row as it is sent once more. */
export function movedLine({ line, number, purpose }: RejectedEntry): BatchLine {
  const known = callPurposes.find((each) => callPurposeTexts[each] === purpose);
  return { line, text: number, number, purpose: known as BatchLine['purpose'] };
}
