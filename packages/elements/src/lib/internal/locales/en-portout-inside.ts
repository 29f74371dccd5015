import type { Message } from './message.ts';

/** English of a request that is open inside `<portout-list>`. */
export const portOutInsideWords = {
  'portouts.back': 'Back to the list',
  'portouts.inside': 'Port-out request',
} as const satisfies Record<string, Message>;
