/** Why a text is no number that can be added (NUM-4): whoever needs the codes alone leaves the texts behind. */
export const phoneNumberProblemCodes = [
  'empty',
  'not-digits',
  'wrong-length',
  'plus-missing',
  'plus-misplaced',
  'other-country',
  'area-code-first-digit',
  'area-code-n11',
  'area-code-reserved',
  'exchange-first-digit',
  'exchange-n11',
  'fictional',
  'spreadsheet-number',
] as const;

export type PhoneNumberProblemCode = (typeof phoneNumberProblemCodes)[number];

/** The same in English, for whoever reads a problem's `detail`. */
export const phoneNumberProblems = {
  empty: 'There is no number.',
  'not-digits': 'A number has digits only, with a plus sign before a country code.',
  'wrong-length': 'A number has ten digits: area code and number.',
  'plus-missing': 'Eleven digits that begin with 1 need a plus sign in front, or the 1 left out.',
  'plus-misplaced': 'A plus sign stands only at the very start, before 1 and ten digits.',
  'other-country': 'The number is outside the North American Numbering Plan.',
  'area-code-first-digit': 'An area code begins with 2 to 9.',
  'area-code-n11': 'Codes such as 411 and 911 are services, no area codes.',
  'area-code-reserved': 'This area code is reserved and not in use.',
  'exchange-first-digit': 'The three digits after the area code begin with 2 to 9.',
  'exchange-n11': 'The three digits after a geographic area code are no service code such as 411 or 911.',
  fictional: 'The number is set aside for films, examples or directory assistance.',
  'spreadsheet-number': 'A spreadsheet has written the number in its short form, which loses digits.',
} as const satisfies Record<PhoneNumberProblemCode, string>;

/** Why a row of a batch is not added (NUM-7). */
export const numberRowProblems = {
  ...phoneNumberProblems,
  'purpose-unknown': 'There is no such purpose of calls.',
  'duplicate-in-batch': 'The number stands in the batch already.',
  'already-here': 'The account has this number already.',
  'held-elsewhere': 'The number is held elsewhere.',
} as const;

export type NumberRowProblemCode = keyof typeof numberRowProblems;

/** What is odd about a number that is accepted all the same (NUM-4). */
export const numberWarnings = ['area-code-unknown', 'rejected-before'] as const;

export type NumberWarning = (typeof numberWarnings)[number];
