import type { Message } from './message.ts';

/** English of what calls are for (NUM-5), for every widget that says it. */
export const callPurposeWords = {
  'purpose.charity': 'Charity',
  'purpose.customer-service': 'Customer Service',
  'purpose.debt-collection': 'Debt Collection',
  'purpose.informational-notification': 'Informational/Notification',
  'purpose.multi-use-line': 'Multi-Use Line',
  'purpose.political': 'Political',
  'purpose.prison': 'Prison',
  'purpose.survey': 'Survey',
  'purpose.telemarketing': 'Telemarketing',
  'purpose.do-not-originate': 'Do Not Originate',
} as const satisfies Record<string, Message>;
