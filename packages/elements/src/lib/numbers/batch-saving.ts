import { type Connection, type PortalError, isPortalError } from '@numberdesk/core/http';
import {
  type NumberImport,
  type PhoneNumber,
  addNumberBatch,
  getNumberImport,
  startNumberImport,
} from '@numberdesk/core/numbers';
import type { Clock } from '../internal/clock.ts';
import { importKey } from './batch-import-key.ts';
import { type BatchLine, type BatchLines, type BatchOutcome, type RejectedEntry } from './batch-outcome.ts';

/** Rows that are sent at once; more go as an import of several pieces. */
export const rowsAtOnce = 500;

/** Rows of a piece of an import. */
const rowsOfPiece = 2_000;

/** Seconds to wait where a server asks for a pause and does not say how long. */
const usualPause = 5;

/** Refusals that stay what they are, however often the same rows are sent. */
const lasting: readonly string[] = ['invalid', 'not-found', 'confirmation-needed', 'too-large'];

/** How far the saving is. */
export type SavingState =
  | { readonly kind: 'sending' }
  /** Goes on by itself after some seconds: the server has asked for a pause. */
  | { readonly kind: 'waiting'; readonly seconds: number }
  /** Goes on when somebody says so. */
  | { readonly kind: 'paused'; /** `null` where nothing failed. */ readonly error: unknown }
  | { readonly kind: 'done' }
  | { readonly kind: 'stopped' };

/** What is to be saved, where, and who wants to know. */
export interface SavingOptions {
  connection: Connection;
  account: string;
  lines: BatchLines;
  /** What the import is called: the file's name. */
  name: string;
  /** Whether numbers are taken out of the accounts that have them (NUM-8). */
  reassign?: boolean;
  outcome: BatchOutcome;
  clock: Clock;
  newKey: () => string;
  onChange: () => void;
  onAnswer: (added: readonly PhoneNumber[], rejected: readonly RejectedEntry[]) => void;
}

/**
 * Sends the rows, in pieces where there are many. Each request has a key of its own that stays the same however often
 * it is sent: a piece whose answer was lost is sent again, and nothing is added twice or left out (NUM-7).
 */
export class BatchSaving {
  /** Whether a part of these rows had come before, from a page that was left. */
  isFoundAgain = false;
  readonly #options: SavingOptions;
  readonly #key: string;
  #import: NumberImport | null = null;
  #sent = 0;
  #state: SavingState = { kind: 'sending' };
  #stop = new AbortController();
  #callOff: (() => void) | null = null;

  constructor(options: SavingOptions) {
    this.#options = options;
    this.#key = options.newKey();
  }

  get state(): SavingState {
    return this.#state;
  }

  /** Rows that the server has answered for. */
  get sent(): number {
    return this.#sent;
  }

  get lines(): BatchLines {
    return this.#options.lines;
  }

  get account(): string {
    return this.#options.account;
  }

  get total(): number {
    return this.#options.lines.length;
  }

  /** The server's refusal of just these rows: sending them once more leads nowhere. */
  get refusal(): PortalError | null {
    const error = this.#state.kind === 'paused' ? this.#state.error : null;
    return isPortalError(error) && lasting.includes(error.code) ? error : null;
  }

  /** Whether rows are on their way of which nobody knows here what became of them. */
  get isUnsure(): boolean {
    const state = this.#state;
    return state.kind === 'sending' || (state.kind === 'paused' && !isRefusal(state.error));
  }

