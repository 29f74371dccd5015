import type { CallPurposeMessages } from './en.ts';

/** Spanish of what calls are for (NUM-5), for every widget that says it. */
export const esCallPurposes: CallPurposeMessages = {
  'purpose.charity': 'Beneficencia',
  'purpose.customer-service': 'Atención al cliente',
  'purpose.debt-collection': 'Cobro de deudas',
  'purpose.informational-notification': 'Información y avisos',
  'purpose.multi-use-line': 'Línea de varios usos',
  'purpose.political': 'Política',
  'purpose.prison': 'Centro penitenciario',
  'purpose.survey': 'Encuestas',
  'purpose.telemarketing': 'Telemarketing',
  'purpose.do-not-originate': 'No origina llamadas',
};
