import type { CallPurpose, PhoneNumber } from '@numberdesk/core/numbers';

/** What of a number is to be another. */
export interface NumberChange {
  readonly purpose?: CallPurpose;
  /** Id of the account that it is to sit in. */
  readonly account?: string;
}

/** A person has decided to change a number. Cancel it, and the table sends nothing. */
export class NumberChangeRequestEvent extends Event {
  readonly number: PhoneNumber;
  readonly change: NumberChange;

  constructor(number: PhoneNumber, change: NumberChange) {
    super('number-change-request', { bubbles: true, composed: true, cancelable: true });
    this.number = number;
    this.change = change;
  }
}

/** A number has been changed by the person in front of the table; the server has said so. */
export class NumberChangedEvent extends Event {
  /** As it is now. */
  readonly number: PhoneNumber;
  /** As it was. */
  readonly before: PhoneNumber;

  constructor(number: PhoneNumber, before: PhoneNumber) {
    super('number-changed', { bubbles: true, composed: true });
    this.number = number;
    this.before = before;
  }
}

/** A person has decided to remove a number. Cancel it, and the table sends nothing. */
export class NumberRemoveRequestEvent extends Event {
  readonly number: PhoneNumber;

  constructor(number: PhoneNumber) {
    super('number-remove-request', { bubbles: true, composed: true, cancelable: true });
    this.number = number;
  }
}

/** A number has been removed by the person in front of the table; the server has said so. */
export class NumberRemovedEvent extends Event {
  readonly number: PhoneNumber;

  constructor(number: PhoneNumber) {
    super('number-removed', { bubbles: true, composed: true });
    this.number = number;
  }
}

/** A person wants to add numbers. Cancel it to lead to the importer in the page's own way. */
export class NumberImportRequestEvent extends Event {
  constructor() {
    super('number-import-request', { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'number-change-request': NumberChangeRequestEvent;
    'number-changed': NumberChangedEvent;
    'number-remove-request': NumberRemoveRequestEvent;
    'number-removed': NumberRemovedEvent;
    'number-import-request': NumberImportRequestEvent;
  }
}
