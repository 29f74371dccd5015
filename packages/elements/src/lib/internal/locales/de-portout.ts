import type { PortOutMessages } from './en.ts';

/** German that the widgets of port-outs share. */
export const dePortOut: PortOutMessages = {
  'permission.portouts:view': 'Portierungsanfragen ansehen',
  'permission.portouts:modify': 'Portierungsanfragen beantworten',
  'portouts.status.pending': 'Offen',
  'portouts.status.authorized': 'Freigegeben',
  'portouts.status.rejection-in-review': 'Ablehnung in Prüfung',
  'portouts.status.rejected': 'Abgelehnt',
  'portouts.status.ported-out': 'Portiert',
  'portouts.status.canceled': 'Storniert',
  'portouts.left.days': 'noch {days} T {hours} Std.',
  'portouts.left.hours': 'noch {hours} Std. {minutes} Min.',
  'portouts.left.minutes': 'noch {minutes} Min.',
  'portouts.left.moments': 'noch weniger als eine Minute',
  'portouts.passed.overdue': 'Überfällig seit {time}\u00a0Uhr',
  'portouts.passed.authorized': 'Durch Schweigen freigegeben {time}\u00a0Uhr',
  'portouts.passed.late': 'Portierung verspätet seit {time}\u00a0Uhr',
  'portouts.then.overdue': 'dann ist die Antwort überfällig',
  'portouts.then.authorized': 'dann gilt Schweigen als Freigabe',
  'portouts.then.late': 'dann ist die Portierung verspätet',
};
