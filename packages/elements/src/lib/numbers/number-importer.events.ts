import type { PhoneNumber } from '@numberdesk/core/numbers';
import type { RejectedEntry } from './batch-outcome.ts';
import type { NumberRow } from './number-importer-view.ts';

const outOfShadowRoots = { bubbles: true, composed: true };

/** Rows that a page is asked about. */
export interface AskedRows {
  readonly count: number;
  rows(): readonly NumberRow[];
}

/**
 * Numbers are about to be sent: to be added, or, as somebody has chosen, to be moved here. Cancel it to keep them from
 * being sent: they stay as they are in the widget; with `refuse`, the widget says why.
 */
export class NumbersAddRequestEvent extends Event {
  /** The account that they are to be added to. */
  readonly account: string;
  /** Whether the numbers are taken out of other accounts, which somebody has chosen (NUM-8). */
  readonly reassign: boolean;
  /** How many there are. */
  readonly count: number;
  readonly #read: () => readonly NumberRow[];
  #rows: readonly NumberRow[] | null = null;
  #reason: string | null = null;

  constructor(account: string, { count, rows }: AskedRows, reassign = false) {
    super('numbers-add-request', { ...outOfShadowRoots, cancelable: true });
    this.account = account;
    this.reassign = reassign;
    this.count = count;
    this.#read = rows;
  }

  /** What is to be sent, in its order; made when it is first asked for, which takes its time where there are many. */
  get rows(): readonly NumberRow[] {
    return (this.#rows ??= this.#read());
  }

  /** Why a page has kept them, in words for the person in front of it. */
  get reason(): string | null {
    return this.#reason;
  }

  /** Cancels it, and has the widget say why. */
  refuse(reason: string): void {
    this.preventDefault();
    this.#reason = reason;
  }
}

/** Numbers have been added. Of a long import, each answer of the server is an event of its own. */
export class NumbersAddedEvent extends Event {
  readonly account: string;
  readonly numbers: readonly PhoneNumber[];

  constructor(account: string, numbers: readonly PhoneNumber[]) {
    super('numbers-added', outOfShadowRoots);
    this.account = account;
    this.numbers = numbers;
  }
}

/** Numbers have not been added, each with its reason. */
export class NumbersRejectedEvent extends Event {
  readonly account: string;
  readonly rows: readonly RejectedEntry[];

  constructor(account: string, rows: readonly RejectedEntry[]) {
    super('numbers-rejected', outOfShadowRoots);
    this.account = account;
    this.rows = rows;
  }
}

declare global {
  interface HTMLElementEventMap {
    'numbers-add-request': NumbersAddRequestEvent;
    'numbers-added': NumbersAddedEvent;
    'numbers-rejected': NumbersRejectedEvent;
  }
}
