/** What can stand between the columns of a file, in the order in which they are preferred. */
export const batchDelimiters = [',', ';', '\t'] as const;

export type BatchDelimiter = (typeof batchDelimiters)[number];

/** Rows that have a say. */
const enough = 32;

/** A comma's place among the delimiters. */
const comma = 0;
const isDigit = (byte: number | undefined) => byte !== undefined && byte >= 0x30 && byte <= 0x39;

const [quote, lineFeed, carriageReturn] = [0x22, 0x0a, 0x0d];
const codes: readonly number[] = batchDelimiters.map((delimiter) => delimiter.charCodeAt(0));

/**
 * What stands between the columns: of the marks that come first in a row, outside quotes, the one that does so in most
 * of the first rows. A reason or a note further on may hold any other (NUM-7). A comma within digits is a decimal's or a
 * number's own where another mark follows in its row, as in `5,013334444E+09;Survey`.
 */
export function batchDelimiter(start: Uint8Array): BatchDelimiter {
  const votes = [0, 0, 0];
  let [isQuoted, hasVoted, isFieldStart, isDecimal] = [false, false, true, false];
  let left = enough;
  const vote = (mark: number) => {
    votes[mark] = (votes[mark] ?? 0) + 1;
    left--;
  };
  for (let at = 0; at < start.length && left > 0; at++) {
    const byte = start[at] ?? 0;
    if (byte === quote && (isQuoted || isFieldStart)) {
      isQuoted = !isQuoted;
      isFieldStart = !isQuoted; // a second one right after the first stands for itself
    } else if (!isQuoted) {
      const isBreak = byte === lineFeed || byte === carriageReturn;
      const found = codes.indexOf(byte);
      const isWithin = found === comma && isDigit(start[at - 1]) && isDigit(start[at + 1]);
      if (found >= 0 && !hasVoted && !isWithin) vote(found);
      else if (isBreak && !hasVoted && isDecimal) vote(comma);
      hasVoted = !isBreak && (hasVoted || (found >= 0 && !isWithin));
      isDecimal = !isBreak && (isDecimal || isWithin);
      isFieldStart = isBreak || found >= 0;
    }
  }
  if (left > 0 && isDecimal && !hasVoted) vote(comma);
  return batchDelimiters[votes.indexOf(Math.max(...votes))] ?? ',';
}
