import type { Message } from './message.ts';

/** English of `<number-importer>`, as far as it begins with it. */
export const numberImporterWords = {
  'permission.numbers:add': 'Add numbers',
  'import.cancel': 'Cancel',
  'import.label': 'Add phone numbers',
  'import.loading': 'Loading',
  'import.offline': 'You are offline. What you enter stays here; saving waits until you are online again.',
  'import.part.failed': 'This part could not be loaded. Check your connection, then try again.',
  'import.help': 'If you need help with your numbers, turn to {contact}.',
  'import.help.contact': 'our support',

  'import.account': 'Add to',
  'import.account.choose': 'Choose an account',
  'import.account.needed': 'Choose where the numbers are to be added.',
  'import.account.failed': 'The accounts could not be loaded.',
  'import.account.none': 'You have no account that numbers can be added to.',
  'import.level.business': 'Business',
  'import.level.business-unit': 'Business unit',
  'import.level.program': 'Program',

  'import.ways': 'How to add numbers',
  'import.way.manual': 'Manual',
  'import.way.batch': 'Batch',

  'import.number': 'Phone number',
  'import.number.hint': 'Area code and number, such as {national}, or the same as {e164}.',
  'import.number.fine': 'Well-formed number',
  'import.number.area-code-unknown':
    'Well-formed, but we don’t know the area code yet: staff will look at it before it is approved.',
  'import.number.listed': 'This number is in your list already.',
  'import.list.full': {
    one: 'The list holds {count} number: save it first.',
    other: 'The list holds up to {count} numbers: save these first.',
  },
  'import.suggest': 'Use {suggestion}',
  'import.purpose': 'Call purpose',
  'import.purpose.choose': 'Choose a purpose',
  'import.purpose.missing': 'Choose what calls from this number are for.',
  'import.add': 'Add number',
  'import.added': '{number} is in your list: {count} in all.',

  'import.list': 'Numbers to add',
  'import.list.empty': 'The numbers that you add appear here. You can change them until you save.',
  'import.edit': 'Edit',
  'import.edit.label': 'Edit {number}',
  'import.edit.done': 'Apply',
  'import.remove': 'Remove',
  'import.remove.label': 'Remove {number}',
  'import.removed': { one: '{count} number removed.', other: '{count} numbers removed.' },
  'import.clear': 'Remove all',
  'import.undo': 'Undo',
  'import.undone': 'Taken back.',
  'import.save': { one: 'Save {count} number', other: 'Save {count} numbers' },

  'import.paste': { one: 'You pasted {count} line.', other: 'You pasted {count} lines.' },
  'import.paste.review': 'Review them as a batch',
  'import.paste.dismiss': 'Not now',
  'import.paste.purpose': 'They have no purpose. Choose one above, and it is taken for all of them.',
  'import.paste.name': 'Pasted lines',

  'import.dno':
    'Do Not Originate is only for numbers that never place calls: other carriers will block every call from them.',
  'import.dno.confirm': {
    one: 'I confirm that {count} number is to be marked Do Not Originate',
    other: 'I confirm that {count} numbers are to be marked Do Not Originate',
  },
  'import.dno.needed': 'Confirm this before you save.',

  'import.file.drop': 'Drop a CSV or TXT file here',
  'import.file.or': 'or',
  'import.file.choose': 'Choose a file',
  'import.file.one': 'Drop one file at a time.',
  'import.file.rules': {
    one: 'Two columns without a header: in each row a number, such as {e164} or {national}, and its call purpose. A file may have {count} row.',
    other:
      'Two columns without a header: in each row a number, such as {e164} or {national}, and its call purpose. A file may have up to {count} rows.',
  },
  'import.file.template': 'Download a template',
  'import.file.purposes': 'The purposes, as they are written in a file',
  'import.file.reading': 'Reading {name}',
  'import.file.rows': { one: '{count} row so far', other: '{count} rows so far' },
  'import.file.failed': 'The file could not be read. Choose it once more.',
  'import.refusal.empty': 'The file is empty: put a number and its call purpose into each row.',
  'import.refusal.binary': 'This is no text file: save your list as CSV or TXT, then choose it again.',
  'import.refusal.spreadsheet':
    'This is a spreadsheet: save it as CSV in your spreadsheet program, then choose that file.',
  'import.refusal.one-column':
    'The rows have one column only: put the call purpose into a second one, after a comma.',
  'import.refusal.too-many-rows': {
    one: 'The file has more than the {count} row that one file may have: split it into several files.',
    other: 'The file has more than the {count} rows that one file may have: split it into several files.',
  },

  'import.problem.empty': 'There is no number.',
  'import.problem.not-digits': 'Only digits, without spaces or punctuation.',
  'import.problem.wrong-length': 'A number has ten digits: area code and number.',
  'import.problem.plus-missing': 'Eleven digits that begin with 1 need a + in front.',
  'import.problem.plus-misplaced': 'A + stands at the very start only, before 1 and ten digits.',
  'import.problem.other-country': 'Only numbers of the North American plan (+1) can be added.',
  'import.problem.area-code-first-digit': 'An area code begins with 2 to 9.',
  'import.problem.area-code-n11': 'Codes such as 411 and 911 are no area codes.',
  'import.problem.area-code-reserved': 'This area code is reserved.',
  'import.problem.exchange-first-digit': 'The three digits after the area code begin with 2 to 9.',
  'import.problem.exchange-n11': 'The three digits after the area code cannot be a code such as 411 or 911.',
  'import.problem.fictional': 'This number is set aside for examples and directory assistance.',
  'import.problem.spreadsheet-number':
    'A spreadsheet has shortened this number. Format its column as text, and enter the number again.',
} as const satisfies Record<string, Message>;
