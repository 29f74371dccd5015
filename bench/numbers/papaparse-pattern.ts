import papa from 'papaparse';
import { type Contestant, numberPattern, purposeTexts, sorted } from './contestant.ts';

/** papaparse with a regular expression. */
export const contestant: Contestant = {
  read(bytes) {
    const { data } = papa.parse<string[]>(new TextDecoder().decode(bytes), {
      delimiter: ',',
      skipEmptyLines: true,
    });
    return sorted(data, (number, purpose) =>
      !numberPattern.test(number) ? 'number' : purposeTexts.has(purpose) ? null : 'purpose',
    );
  },
};
