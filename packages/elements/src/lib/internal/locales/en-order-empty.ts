import type { Message } from './message.ts';

/** English of a table without orders. */
export const orderEmptyWords = {
  'orders.empty.title': 'No orders yet',
  'orders.empty.text':
    'Numbers on order appear here until they are available, and numbers in stock that still need documents.',
  'orders.empty.active.title': 'Nothing on its way',
  'orders.empty.active.text': 'Your earlier orders are in the history.',
  'orders.empty.show-history': 'Show history',
  'orders.empty.history.title': 'Nothing in the history yet',
  'orders.empty.show-active': 'Show active orders',
  'orders.empty.match.title': 'No orders match',
  'orders.empty.match.text': 'Try the start of an order number or of a name, or fewer filters.',
  'orders.empty.match.clear': 'Clear search and filters',
  'orders.empty.days': {
    one: 'Completed and canceled orders stay in the active list for {count} day.',
    other: 'Completed and canceled orders stay in the active list for {count} days.',
  },
} as const satisfies Record<string, Message>;
