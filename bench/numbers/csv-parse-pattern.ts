import { parse } from 'csv-parse/sync';
import { type Contestant, numberPattern, purposeTexts, sorted } from './contestant.ts';

/** csv-parse with a regular expression. */
export const contestant: Contestant = {
  read(bytes) {
    const table: string[][] = parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), {
      skip_empty_lines: true,
    });
    return sorted(table, (number, purpose) =>
      !numberPattern.test(number) ? 'number' : purposeTexts.has(purpose) ? null : 'purpose',
    );
  },
};
