import type { BatchRow } from '@numberdesk/core/numbers';
import type { ReactiveController, ReactiveElement } from 'lit';
import type { Clock } from '../internal/clock.ts';
import { type Piece, firstGuess, rowsInSight } from '../internal/row-pieces.ts';
import { RowWindow } from '../internal/row-window.ts';
import type { Localizer } from '../internal/localize.ts';
import { type ReviewCell as Cell, neighbour } from './batch-review-cells.ts';
import type { BatchReview, ReviewColumn, SuggestionKind } from './batch-review.ts';
import type { ReviewFilter } from './batch-review-tally.ts';

/** Rows that one page of the list holds: a browser lays out no list of any length. */
export const pageRows = 20_000;

/** A cell that is being written into. */
export interface EditedCell {
  index: number;
  column: ReviewColumn;
  text: string;
}

/** What the review needs of its widget. */
export interface ReviewControllerOptions {
  review: BatchReview;
  texts: () => Localizer;
  say: (text: string) => void;
  clock: () => Clock;
  /** What is wrong with a row, in words. */
  words: (row: BatchRow) => string;
}

/** A review on the screen: which rows are shown, which cell has the focus or is written into. */
export class BatchReviewController implements ReactiveController {
  readonly review: BatchReview;
  readonly #host: ReactiveElement;
  readonly #options: ReviewControllerOptions;
  readonly #window: RowWindow<number>;
  #filter: ReviewFilter;
  #rows: Int32Array;
  #page = 0;
  #pageItems: readonly number[] = [];
  #cell: Cell = { at: 0, column: 'number' };
  #edited: EditedCell | null = null;
  #hasToFocus: 'cell' | 'control' | null = null;
  #isBusy = false;
  /** Whether there is no picture yet: the first one has no more rows than can be seen, so that it comes soon. */
  #isFirst = true;

  constructor(host: ReactiveElement, options: ReviewControllerOptions) {
    this.#host = host;
    this.#options = options;
    this.review = options.review;
    this.#window = new RowWindow<number>(host, String, options.clock);
    // What needs somebody comes first.
    this.#filter = this.review.counts.problems > 0 ? 'problems' : 'all';
    this.#rows = this.review.rows(this.#filter);
    this.#turnTo(0);
    host.addController(this);
  }

  get filter(): ReviewFilter {
    return this.#filter;
  }

  /** Rows that the filter let through when it was chosen. */
  get length(): number {
    return this.#rows.length;
  }

  get page(): number {
    return this.#page;
  }

