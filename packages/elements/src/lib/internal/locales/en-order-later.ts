import type { Message } from './message.ts';

/** English of what comes after an order has been shown. */
export const orderLaterWords = {
  'orders.more.failed': 'The next orders could not be loaded.',
  'orders.copied': 'Order number {number} copied',
  'orders.copy.failed': 'The browser did not let order number {number} be copied',
  'orders.news.status': 'Order {number}: now {status}.',
  'orders.news.updated': 'Order {number} has been updated.',
  'orders.news.added': 'New order {number}: {status}.',
  'orders.news.left': 'Order {number} has left the list.',
  'orders.news.many': { one: '{count} order has changed.', other: '{count} orders have changed.' },
} as const satisfies Record<string, Message>;
