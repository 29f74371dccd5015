import { type CsvProfile, toCsv } from '@numberdesk/core/csv';
import { type CallPurpose, type PhoneNumber, callPurposeTexts } from '@numberdesk/core/numbers';
import type { MessageKey } from '../internal/locales/en.ts';
import { type NumberTableView, accountName } from './number-table-view.ts';

interface Column {
  /** Name in a file for machines, which no language changes. */
  name: string;
  head: MessageKey;
  value: (number: PhoneNumber) => string | null;
  /** For a reader, in place of the plain value. */
  shown?: (number: PhoneNumber, view: NumberTableView) => string;
}

const purposeText = (purpose: string | null) =>
  purpose !== null && Object.hasOwn(callPurposeTexts, purpose)
    ? callPurposeTexts[purpose as CallPurpose]
    : purpose;

/** The columns of an export. The first two are those of a file to import, in the very words that an import takes (NUM-3). */
const columns: readonly Column[] = [
  { name: 'number', head: 'numbers.number', value: ({ number }) => number },
  { name: 'purpose', head: 'numbers.purpose', value: ({ purpose }) => purposeText(purpose) },
  {
    name: 'status',
    head: 'numbers.status',
    value: ({ status }) => status,
    shown: ({ status }, { texts }) => texts.term('numbers.status', status) ?? status,
  },
  { name: 'note', head: 'numbers.sheet.note', value: ({ note }) => note },
  {
    name: 'account',
    head: 'list.account',
    value: ({ account }) => account,
    shown: ({ account }, { accounts }) => accountName(account, accounts),
  },
  {
    name: 'addedAt',
    head: 'numbers.added',
    value: ({ addedAt }) => addedAt,
    shown: ({ addedAt }, { formats }) => formats.day(addedAt),
  },
  { name: 'order', head: 'numbers.sheet.order', value: ({ order }) => order },
];

/** Head and rows as a reader sees them. */
export function numberSheet(numbers: readonly PhoneNumber[], view: NumberTableView) {
  return {
    head: columns.map(({ head }) => view.texts.say(head)),
    rows: numbers.map((number) =>
      columns.map(({ value, shown }) => shown?.(number, view) ?? value(number) ?? ''),
    ),
  };
}

/** The numbers as CSV: in the reader's words for a spreadsheet, in those of the interface for machines. */
export function numbersCsv(
  numbers: readonly PhoneNumber[],
  profile: CsvProfile,
  view: NumberTableView,
): string {
  if (profile === 'spreadsheet') {
    const { head, rows } = numberSheet(numbers, view);
    return toCsv([head, ...rows], profile);
  }
  const rows = numbers.map((number) => columns.map(({ value }) => value(number) ?? ''));
  return toCsv([columns.map(({ name }) => name), ...rows], profile);
}
