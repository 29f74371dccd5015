import type { Message } from './message.ts';

/** English that the widgets of port-outs share. */
export const portOutWords = {
  'permission.portouts:view': 'View port-outs',
  'permission.portouts:modify': 'Answer port-outs',
  'portouts.status.pending': 'Pending',
  'portouts.status.authorized': 'Authorized',
  'portouts.status.rejection-in-review': 'Rejection in Review',
  'portouts.status.rejected': 'Rejected',
  'portouts.status.ported-out': 'Ported Out',
  'portouts.status.canceled': 'Canceled',
  'portouts.left.days': '{days} d {hours} h left',
  'portouts.left.hours': '{hours} h {minutes} min left',
  'portouts.left.minutes': '{minutes} min left',
  'portouts.left.moments': 'Less than a minute left',
  'portouts.passed.overdue': 'Overdue since {time}',
  'portouts.passed.authorized': 'Authorized by silence {time}',
  'portouts.passed.late': 'Port late since {time}',
  'portouts.then.overdue': 'then the answer is overdue',
  'portouts.then.authorized': 'then silence authorizes the port',
  'portouts.then.late': 'then the port is late',
} as const satisfies Record<string, Message>;
