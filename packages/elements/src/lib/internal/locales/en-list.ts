import type { Message } from './message.ts';

/** English that lists share. */
export const listWords = {
  'list.account': 'Account',
  'list.export': 'Export',
  'list.filter': 'Filter',
  'list.filter.set': 'Filter, {count} set',
  'list.more': 'Load more',
  'list.sort': 'Sort by',
} as const satisfies Record<string, Message>;
