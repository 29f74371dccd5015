import type { CallPurposeMessages } from './en.ts';

/** German of what calls are for (NUM-5), for every widget that says it. */
export const deCallPurposes: CallPurposeMessages = {
  'purpose.charity': 'Wohltätigkeit',
  'purpose.customer-service': 'Kundendienst',
  'purpose.debt-collection': 'Inkasso',
  'purpose.informational-notification': 'Information/Benachrichtigung',
  'purpose.multi-use-line': 'Mehrzweckanschluss',
  'purpose.political': 'Politik',
  'purpose.prison': 'Justizvollzug',
  'purpose.survey': 'Umfragen',
  'purpose.telemarketing': 'Telefonwerbung',
  'purpose.do-not-originate': 'Ruft nie an (Do Not Originate)',
};
