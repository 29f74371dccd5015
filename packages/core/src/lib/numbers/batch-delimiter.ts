/** What can stand between the columns of a file, in the order in which they are preferred. */
export const batchDelimiters = [',', ';', '\t'] as const;

export type BatchDelimiter = (typeof batchDelimiters)[number];

/** Rows that have a say. */
const enough = 32;

const [quote, lineFeed, carriageReturn] = [0x22, 0x0a, 0x0d];
const codes: readonly number[] = batchDelimiters.map((delimiter) => delimiter.charCodeAt(0));

/**
 * What stands between the columns: of the marks that come first in a row, outside quotes, the one that does so in most
 * of the first rows. A reason or a note further on may hold any other (NUM-7).
 */
export function batchDelimiter(start: Uint8Array): BatchDelimiter {
  const votes = [0, 0, 0];
  let [isQuoted, hasVoted, isFieldStart] = [false, false, true];
  let left = enough;
  for (let at = 0; at < start.length && left > 0; at++) {
    const byte = start[at] ?? 0;
    if (byte === quote && (isQuoted || isFieldStart)) {
      isQuoted = !isQuoted;
      isFieldStart = !isQuoted; // a second one right after the first stands for itself
    } else if (!isQuoted) {
      const isBreak = byte === lineFeed || byte === carriageReturn;
      const found = codes.indexOf(byte);
      if (found >= 0 && !hasVoted) {
        votes[found] = (votes[found] ?? 0) + 1;
        left--;
      }
      hasVoted = !isBreak && (hasVoted || found >= 0);
      isFieldStart = isBreak || found >= 0;
    }
  }
  return batchDelimiters[votes.indexOf(Math.max(...votes))] ?? ',';
}
