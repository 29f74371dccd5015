import type { Message } from './message.ts';

/** English of a case on paper and in a calendar, which is loaded when somebody asks for it. */
export const portOutCaseWords = {
  'portout.sheet.made': 'Made {time}. Time zone of the account: {zone}.',
  'portout.sheet.rejections': 'Rejections and verdicts',
  'portout.sheet.mails': 'Mail',
  'portout.sheet.in-time': 'in time, it was due {time}',
  'portout.sheet.late': 'late, it was due {time}',
  'portout.sheet.unsent': 'not sent',
  'portout.sheet.confirmed': 'Asked once more, and confirmed: {warnings}',
  'portout.warning.not-for-simple-port': 'no ground for a simple port',
  'portout.warning.unpaid-bill': 'sounds like an unpaid bill',
  'portout.warning.termination-fee': 'sounds like a termination fee',
  'portout.warning.contract-term': 'sounds like a contract term',
  'portout.warning.equipment': 'sounds like equipment',
  'portout.warning.unsatisfactory-relationship': 'sounds like a difficult relationship',
  'portout.warning.retention-offer': 'sounds like a retention offer',
  'portout.warning.call-us': 'sounds like “please call us”',
  'portout.calendar.answer': 'Answer port-out {request}',
  'portout.calendar.silence': 'Silence authorizes port-out {request}',
  'portout.calendar.port': 'Port {request} due',
  'portout.calendar.about': { one: '{carrier}, {count} number', other: '{carrier}, {count} numbers' },
} as const satisfies Record<string, Message>;
