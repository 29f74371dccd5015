import type { Message } from './message.ts';

/** English of lead times. */
export const leadTimeWords = {
  'orders.lead-time': 'Estimated lead time',
  'orders.lead-time.days': { one: '{count} business day', other: '{count} business days' },
  'orders.lead-time.range': '{min} to {count} business days',
  'orders.lead-time.passed': 'This date has passed. The order is still being worked on.',
  'orders.lead-time.none': 'None was quoted when the order was placed.',
} as const satisfies Record<string, Message>;
