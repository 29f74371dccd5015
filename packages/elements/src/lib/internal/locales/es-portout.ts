import type { PortOutMessages } from './en.ts';

/** Spanish that the widgets of port-outs share. */
export const esPortOut: PortOutMessages = {
  'permission.portouts:view': 'Ver portabilidades salientes',
  'permission.portouts:modify': 'Responder a portabilidades salientes',
  'portouts.status.pending': 'Pendiente',
  'portouts.status.authorized': 'Autorizada',
  'portouts.status.rejection-in-review': 'Rechazo en revisión',
  'portouts.status.rejected': 'Rechazada',
  'portouts.status.ported-out': 'Portada',
  'portouts.status.canceled': 'Cancelada',
  'portouts.left.days': 'Quedan {days} d {hours} h',
  'portouts.left.hours': 'Quedan {hours} h {minutes} min',
  'portouts.left.minutes': 'Quedan {minutes} min',
  'portouts.left.moments': 'Queda menos de un minuto',
  'portouts.passed.overdue': 'Vencida desde {time}',
  'portouts.passed.authorized': 'Autorizada por silencio {time}',
  'portouts.passed.late': 'Portabilidad con retraso desde {time}',
  'portouts.then.overdue': 'después, la respuesta queda vencida',
  'portouts.then.authorized': 'después, el silencio autoriza la portabilidad',
  'portouts.then.late': 'después, la portabilidad va con retraso',
};
