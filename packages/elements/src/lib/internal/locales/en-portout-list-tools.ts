import type { Message } from './message.ts';

/** English of the filters and the export of port-outs. */
export const portOutListToolWords = {
  'portouts.due-by': 'Due on or before',
  'portouts.sheet.received': 'Received',
  'portouts.sheet.type': 'Kind of port',
  'portouts.sheet.type.simple': 'Simple',
  'portouts.sheet.type.non-simple': 'Not simple',
  'portouts.sheet.requested': 'Requested FOC date',
  'portouts.sheet.agreed': 'Agreed FOC date',
  'portouts.sheet.answer-due': 'Answer due',
  'portouts.sheet.port-due': 'Port due',
  'portouts.sheet.silence': 'Authorized by silence',
} as const satisfies Record<string, Message>;
