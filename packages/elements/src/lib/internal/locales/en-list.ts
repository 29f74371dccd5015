import type { Message } from './message.ts';

/** English that lists share. */
export const listWords = {
  'list.account': 'Account',
  'list.export': 'Export',
  'list.filter': 'Filter',
  'list.filter.set': { one: 'Filter, {count} set', other: 'Filter, {count} set' },
  'list.more': 'Load more',
  'list.part.failed': 'This part could not be loaded. Check your connection, then reload this page.',
  'list.sort': 'Sort by',
} as const satisfies Record<string, Message>;
