import type { Message } from './message.ts';

/** English of what is done to a number, which is loaded when somebody is about to do it. */
export const numberActWords = {
  cancel: 'Cancel',
  'numbers.act.save': 'Save',
  'numbers.act.saving': 'Saving…',
  'numbers.act.changed': 'This number has changed meanwhile. It is shown as it is now.',
  'numbers.act.stale':
    'Somebody else changed this number first. It is shown as it is now: look, then decide again.',
  'numbers.act.unknown':
    'No answer came, so it is not known whether this was done. The row shows what is known now.',
  'numbers.act.refused': 'This was not accepted. {detail}',
  'numbers.act.gone': '{number} is no longer among your numbers.',
  'numbers.purpose.choose': 'Choose a purpose',
  'numbers.purpose.of': 'Purpose of {number}',
  'numbers.purpose.saved': 'Purpose of {number}: {purpose}.',
  'numbers.dno.warning':
    'Do Not Originate is for numbers that never place calls. Other carriers will block every call that comes from {number}.',
  'numbers.dno.confirm': 'Save: it never places calls',
  'numbers.move.to': 'Move {number} to',
  'numbers.move.choose': 'Choose an account',
  'numbers.move.consequence': '{number} leaves {from} and belongs to {to} from then on. {from} loses it.',
  'numbers.move.confirm': 'Move the number',
  'numbers.move.moving': 'Moving…',
  'numbers.move.done': '{number} now belongs to {to}.',
  'numbers.remove.title': 'Remove {number}?',
  'numbers.remove.consequence':
    'It leaves the numbers of {account}, and what was found out about it goes with it. This cannot be undone: to have it back, it has to be added again and waits for approval again.',
  'numbers.remove.confirm': 'Yes, remove {number}',
  'numbers.remove.removing': 'Removing…',
} as const satisfies Record<string, Message>;