  /** Sends what has not been answered for yet. */
  readonly run = async (): Promise<void> => {
    this.#callOff?.();
    this.#show({ kind: 'sending' });
    const { signal } = (this.#stop = new AbortController());
    try {
      while (this.#sent < this.total) {
        await this.#sendPiece(signal);
        if (signal.aborted) return;
      }
      this.#show({ kind: 'done' });
    } catch (error) {
      if (!signal.aborted) this.#rest(error);
    }
  };

  /** Sends nothing more. What has been answered for stays as it is. */
  readonly stop = (): void => {
    this.#callOff?.();
    this.#stop.abort();
    this.#show({ kind: 'stopped' });
  };

  /** Sends nothing more for now, for a widget that leaves the page: it may come back. */
  pause(): void {
    this.#callOff?.();
    this.#stop.abort();
    const { kind } = this.#state;
    if (kind === 'sending' || kind === 'waiting') this.#state = { kind: 'paused', error: null };
  }

  async #sendPiece(signal: AbortSignal): Promise<void> {
    const { connection, account, lines, outcome, onAnswer } = this.#options;
    const from = this.#sent;
    const isWhole = this.total <= rowsAtOnce;
    const to = isWhole ? this.total : Math.min(this.total, from + rowsOfPiece);
    const piece = isWhole ? null : await this.#started(signal);
    const rows = Array.from({ length: to - from }, (_, index) => lines.at(from + index));
    const batch = await connection.call(
      addNumberBatch,
      {
        account,
        rows: rows.map((row) => this.#row(row)),
        ...confirmed(rows),
        ...(piece ? { import: { id: piece.id, from } } : {}),
      },
      { signal, idempotencyKey: piece ? `${piece.id}-${from}` : this.#key },
    );
    if (signal.aborted) return;
    this.#sent = to;
    const rejected = outcome.take(batch, (index) => rows[index] as BatchLine);
    onAnswer(batch.added, rejected);
    this.#options.onChange();
  }

  /** The import of these rows that was left before its end, else a new one; its first pieces are then only answered. */
  async #started(signal: AbortSignal): Promise<NumberImport> {
    if (this.#import) return this.#import;
    const { connection, account, name, reassign, lines } = this.#options;
    const key = (await importKey([account, name, reassign], lines)) ?? this.#key;
    // A refusal is kept under its key: what stood against these rows then may have been put right since.
    const begun = await this.#begin(key, signal).catch((error: unknown) => {
      if (!isPortalError(error) || error.code !== 'invalid') throw error;
      return this.#begin(this.#key, signal);
    });
    const known = await connection.call(getNumberImport, { id: begun.id }, { signal });
    // Rows of one that has come to its end are brought anew.
    const isOver = known.next >= known.rows;
    this.isFoundAgain = known.next > 0 && !isOver;
    this.#options.onChange();
    return (this.#import = isOver ? await this.#begin(this.#key, signal) : known);
  }

  #begin(idempotencyKey: string, signal: AbortSignal): Promise<NumberImport> {
    const { connection, account, name } = this.#options;
    const rows = this.total;
    return connection.call(
      startNumberImport,
      { account, rows, ...importName(name) },
      { signal, idempotencyKey },
    );
  }

  #row({ number, purpose, from }: BatchLine) {
    return {
      number,
      purpose,
      ...(this.#options.reassign ? { reassign: true } : {}),
      ...(from ? { from } : {}),
    };
  }

  #rest(error: unknown): void {
    if (!isPortalError(error) || error.code !== 'too-many-requests') {
      return this.#show({ kind: 'paused', error });
    }
    const seconds = error.retryAfter ?? usualPause;
    this.#show({ kind: 'waiting', seconds });
    this.#callOff = this.#options.clock.after(seconds * 1000, () => void this.run());
  }

  #show(state: SavingState): void {
    this.#state = state;
    this.#options.onChange();
  }
}

/** A file's name as a server takes it: no longer than that, and without what cannot be seen in it. */
function importName(file: string): { name?: string } {
  const name = file
    .replace(/\p{C}/gu, '')
    .slice(0, 200)
    .replace(/\p{C}$/u, '')
    .trim();
  return name === '' ? {} : { name };
}

/** Whether an answer says that nothing was done. */
function isRefusal(error: unknown): boolean {
  return isPortalError(error) && error.status >= 400 && error.status < 500 && error.code !== 'in-progress';
}

/** The server wants to be told how many numbers will be unable to place calls (NUM-6). */
function confirmed(rows: readonly BatchLine[]) {
  const doNotOriginate = rows.filter(({ purpose }) => purpose === 'do-not-originate').length;
  return doNotOriginate > 0 ? { confirm: { doNotOriginate } } : {};
}
