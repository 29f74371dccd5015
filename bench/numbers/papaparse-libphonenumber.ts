import { parsePhoneNumberFromString } from 'libphonenumber-js';
import papa from 'papaparse';
import { type Contestant, purposeTexts, sorted } from './contestant.ts';

/** papaparse with libphonenumber-js, which takes punctuation as well. */
export const contestant: Contestant = {
  read(bytes) {
    const { data } = papa.parse<string[]>(new TextDecoder().decode(bytes), {
      delimiter: ',',
      skipEmptyLines: true,
    });
    return sorted(data, (number, purpose) => {
      const found = parsePhoneNumberFromString(number, 'US');
      if (!found?.isValid() || !number.endsWith(found.nationalNumber)) return 'number';
      return purposeTexts.has(purpose) ? null : 'purpose';
    });
  },
};
