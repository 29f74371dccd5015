import { addressKey, nameKey } from './submitted-text.ts';

/** The fields of a request that are held against what is on file (POR-3, POR-5). */
export const matchedFields = ['name', 'address', 'accountNumber', 'pin', 'zip'] as const;

export type MatchedField = (typeof matchedFields)[number];

/** How a submitted field stands to what is on file. */
export type FieldMatch = 'match' | 'mismatch' | 'not-on-file' | 'not-submitted';

/** Fields as they were submitted, or as they are on file; absent and empty is the same. */
export type MatchedFields = { [Field in MatchedField]?: string | null | undefined };

const lettersAndDigits = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Five digits of a ZIP code decide; another country's code counts whole. */
const zipKey = (zip: string) => lettersAndDigits(zip).replace(/^(\d{5})\d{4}$/, '$1');

/** The form in which two spellings of a field are equal; of a PIN there is one spelling (POR-5). */
const keyOf = {
  name: nameKey,
  address: addressKey,
  accountNumber: lettersAndDigits,
  pin: (pin) => pin,
  zip: zipKey,
} satisfies Record<MatchedField, (text: string) => string>;

/**
 * How each submitted field stands to what is on file, as the trade compares them: case, punctuation and the usual
 * abbreviations do not count, of ZIP codes the first five digits decide, a PIN has to be exact (POR-3, POR-5). The answer
 * holds no value of either side.
 */
export function matchSubmitted(
  submitted: MatchedFields,
  onFile: MatchedFields,
): Record<MatchedField, FieldMatch> {
  const entries = matchedFields.map((field): [MatchedField, FieldMatch] => {
    const given = keyOf[field](submitted[field] ?? '');
    const known = keyOf[field](onFile[field] ?? '');
    if (given === '') return [field, 'not-submitted'];
    if (known === '') return [field, 'not-on-file'];
    return [field, given === known ? 'match' : 'mismatch'];
  });
  return Object.fromEntries(entries) as Record<MatchedField, FieldMatch>;
}

/** What is shown in place of a PIN: always the same, so that it tells neither a digit nor how many there are (POR-3). */
export function maskPin(pin: string | null | undefined): string | null {
  return pin === null || pin === undefined || pin === '' ? null : '••••';
}
