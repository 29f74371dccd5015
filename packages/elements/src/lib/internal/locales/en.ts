import type { Message } from './message.ts';

/** English, built in: the texts that every other language gives, and the fallback for all. */
export const en = {
  retry: 'Try again',
  reload: 'Reload',
  separator: ', ',
  more: 'and {count} more',

  'problem.request': 'If you ask for help, quote {id}',
  'problem.unreachable.title': 'The server can’t be reached',
  'problem.unreachable.text': 'Check your internet connection, then try again.',
  'problem.busy.title': 'Too many requests',
  'problem.busy.text': {
    one: 'Wait {count} second, then try again.',
    other: 'Wait {count} seconds, then try again.',
  },
  'problem.session.title': 'Your session is over',
  'problem.session.text': 'Sign in again, or reload this page, to carry on.',
  'problem.page.title': 'Your session belongs to another address',
  'problem.page.text': 'Open the portal at its usual address.',
  'problem.failed.title': 'Something went wrong on our side',
  'problem.failed.text': 'It is nothing you did. Try again in a moment.',
  'problem.forbidden.title': 'You don’t have access to this',
  'problem.forbidden.text': 'It takes the permission {permission}.',
  'problem.forbidden.account-admin': 'An admin of your account can grant it.',
  'problem.forbidden.provider': 'Only your provider can grant it.',
  'permission.orders:view': 'View orders',

  'notice.stale': 'The list could not be refreshed. It was loaded {time}.',
  'notice.stopped': 'Live changes have stopped. The list was loaded {time}.',
  'notice.offline': 'You are offline. The list was loaded {time}.',

  'orders.label': 'Orders',
  'orders.loading': 'Loading orders',
  'orders.number': 'Order',
  'orders.summary': 'Summary',
  'orders.quantity': 'Quantity',
  'orders.action': 'Action',
  'orders.status': 'Status',
  'orders.status.processing': 'Processing',
  'orders.status.pending-docs': 'Pending Docs',
  'orders.status.completed': 'Completed',
  'orders.status.canceled': 'Canceled',
  'orders.action.action-required': 'Action required',
  'orders.no-action': 'No action needed',
  'orders.type.local': 'Local',
  'orders.type.toll-free': 'Toll-free',
  'orders.type.mobile': 'Mobile',
  'orders.type.national': 'National',
  'orders.supply.in-stock': 'In stock',
  'orders.lines': { one: '{count} line', other: '{count} lines' },
  'orders.expand': '{lines} of order {number}',
  'orders.line': 'Line {count}',
  'orders.placed': '{name}, {date}',
  'orders.unconfirmed': 'Not confirmed by the carrier yet',
  'orders.leaves': 'Leaves this list {time}',
  'orders.left': 'No longer in this list',
  'orders.documents': 'Send documents to {contact}',
  'orders.contact': 'your contact',

  'orders.lead-time': 'Estimated lead time',
  'orders.lead-time.days': { one: '{count} business day', other: '{count} business days' },
  'orders.lead-time.range': '{min} to {count} business days',
  'orders.lead-time.passed': 'This date has passed. The order is still being worked on.',
  'orders.lead-time.none': 'None was quoted when the order was placed.',

  'orders.more': 'Load more',
  'orders.more.loading': 'Loading…',
  'orders.more.failed': 'The next orders could not be loaded.',
  'orders.shown': { one: '{count} order shown', other: '{count} orders shown' },
  'orders.synced':
    'Last synchronized with the carrier {time}. A new order can take up to {hours} hours to appear.',

  'orders.empty.title': 'No orders right now',
  'orders.empty.text':
    'Numbers on order appear here until they are available, and numbers in stock that still need documents.',
  'orders.empty.days': {
    one: 'Completed and canceled orders stay for {count} day.',
    other: 'Completed and canceled orders stay for {count} days.',
  },

  'orders.news.status': 'Order {number}: now {status}.',
  'orders.news.updated': 'Order {number} has been updated.',
  'orders.news.added': 'New order {number}: {status}.',
  'orders.news.left': 'Order {number} has left the list.',
  'orders.news.many': { one: '{count} order has changed.', other: '{count} orders have changed.' },
} as const satisfies Record<string, Message>;

/** Names a text. */
export type MessageKey = keyof typeof en;

/** All texts of one language. */
export type Messages = Readonly<Record<MessageKey, Message>>;
