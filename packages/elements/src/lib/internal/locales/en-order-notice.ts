import type { Message } from './message.ts';

/** English of what is said of an order's page that is no longer fresh. */
export const orderNoticeWords = {
  'order.stale': 'This order could not be refreshed. It was loaded {time}.',
  'order.stopped': 'Live changes have stopped. This order was loaded {time}.',
  'order.retrying': 'The server can’t be reached, so no changes come in. This order was loaded {time}.',
  'order.offline': 'You are offline. This order was loaded {time}.',
} as const satisfies Record<string, Message>;
