import type { MailWords } from './en.ts';

/** Spanish. */
export const es: MailWords = {
  'received.subject': 'Solicitud de portabilidad {request} recibida',
  'received.lead': '{carrier} solicita la portabilidad de {numbers} de {account}.',
  'half-time.subject': 'Solicitud de portabilidad {request}: ha pasado la mitad del plazo de respuesta',
  'half-time.lead':
    'Ha pasado la mitad del plazo para responder a esta solicitud de portabilidad y nadie ha respondido todavía.',
  'last-hour.subject': 'Solicitud de portabilidad {request}: última hora para responder',
  'last-hour.lead':
    'Queda como mucho una hora para responder a esta solicitud de portabilidad y nadie ha respondido todavía.',
  'overdue.subject': 'Solicitud de portabilidad {request}: la respuesta está fuera de plazo',
  'overdue.lead':
    'El plazo para responder a esta solicitud de portabilidad terminó el {due}. Todavía se puede responder.',
  'accepted-for.subject': 'Solicitud de portabilidad {request} aceptada en su nombre',
  'accepted-for.lead':
    '{sender} ha aceptado esta solicitud de portabilidad en su lugar. Los números se van el {date}.',
  'rejected-for.subject': 'Solicitud de portabilidad {request} rechazada en su nombre',
  'rejected-for.lead':
    '{sender} ha rechazado esta solicitud de portabilidad en su lugar. Hasta que se revise el motivo, los números se quedan en {account}.',
  'valid.subject': 'La solicitud de portabilidad {request} ha sido rechazada',
  'valid.lead':
    'Su motivo para rechazar esta solicitud de portabilidad es válido. La solicitud queda rechazada y los números siguen en {account}.',
  'going-on.subject':
    'Solicitud de portabilidad {request}: el rechazo no es válido, la portabilidad continúa',
  'going-on.lead':
    'Su motivo para rechazar esta solicitud de portabilidad no es válido. La portabilidad continúa y los números se van el {date}.',
  'sent-back.subject': 'Solicitud de portabilidad {request}: el rechazo no es válido, responda de nuevo',
  'sent-back.lead':
    'Su motivo para rechazar esta solicitud de portabilidad no es válido. La solicitud vuelve a esperar su respuesta.',
  'silence.subject': 'La solicitud de portabilidad {request} está autorizada porque nadie respondió',
  'silence.lead':
    'Nadie respondió a esta solicitud de portabilidad antes del {silence}, así que se considera autorizada. Los números se van el {date}.',
  'completed.subject': 'Solicitud de portabilidad {request}: la portabilidad ha terminado',
  'completed.lead': 'La portabilidad ha terminado. Los números portados ya no pertenecen a {account}.',
  'canceled.subject': 'La solicitud de portabilidad {request} está cancelada',
  'canceled.lead':
    'El operador receptor ha retirado esta solicitud de portabilidad. Los números que no se portaron siguen en {account}.',
  'next.answer': 'Acéptela o rechácela antes del {due}.',
  'next.overdue': 'Después, la respuesta estará fuera de plazo; la solicitud seguirá abierta.',
  'next.silence':
    'Si nadie responde antes del {silence}, la solicitud se considerará autorizada y los números se irán el {date}.',
  'fact.request': 'Solicitud',
  'fact.account': 'Cuenta',
  'fact.carrier': 'Operador receptor',
  'fact.count': 'Cantidad',
  'fact.numbers': 'Números',
  'fact.requested': 'Fecha solicitada',
  'fact.agreed': 'Fecha acordada',
  'fact.note': 'Nota',
  'carrier.unknown': 'Otro operador',
  'carrier.unnamed': 'sin nombrar',
  numbers: { one: '{count} número', many: '{count} de números', other: '{count} números' },
  more: { one: 'y {count} más', many: 'y {count} más', other: 'y {count} más' },
  separator: ', ',
  open: 'Abrir la solicitud',
  footer:
    '{sender} le envía este mensaje porque es titular de la cuenta {account} o figura en ella como destinatario.',
};
