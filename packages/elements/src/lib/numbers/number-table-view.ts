import type { Contact } from '@numberdesk/core/access';
import type { PhoneNumber } from '@numberdesk/core/numbers';
import type { Formats } from '../internal/formats.ts';
import type { Localizer } from '../internal/localize.ts';

/** What can be done to a number in its row. */
export type NumberActName = 'purpose' | 'move' | 'remove';

/** What is known of an account that numbers sit in. */
export interface NumberAccount {
  readonly id: string;
  readonly name: string;
  readonly level: string;
}

/** What the templates of the table need besides the numbers. */
export interface NumberTableView {
  texts: Localizer;
  formats: Formats;
  /** Milliseconds since 1970. */
  now: number;
  contact: Contact;
  /** By their ids, as far as they are known. */
  accounts: ReadonlyMap<string, NumberAccount>;
  /** Whether the reader may change numbers (`numbers:add`). */
  canChange: boolean;
  /** Whether there is an account that a number could move to. */
  canMove: (number: PhoneNumber) => boolean;
  /** What is being done to a number, if anything. */
  act: (number: PhoneNumber) => NumberActName | null;
  /** The form of what is being done to it. */
  form: (number: PhoneNumber) => unknown;
  isFresh: (number: PhoneNumber) => boolean;
  isCopied: (number: PhoneNumber) => boolean;
  /** Where the order that brought it is to be seen. */
  orderHref: (number: PhoneNumber) => string | null;
  /** What the rows show besides their numbers: while it is the same, so are they. */
  common: readonly unknown[];
  onAct: (name: NumberActName, number: PhoneNumber) => void;
  onCopy: (number: PhoneNumber) => void;
}

/** The name of an account; its id while that is all that is known. */
export function accountName(id: string, accounts: ReadonlyMap<string, NumberAccount>): string {
  return accounts.get(id)?.name ?? id;
}
