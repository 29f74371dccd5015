import type { Message } from './message.ts';

/** English that lists share. */
export const listWords = {
  'list.account': 'Account',
  'list.contact': 'your contact',
  'list.export': 'Export',
  'list.filter': 'Filter',
  'list.filter.set': { one: 'Filter, {count} set', other: 'Filter, {count} set' },
  'list.more': 'Load more',
  'list.more.failed': 'The rest could not be loaded.',
  'list.more.loading': 'Loading…',
  'list.part.failed': 'This part could not be loaded. Check your connection, then reload this page.',
  'list.sort': 'Sort by',
  'notice.stale': 'The list could not be refreshed. It was loaded {time}.',
  'notice.stopped': 'Live changes have stopped. The list was loaded {time}.',
  'notice.retrying': 'The server can’t be reached, so no changes come in. The list was loaded {time}.',
  'notice.offline': 'You are offline. The list was loaded {time}.',
} as const satisfies Record<string, Message>;
