import { callPurposeTexts, callPurposes } from '@numberdesk/core/numbers';
import type { Localizer } from '../internal/localize.ts';
import { type BatchLine, type BatchLines, type RejectedEntry, byLine } from './batch-outcome.ts';
import { problemText } from './batch-problem-words.ts';
import type { BatchReview } from './batch-review.ts';
import { type Slices, inSlices } from './in-slices.ts';

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
export async function leftRows(
  review: BatchReview,
  texts: Localizer,
  slices: Slices,
): Promise<RejectedEntry[]> {
  const left = review.rows('problems');
  const entries: RejectedEntry[] = [];
  await inSlices(left.length, slices, (at) => {
    const { row, numberText, purposeText, problems } = review.at(left[at] as number);
    const [problem] = problems;
    entries.push({
      ...plain,
      line: row,
      number: numberText,
      purpose: purposeText,
      code: problem?.code ?? '',
      detail: problem ? problemText(problem, texts) : '',
      suggestion: problem?.suggestion ?? null,
      firstLine: problem?.firstRow ?? null,
      firstPurpose: problem?.firstPurpose ?? null,
    });
  });
  return entries;
}

/** The rows that nobody has answered for, since somebody has stopped the saving before. */
export async function unsentRows(
  lines: BatchLines,
  from: number,
  texts: Localizer,
  slices: Slices,
): Promise<RejectedEntry[]> {
  const entries: RejectedEntry[] = [];
  const detail = texts.say('import.problem.not-sent');
  await inSlices(lines.length - from, slices, (at) => {
    const { line, text, purpose } = lines.at(from + at);
    entries.push({
      ...plain,
      line,
      number: text,
      purpose: callPurposeTexts[purpose],
      code: 'not-sent',
      detail,
    });
  });
  return entries;
}

/** Two lists, each in the order of its lines, as one. */
export async function inOrder(
  one: readonly RejectedEntry[],
  other: readonly RejectedEntry[],
  slices: Slices,
): Promise<RejectedEntry[]> {
  const merged: RejectedEntry[] = [];
  let [a, b] = [0, 0];
  await inSlices(one.length + other.length, slices, () => {
    const [first, second] = [one[a], other[b]];
    const isFirst = first && (!second || byLine(first, second) <= 0);
    merged.push((isFirst ? one[a++] : other[b++]) as RejectedEntry);
  });
  return merged;
}

const plain = { suggestion: null, holder: null, firstLine: null, firstPurpose: null } as const;

/** A rejected row as it is sent once more, to be taken out of the account that was named with it. */
export function movedLine({ line, number, purpose, holder }: RejectedEntry): BatchLine {
  const known = callPurposes.find((each) => callPurposeTexts[each] === purpose);
  const from = holder ? { from: holder.id } : {};
  return { line, text: number, number, purpose: known as BatchLine['purpose'], ...from };
}