  get pages(): number {
    return Math.max(1, Math.ceil(this.#rows.length / pageRows));
  }

  get edited(): EditedCell | null {
    return this.#edited;
  }

  /** Whether many rows are being changed. */
  get isBusy(): boolean {
    return this.#isBusy;
  }

  /** What to render; an item is a row's place in the batch. */
  get pieces(): Piece<number>[] {
    const held = this.#rows[this.#cell.at];
    const seen = rowsInSight();
    const rest = this.#pageItems.length - seen;
    if (this.#isFirst && rest > 0) {
      const pieces: Piece<number>[] = this.#pageItems.slice(0, seen).map((item, index) => ({ item, index }));
      return [...pieces, { gap: rest * firstGuess, index: seen }];
    }
    return this.#window.pieces(this.#pageItems, this.#hasFocus && held !== undefined ? String(held) : null);
  }

  /** Whether this is the cell that the tab key goes to. */
  isCurrent(at: number, column: Cell['column']): boolean {
    return at === this.#cell.at && column === this.#cell.column;
  }

  /** Lets go of what it listens to. */
  close(): void {
    for (const controller of [this.#window, this]) this.#host.removeController(controller);
    this.#window.hostDisconnected();
  }

  hostUpdated(): void {
    if (this.#isFirst) this.#followFirst();
    const what = this.#hasToFocus;
    if (what === null) return;
    const cell = this.#cellElement;
    // A row that was far away is rendered by the next update.
    if (!cell) return;
    this.#hasToFocus = null;
    const target = what === 'control' ? (cell.querySelector<HTMLElement>('input, select') ?? cell) : cell;
    target.focus({ preventScroll: true });
    cell.scrollIntoView({ block: 'nearest' });
    if (target instanceof HTMLInputElement) target.select();
  }

  readonly show = (filter: ReviewFilter): void => {
    this.#filter = filter;
    this.#rows = this.review.rows(filter);
    this.#cell = { ...this.#cell, at: 0 };
    this.#turnTo(0);
    const { texts, say } = this.#options;
    say(texts().say('import.review.shown', { count: this.#rows.length }));
    this.#host.requestUpdate();
  };

  /** Goes to the first row of another page of a long list; whoever pressed the button below it goes on from there. */
  readonly turn = (page: number): void => this.#goTo({ ...this.#cell, at: page * pageRows });

  /** Makes a cell the current one, as a click does. */
  readonly select = (at: number, column: Cell['column']): void => {
    if (this.isCurrent(at, column)) return;
    this.#cell = { at, column };
    this.#host.requestUpdate();
  };

  /** Begins to write into a cell. */
  readonly edit = (at: number, column: Cell['column']): void => {
    const index = this.#rows[at];
    if (column === 'line' || index === undefined) return;
    const row = this.review.at(index);
    this.#cell = { at, column };
    this.#edited = { index, column, text: column === 'number' ? row.numberText : row.purposeText };
    this.#focus('control');
  };

  /** Ends that, and keeps what was written. */
  readonly commit = (text: string, hasToFocus: boolean): void => {
    if (!this.#edited) return;
    const { index, column, text: before } = this.#edited;
    this.#edited = null;
    if (text !== before) {
      this.review.edit(index, column, text);
      this.#sayRow(index);
    }
    if (hasToFocus) this.#focus('cell');
    else this.#host.requestUpdate();
  };

  readonly cancel = (): void => {
    this.#edited = null;
    this.#focus('cell');
  };

  /** Takes what was probably meant in a cell. */
  readonly accept = (at: number, column: ReviewColumn): void => {
    const index = this.#rows[at] as number;
    this.review.accept(index, column);
    this.#sayRow(index);
    this.#cell = { at, column };
    this.#focus('cell');
  };

  readonly acceptAll = async (kind: SuggestionKind): Promise<void> => {
    const count = await this.#busy(() => this.review.acceptAll(kind));
    this.#say('import.review.accepted', { count });
  };

  readonly undo = async (): Promise<void> => {
    const step = await this.#busy(() => this.review.undo());
    if (!step) return;
    this.#say('import.review.undone', { count: step.rows });
    const at = this.#rows.indexOf(step.index);
    if (at < 0 || step.rows > 1) return;
    this.#goTo({ at, column: step.column });
  };

  /** Arrows go from cell to cell, Enter and F2 write into one; whatever else is typed stays the page's. */
  readonly onKey = (event: KeyboardEvent): void => {
    const target = event.target as HTMLElement;
    if (target.matches('input, select')) return this.#onControlKey(event, target as HTMLInputElement);
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
    if ((ctrlKey || metaKey) && key === 'z' && !shiftKey && !altKey) {
      event.preventDefault();
      return void this.undo();
    }
    if (altKey || metaKey || shiftKey) return;
    const isOnCell = target.matches('[role=gridcell]');
    if (isOnCell && (key === 'Enter' || key === 'F2')) {
      event.preventDefault();
      return this.edit(this.#cell.at, this.#cell.column);
    }
    const isRightToLeft = this.#options.texts().direction === 'rtl';
    const next = neighbour(this.#cell, key, { isFar: ctrlKey, last: this.#rows.length - 1, isRightToLeft });
    if (!next) return;
    event.preventDefault();
    this.#goTo(next);
  };

  #onControlKey(event: KeyboardEvent, control: HTMLInputElement): void {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    // What the widget stands in, a dialog say, stays as it is.
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Enter') this.commit(control.value, true);
    else this.cancel();
  }

  #goTo(cell: Cell): void {
    this.#cell = cell;
    const page = Math.floor(cell.at / pageRows);
    if (page !== this.#page) this.#turnTo(page);
    if (!this.#cellElement) this.#window.scrollTo(cell.at - page * pageRows);
    this.#focus('cell');
  }

  #turnTo(page: number): void {
    this.#page = page;
    this.#edited = null;
    this.#pageItems = Array.from(this.#rows.subarray(page * pageRows, (page + 1) * pageRows));
  }

  /** The other rows come once the first are on the screen: after the frame that shows them. */
  #followFirst(): void {
    this.#isFirst = false;
    requestAnimationFrame(() => requestAnimationFrame(() => this.#host.requestUpdate()));
  }

  #focus(what: 'cell' | 'control'): void {
    this.#hasToFocus = what;
    this.#host.requestUpdate();
  }

  async #busy<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#edited = null;
    this.#isBusy = true;
    this.#host.requestUpdate();
    try {
      return await work();
    } finally {
      this.#isBusy = false;
      this.#host.requestUpdate();
    }
  }

  #sayRow(index: number): void {
    const row = this.review.at(index);
    const problems = this.#options.words(row) || this.#options.texts().say('import.review.fine');
    this.#say('import.review.row', { row: row.row, problems });
  }

  #say(...words: Parameters<Localizer['say']>): void {
    this.#options.say(this.#options.texts().say(...words));
  }

  get #cellElement(): HTMLElement | null {
    const row = this.#rows[this.#cell.at];
    return this.#host.renderRoot.querySelector<HTMLElement>(`[data-key="${row}"] > .${this.#cell.column}`);
  }

  get #hasFocus(): boolean {
    return (this.#host.renderRoot as ShadowRoot).activeElement?.closest('[role=grid]') != null;
  }
}
