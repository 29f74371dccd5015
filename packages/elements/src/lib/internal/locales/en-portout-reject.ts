import type { Message } from './message.ts';

/** English of the form that rejects, which is loaded when somebody is about to. */
export const portOutRejectWords = {
  'portout.choose': 'Choose',
  'portout.reject.title': 'Reject {request}',
  'portout.reject.check': 'Check before you reject {request}',
  'portout.reject.reason': 'Reason',
  'portout.reject.reason.hint': 'These are the only valid reasons. Your provider looks at each rejection.',
  'portout.reject.suggested': 'Does not match here',
  'portout.reject.others': 'Other reasons',
  'portout.reject.next': 'Continue',
  'portout.reject.back': 'Change',
  'portout.reject.send': 'Send the rejection',
  'portout.reject.then':
    'The request goes to your provider, who looks at the reason. If it is valid, the numbers stay.',
  'portout.reject.then.authorized': 'If it is not, the port goes on.',
  'portout.reject.then.pending': 'If it is not, the request comes back to you, to be answered again.',
  'portout.confirmed': {
    one: 'You were asked {count} time whether this is a valid ground, and confirmed it.',
    other: 'You were asked {count} times whether this is a valid ground, and confirmed it.',
  },
  'portout.confirm.needed': 'Confirm this, or choose another reason.',

  'portout.detail.evidence-date': 'When the customer said it',
  'portout.field.numbers': 'Telephone numbers',
  'portout.hint.field': 'The part of the request that is missing or cannot be used.',
  'portout.hint.value': 'As it stands in the request. Do not tell what is on file.',
  'portout.hint.numbers': 'One a line, such as 501 333 4444.',
  'portout.hint.evidence': 'In a sentence, and how: by phone, by mail, in a ticket.',
  'portout.hint.reference':
    'The file number of the order, the fraud case, or the number of the other request.',
  'portout.hint.date': 'The earliest day on which the numbers can leave.',
  'portout.hint.text': 'What exactly stands against the port.',
  'portout.lacks.reason': 'Choose a reason.',
  'portout.lacks.field': 'Choose what is missing.',
  'portout.lacks.value': 'Enter what was submitted.',
  'portout.lacks.numbers': 'Name at least one number, each whole, with its area code.',
  'portout.lacks.evidence': 'Write what the customer said.',
  'portout.lacks.evidence-date': 'Choose the day on which the customer said it.',
  'portout.lacks.reference': 'Enter the reference.',
  'portout.lacks.date': 'Choose a date.',
  'portout.lacks.text': 'Write the reason.',
  'portout.wrong.date-in-future': 'The customer cannot have said it in the future.',
  'portout.wrong.pin-told': 'Leave the PIN out: it is never told, not even a wrong one.',
  'portout.wrong.number-not-in-request': '{number} is not in this request.',
  'portout.wrong.number-in-request': '{number} is in the request, so it is not missing from it.',

  'portout.ground.never':
    'The number belongs to its user, and a rejection on this ground is unlawful. Choose another reason, or accept.',
  'portout.ground.reads': 'This reads like a ground that is never valid.',
  'portout.ground.unpaid-bill':
    'An unpaid bill never keeps a number. What is owed stays owed after the port.',
  'portout.ground.termination-fee':
    'A termination fee never keeps a number. It can be charged after the port.',
  'portout.ground.contract-term':
    'A contract that still runs never keeps a number. It can be settled after the port.',
  'portout.ground.equipment': 'Equipment that is not returned or not paid never keeps a number.',
  'portout.ground.unsatisfactory-relationship':
    'A difficult relationship with the customer never keeps a number.',
  'portout.ground.retention-offer': 'An offer to win the customer back never holds a number.',
  'portout.ground.call-us': 'Asking the customer or the carrier to call is no reason to reject.',
  'portout.ground.confirm': 'That is not what I mean: my reason is a valid one',
  'portout.simple':
    'For a simple port, a name or an address that differs is no ground to reject. Your provider will probably find it invalid, and the port goes on.',
  'portout.simple.confirm': 'Reject it on this ground all the same',
} as const satisfies Record<string, Message>;
