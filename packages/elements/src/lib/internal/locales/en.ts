import type { callPurposeWords } from './en-call-purposes.ts';
import type { listNoticeWords } from './en-list-notice.ts';
import type { listToolWords } from './en-list-tools.ts';
import type { listWords } from './en-list.ts';
import type { numberActWords } from './en-number-acts.ts';
import type { numberLaterWords } from './en-number-later.ts';
import type { numberBatchWords } from './en-number-batch.ts';
import type { numberImporterWords } from './en-number-importer.ts';
import type { numberTableWords } from './en-number-table.ts';
import type { numberToolWords } from './en-number-tools.ts';
import type { orderWords } from './en-order.ts';
import type { leadTimeWords } from './en-lead-time.ts';
import type { orderEmptyWords } from './en-order-empty.ts';
import type { orderLaterWords } from './en-order-later.ts';
import type { orderNoticeWords } from './en-order-notice.ts';
import type { orderToolWords } from './en-order-tools.ts';
import type { orderTableWords } from './en-order-table.ts';
import type { portOutChargeWords } from './en-portout-charges.ts';
import type { portOutInsideWords } from './en-portout-inside.ts';
import type { portOutListLaterWords } from './en-portout-list-later.ts';
import type { portOutListWords } from './en-portout-list.ts';
import type { portOutListToolWords } from './en-portout-list-tools.ts';
import type { portOutCaseWords } from './en-portout-case.ts';
import type { portOutLaterWords } from './en-portout-later.ts';
import type { portOutRejectWords } from './en-portout-reject.ts';
import type { portOutReviewWords } from './en-portout-review.ts';
import type { portOutWords } from './en-portout.ts';
import type { Message } from './message.ts';

/** The texts that several widgets share. */
const words = {
  retry: 'Try again',
  reload: 'Reload',
  separator: ', ',
  more: 'and {count} more',
  'part.failed': 'This part could not be loaded. Check your connection, then reload this page.',
  'problem.request': 'If you ask for help, quote {id}',
  'problem.unreachable.title': 'The server can’t be reached',
  'problem.unreachable.text': 'Check your internet connection, then try again.',
  'problem.busy.title': 'Too many requests',
  'problem.busy.text': {
    one: 'Wait {count} second, then try again.',
    other: 'Wait {count} seconds, then try again.',
  },
  'problem.session.title': 'Your session has ended',
  'problem.session.text': 'Sign in again, or reload this page, to carry on.',
  'problem.page.title': 'Your session belongs to another address',
  'problem.page.text': 'Open the portal at its usual address.',
  'problem.failed.title': 'Something went wrong on our side',
  'problem.failed.text': 'It is nothing you did. Try again in a moment.',
  'problem.forbidden.title': 'You don’t have access to this',
  'problem.forbidden.text': 'You need the permission {permission}.',
  'problem.forbidden.account-admin': 'An admin of your account can grant it.',
  'problem.forbidden.provider': 'Only your provider can grant it.',
  'permission.orders:view': 'View orders',
  'orders.action': 'Action',
  'orders.status': 'Status',
  'orders.status.processing': 'Processing',
  'orders.status.pending-docs': 'Pending Docs',
  'orders.status.completed': 'Completed',
  'orders.status.canceled': 'Canceled',
  'orders.action.action-required': 'Action required',
  'orders.type.local': 'Local',
  'orders.type.toll-free': 'Toll-free',
  'orders.type.mobile': 'Mobile',
  'orders.type.national': 'National',
  'orders.supply.in-stock': 'In stock',
  'orders.line': 'Line {count}',
  'orders.hours': { one: '{count} hour', other: '{count} hours' },
  'orders.unconfirmed': 'Not confirmed by the carrier yet',
  'orders.leaves': 'Leaves the active list {time}',
  'orders.left': 'No longer in the active list',
  'orders.copy': 'Copy order number {number}',
  'orders.documents': 'Send documents to {contact}',
  'list.contact': 'your contact',
  'list.more.loading': 'Loading…',
} as const satisfies Record<string, Message>;

type OrderMessageKey =
  | keyof typeof words
  | keyof typeof listWords
  | keyof typeof listNoticeWords
  | keyof typeof listToolWords
  | keyof typeof orderTableWords
  | keyof typeof leadTimeWords
  | keyof typeof orderEmptyWords
  | keyof typeof orderLaterWords
  | keyof typeof orderNoticeWords
  | keyof typeof orderToolWords
  | keyof typeof orderWords;

/** What it says besides, the pages of orders say as well. */
type NumberTableMessageKey = Exclude<
  | keyof typeof callPurposeWords
  | keyof typeof numberTableWords
  | keyof typeof numberLaterWords
  | keyof typeof numberActWords
  | keyof typeof numberToolWords,
  OrderMessageKey
>;

type NumberImporterMessageKey = keyof typeof numberImporterWords | keyof typeof numberBatchWords;

/** Names a text. */
export type MessageKey =
  | OrderMessageKey
  | NumberTableMessageKey
  | NumberImporterMessageKey
  | keyof PortOutMessages
  | keyof PortOutReviewMessages
  | keyof PortOutListMessages;

/** All texts of one language. */
export type Messages = Readonly<Record<MessageKey, Message>>;

/** The texts of one language that every page with that language loads. */
export type OrderMessages = Readonly<Record<OrderMessageKey, Message>>;

/** The texts of one language that `<number-table>` brings. */
export type NumberTableMessages = Readonly<Record<NumberTableMessageKey, Message>>;

/** The texts of one language that `<number-importer>` brings. */
export type NumberImporterMessages = Readonly<Record<NumberImporterMessageKey, Message>>;

/** Those of them that are about a batch, saving and its result. */
export type NumberBatchMessages = Readonly<Record<keyof typeof numberBatchWords, Message>>;

/** What the widgets of port-outs share, in one language. */
export type PortOutMessages = Readonly<Record<keyof typeof portOutWords, Message>>;

/** The texts of one language on what is done with a port-out request: answers, notes, and the case on paper. */
export type PortOutAnswerMessages = Readonly<
  Record<
    keyof typeof portOutLaterWords | keyof typeof portOutRejectWords | keyof typeof portOutCaseWords,
    Message
  >
>;

/** The texts of one language that `<portout-list>` brings besides. */
export type PortOutListMessages = Readonly<
  Record<
    | keyof typeof portOutListWords
    | keyof typeof portOutInsideWords
    | keyof typeof portOutListLaterWords
    | keyof typeof portOutListToolWords
    | keyof typeof portOutChargeWords,
    Message
  >
>;

/** The texts of one language that `<portout-review>` brings. */
export type PortOutReviewMessages = PortOutMessages &
  PortOutAnswerMessages &
  Readonly<Record<keyof typeof portOutReviewWords, Message>>;

/** What calls are for, in one language. */
export type CallPurposeMessages = Readonly<Record<keyof typeof callPurposeWords, Message>>;

/** English, built in: the shared texts, and those of the widgets that have brought theirs. */
export const en = { ...words } as unknown as Messages;

/** Brings the English of one widget, so that no page loads that of another. */
export function bringEnglish(words: Partial<Messages>): void {
  Object.assign(en, words);
}
