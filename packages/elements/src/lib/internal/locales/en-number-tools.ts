import type { Message } from './message.ts';

/** English of an export of numbers. */
export const numberToolWords = {
  'numbers.sheet.note': 'Provider’s note',
  'numbers.sheet.order': 'Order',
} as const satisfies Record<string, Message>;
