import type { Message } from './message.ts';

/** English of the charges of port-outs. */
export const portOutChargeWords = {
  'charges.label': 'Port-out charges',
  'charges.loading': 'Loading charges',
  'charges.months': 'Months',
  'charges.open': 'Running',
  'charges.closed': 'Closed',
  'charges.total': 'Total',
  'charges.total.so-far': 'Total so far',
  'charges.open.about':
    'This month is still open: lines can be added until it has ended for this account and those below it. A number is billed in the month in which it was confirmed as ported.',
  'charges.closed.about':
    'This month is closed and does not change any more. A correction is a new line in the running month.',
  'charges.when': 'Booked',
  'charges.number': 'Number',
  'charges.what': 'What for',
  'charges.amount': 'Amount',
  'charges.credit': 'Credit',
  'charges.currency': 'Currency',
  'charges.month': 'Month',
  'charges.note': 'Note',
  'charges.kind.port-out': 'Port-out',
  'charges.kind.correction': 'Correction',
  'charges.empty.title': 'No charges in {month}',
  'charges.empty.text': 'Each number that is ported out appears here with its fee.',
  'charges.account.choose': 'Choose an account',
  'charges.account.text': 'Charges are those of one account and of what lies below it.',
  'charges.export.about': 'All charges of this month.',
  'charges.shown': { one: '{count} charge shown', other: '{count} charges shown' },
} as const satisfies Record<string, Message>;
