import type { Message } from './message.ts';

/** English of a case on paper and in a calendar, which is loaded when somebody asks for it. */
export const portOutCaseWords = {
  'portout.sheet.made': 'Made {time}. Time zone of the account: {zone}.',
  'portout.sheet.rejections': 'Rejections and verdicts',
  'portout.sheet.mails': 'Mail',
  'portout.sheet.in-time': 'in time, it was due {time}',
  'portout.sheet.late': 'late, it was due {time}',
  'portout.sheet.unsent': 'not sent',
  'portout.calendar.answer': 'Answer port-out {request}',
  'portout.calendar.silence': 'Silence authorizes port-out {request}',
  'portout.calendar.port': 'Port {request} due',
  'portout.calendar.about': { one: '{carrier}, {count} number', other: '{carrier}, {count} numbers' },
} as const satisfies Record<string, Message>;
