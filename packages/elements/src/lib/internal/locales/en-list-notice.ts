import type { Message } from './message.ts';

/** English of what is not fresh any more, or did not come. */
export const listNoticeWords = {
  'list.more.failed': 'The rest could not be loaded.',
  'notice.stale': 'The list could not be refreshed. It was loaded {time}.',
  'notice.stopped': 'Live changes have stopped. The list was loaded {time}.',
  'notice.retrying': 'The server can’t be reached, so no changes come in. The list was loaded {time}.',
  'notice.offline': 'You are offline. The list was loaded {time}.',
} as const satisfies Record<string, Message>;
