import type { MailWords } from './en.ts';

/** German. */
export const de: MailWords = {
  'received.subject': 'Portierungsanfrage {request} eingegangen',
  'received.lead': '{carrier} möchte {numbers} von {account} übernehmen.',
  'half-time.subject': 'Portierungsanfrage {request}: die halbe Antwortfrist ist um',
  'half-time.lead':
    'Die Hälfte der Frist für die Antwort auf diese Portierungsanfrage ist um, und noch hat niemand geantwortet.',
  'last-hour.subject': 'Portierungsanfrage {request}: die letzte Stunde für die Antwort',
  'last-hour.lead':
    'Für die Antwort auf diese Portierungsanfrage bleibt höchstens eine Stunde, und noch hat niemand geantwortet.',
  'overdue.subject': 'Portierungsanfrage {request}: die Antwort ist überfällig',
  'overdue.lead':
    'Die Frist für die Antwort auf diese Portierungsanfrage endete am {due}. Sie kann noch beantwortet werden.',
  'accepted-for.subject': 'Portierungsanfrage {request} wurde für Sie angenommen',
  'accepted-for.lead':
    '{sender} hat diese Portierungsanfrage an Ihrer Stelle angenommen. Die Rufnummern gehen am {date} weg.',
  'rejected-for.subject': 'Portierungsanfrage {request} wurde für Sie abgelehnt',
  'rejected-for.lead':
    '{sender} hat diese Portierungsanfrage an Ihrer Stelle abgelehnt. Bis der Grund geprüft ist, bleiben die Rufnummern bei {account}.',
  'valid.subject': 'Portierungsanfrage {request} ist abgelehnt',
  'valid.lead':
    'Ihr Ablehnungsgrund für diese Portierungsanfrage ist gültig. Die Anfrage ist abgelehnt, und die Rufnummern bleiben bei {account}.',
  'going-on.subject': 'Portierungsanfrage {request}: Ablehnung nicht gültig, die Portierung geht weiter',
  'going-on.lead':
    'Ihr Ablehnungsgrund für diese Portierungsanfrage ist nicht gültig. Die Portierung geht weiter, und die Rufnummern gehen am {date} weg.',
  'sent-back.subject': 'Portierungsanfrage {request}: Ablehnung nicht gültig, bitte noch einmal antworten',
  'sent-back.lead':
    'Ihr Ablehnungsgrund für diese Portierungsanfrage ist nicht gültig. Die Anfrage wartet wieder auf Ihre Antwort.',
  'silence.subject': 'Portierungsanfrage {request} ist freigegeben, weil niemand geantwortet hat',
  'silence.lead':
    'Bis {silence} hat niemand auf diese Portierungsanfrage geantwortet, deshalb gilt sie als freigegeben. Die Rufnummern gehen am {date} weg.',
  'completed.subject': 'Portierungsanfrage {request}: die Portierung ist abgeschlossen',
  'completed.lead':
    'Die Portierung ist abgeschlossen. Die portierten Rufnummern gehören nicht mehr zu {account}.',
  'canceled.subject': 'Portierungsanfrage {request} ist storniert',
  'canceled.lead':
    'Der aufnehmende Anbieter hat diese Portierungsanfrage zurückgezogen. Was nicht portiert wurde, bleibt bei {account}.',
  'next.answer': 'Bitte nehmen Sie sie bis {due} an oder lehnen Sie sie ab.',
  'next.overdue': 'Danach ist die Antwort überfällig; die Anfrage bleibt offen.',
  'next.silence':
    'Antwortet bis {silence} niemand, gilt die Anfrage als freigegeben, und die Rufnummern gehen am {date} weg.',
  'fact.request': 'Anfrage',
  'fact.account': 'Konto',
  'fact.carrier': 'Aufnehmender Anbieter',
  'fact.count': 'Anzahl',
  'fact.numbers': 'Rufnummern',
  'fact.requested': 'Gewünschter Termin',
  'fact.agreed': 'Vereinbarter Termin',
  'fact.note': 'Anmerkung',
  'carrier.unknown': 'Ein anderer Anbieter',
  'carrier.unnamed': 'nicht genannt',
  numbers: { one: '{count} Rufnummer', other: '{count} Rufnummern' },
  more: { one: 'und {count} weitere', other: 'und {count} weitere' },
  separator: ', ',
  open: 'Anfrage öffnen',
  footer:
    '{sender} schickt Ihnen diese E-Mail, weil Ihnen das Konto {account} gehört oder Sie dort als Empfänger genannt sind.',
};
