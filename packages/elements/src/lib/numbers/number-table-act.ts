import type { ReachableAccount } from '@numberdesk/core/access';
import type { Connection } from '@numberdesk/core/http';
import type { PhoneNumber } from '@numberdesk/core/numbers';
import type { Localizer } from '../internal/localize.ts';

/** What of a table whoever acts on its numbers works with. */
export interface NumberTableContext {
  texts: () => Localizer;
  connection: () => Connection | null;
  /** The accounts in reach. */
  accounts: () => readonly ReachableAccount[];
  /** Account that the reader acts in; `null` for staff. */
  actingIn: () => string | null;
  /** Tells the page; `false` where it has called the act off. */
  dispatch: (event: Event) => boolean;
  say: (text: string) => void;
}

/** What an act works with. */
export interface NumberActContext extends NumberTableContext {
  /** Takes in how a number is now. */
  put: (number: PhoneNumber) => void;
  /** Takes out a number that is gone. */
  drop: (number: PhoneNumber) => void;
}

/** The form of an act on one number, while it is open. */
export interface NumberForm {
  /** Whether an answer is awaited. */
  readonly isBusy: boolean;
  render: (number: PhoneNumber) => unknown;
}

/** What a form has of its table. */
export interface NumberFormHost extends NumberActContext {
  /** The act is over, one way or the other. */
  close: () => void;
  update: () => void;
}
