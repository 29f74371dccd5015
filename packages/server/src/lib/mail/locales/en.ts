/** Forms by the plural category that `count` falls into. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** English. */
export const en = {
  'received.subject': 'Port-out request {request} received',
  'received.lead': '{carrier} asks to take over {numbers} of {account}.',
  'half-time.subject': 'Port-out request {request}: half of the time to answer has passed',
  'half-time.lead':
    'Half of the time to answer this port-out request has passed, and nobody has answered it yet.',
  'last-hour.subject': 'Port-out request {request}: the last hour to answer',
  'last-hour.lead':
    'At most an hour is left to answer this port-out request, and nobody has answered it yet.',
  'overdue.subject': 'Port-out request {request}: the answer is overdue',
  'overdue.lead': 'The time to answer this port-out request ended on {due}. It can still be answered.',
  'accepted-for.subject': 'Port-out request {request} was accepted for you',
  'accepted-for.lead':
    '{sender} has accepted this port-out request in your stead. The numbers leave on {date}.',
  'rejected-for.subject': 'Port-out request {request} was rejected for you',
  'rejected-for.lead':
    '{sender} has rejected this port-out request in your stead. Until the reason has been looked at, the numbers stay with {account}.',
  'valid.subject': 'Port-out request {request} is rejected',
  'valid.lead':
    'Your reason for rejecting this port-out request was found valid. The request is rejected, and the numbers stay with {account}.',
  'going-on.subject': 'Port-out request {request}: the rejection was not valid, the port goes on',
  'going-on.lead':
    'Your reason for rejecting this port-out request was found not to be valid. The port goes on, and the numbers leave on {date}.',
  'sent-back.subject': 'Port-out request {request}: the rejection was not valid, please answer again',
  'sent-back.lead':
    'Your reason for rejecting this port-out request was found not to be valid. The request waits for your answer again.',
  'silence.subject': 'Port-out request {request} is authorized, as nobody answered it',
  'silence.lead':
    'Nobody answered this port-out request by {silence}, so it counts as authorized. The numbers leave on {date}.',
  'completed.subject': 'Port-out request {request}: the port is complete',
  'completed.lead': 'The port is complete. The numbers that were ported no longer belong to {account}.',
  'canceled.subject': 'Port-out request {request} is canceled',
  'canceled.lead':
    'The winning carrier has taken this port-out request back. The numbers that were not ported stay with {account}.',
  'next.answer': 'Please accept or reject it by {due}.',
  'next.overdue': 'After that the answer is overdue; the request stays open.',
  'next.silence':
    'If nobody answers by {silence}, the request counts as authorized and the numbers leave on {date}.',
  'fact.request': 'Request',
  'fact.account': 'Account',
  'fact.carrier': 'Winning carrier',
  'fact.count': 'Quantity',
  'fact.numbers': 'Numbers',
  'fact.requested': 'Requested date',
  'fact.agreed': 'Agreed date',
  'fact.note': 'Note',
  'carrier.unknown': 'Another carrier',
  'carrier.unnamed': 'not named',
  numbers: { one: '{count} number', other: '{count} numbers' },
  more: { one: 'and {count} more', other: 'and {count} more' },
  separator: ', ',
  open: 'Open the request',
  footer:
    '{sender} sends you this mail because you own the account {account} or are named there as a recipient.',
} satisfies Record<string, string | Forms>;

/** What mail says, in one language. */
export type MailWords = { [Key in keyof typeof en]: (typeof en)[Key] extends string ? string : Forms };
