import type { Message } from './message.ts';

/** English of what comes after the numbers have been shown. */
export const numberLaterWords = {
  'numbers.copied': '{number} copied',
  'numbers.copy.failed': 'The browser did not let {number} be copied',
  'numbers.empty.title': 'No numbers yet',
  'numbers.empty.text': 'Numbers that you add, and those that your orders bring, appear here.',
  'numbers.empty.match.title': 'No numbers match',
  'numbers.empty.match.text': 'Check the digits, or try fewer filters.',
  'numbers.empty.match.clear': 'Clear search and filters',
  'numbers.news.status': '{number}: now {status}.',
  'numbers.news.updated': '{number} has been changed.',
  'numbers.news.added': 'New number {number}: {status}.',
  'numbers.news.left': '{number} is no longer in this list.',
  'numbers.news.removed': '{number} has been removed.',
  'numbers.news.many': { one: '{count} number has changed.', other: '{count} numbers have changed.' },
} as const satisfies Record<string, Message>;
