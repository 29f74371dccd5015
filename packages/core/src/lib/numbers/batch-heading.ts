import { parseCallPurpose } from './call-purpose-text.ts';

/**
 * Whether the first row of a file names its columns: words in both and no digit, the second not nearly a purpose
 * (NUM-7).
 */
export function isHeading(number: string, purpose: string): boolean {
  const isWord = (text: string) => /\p{L}/u.test(text) && !/\p{Nd}/u.test(text);
  if (!isWord(number) || !isWord(purpose)) return false;
  const reading = parseCallPurpose(purpose);
  return !reading.ok && reading.suggestion === undefined;
}
