import type { Message } from './message.ts';

/** English of `<order-detail>`, which brings it along: a page with the table alone does not load it. */
export const orderWords = {
  'order.title': 'Order {number}',
  'order.loading': 'Loading the order',
  'order.copy': 'Copy',
  'order.copy.numbers': 'Copy all numbers',
  'order.copied': 'Copied',
  'order.copy.failed': 'Could not be copied. Select it and copy it yourself.',

  'order.placed': 'Placed',
  'order.confirmed': 'Confirmed by the carrier',
  'order.unconfirmed': 'Not yet. This can take up to {hours}.',
  'order.unconfirmed.late': 'Not yet, although this takes no more than {hours} as a rule.',
  'order.account': 'Account',
  'order.leaves': 'Leaves the active list',
  'order.left': 'Left the active list',

  'order.lines': 'What was ordered',
  'order.quantity': { one: '{count} number', other: '{count} numbers' },
  'order.delivered': { one: '{count} number delivered', other: '{count} numbers delivered' },
  'order.change': 'To change or cancel this order, turn to {contact}.',

  'order.history': 'What happened',
  'order.history.placed': 'Order placed',
  'order.history.confirmed': 'Confirmed by the carrier',
  'order.history.moved': 'From {from} to {to}',
  'order.history.now': 'Now {to}',
  'order.history.updated': 'Details updated',
  'order.history.more': 'Show earlier',
  'order.by': 'by {name}',
  'order.by.provider': 'by your provider',
  'order.by.system': 'automatically',
  'order.missing.title': 'There is no order {number} here',
  'order.missing.text':
    'Check the number, or look for it in your orders. It may belong to an account that you don’t see.',
} as const satisfies Record<string, Message>;
