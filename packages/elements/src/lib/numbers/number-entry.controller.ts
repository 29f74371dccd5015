import type { CallPurpose, NumberPolicy } from '@numberdesk/core/numbers';
import type { ReactiveController, ReactiveElement } from 'lit';
import type { Localizer } from '../internal/localize.ts';
import { Confirmed } from './number-importer-confirmed.ts';
import { type NumberEntry, NumberEntryList } from './number-entry-list.ts';
import { numberFieldState } from './number-field-state.ts';
import { fieldWords } from './number-field.template.ts';
import { rowLimit } from './number-importer-view.ts';

/** What stands in the two fields, above the list or in one of its rows. */
export interface Draft {
  text: string;
  purpose: CallPurpose | null;
  /** Whether what is wrong with the number may be said by now. */
  isDone: boolean;
  /** Whether somebody has tried to go on with it: what is missing may be said, too. */
  hasTried: boolean;
}

/** What the entry needs of its widget. */
export interface NumberEntryOptions {
  policy: () => NumberPolicy;
  texts: () => Localizer;
  say: (text: string) => void;
}

const emptyDraft: Draft = { text: '', purpose: null, isDone: false, hasTried: false };

/** Numbers one by one: a pair of fields, and the list that it fills (NUM-2). */
export class NumberEntryController implements ReactiveController {
  readonly list = new NumberEntryList();
  readonly confirmed = new Confirmed();
  readonly #host: ReactiveElement;
  readonly #options: NumberEntryOptions;
  #draft = emptyDraft;
  #edited: { id: number; draft: Draft } | null = null;
  #pasted: readonly string[] | null = null;
  #focus: string | null = null;

  constructor(host: ReactiveElement, options: NumberEntryOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get draft(): Draft {
    return this.#draft;
  }

  /** The row that is being changed. */
  get edited(): { id: number; draft: Draft } | null {
    return this.#edited;
  }

  /** Lines that somebody has pasted into the field for one number. */
  get pasted(): readonly string[] | null {
    return this.#pasted;
  }

  hostUpdated(): void {
    const selector = this.#focus;
    this.#focus = null;
    if (selector) this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  /** What the field says. */
  state({ text, isDone }: Draft) {
    return numberFieldState(text, this.#options.policy(), isDone);
  }

  /** Why a well-formed number cannot go into the list. */
  problem(draft: Draft, id?: number): string | null {
    const state = this.state(draft);
    const texts = this.#options.texts();
    if (state.kind === 'empty') return draft.hasTried ? texts.say('import.problem.empty') : null;
    if (state.kind !== 'fine') return null;
    if (this.list.has(state.number, id)) return texts.say('import.number.listed');
    const count = rowLimit(this.#options.policy());
    const isFull = id === undefined && this.list.entries.length >= count;
    return isFull ? texts.say('import.list.full', { count }) : null;
  }

  /** Takes in what is typed or chosen. */
  write(change: Partial<Draft>, id?: number): void {
    const before = id === undefined ? this.#draft : (this.#edited?.draft ?? emptyDraft);
    // Whoever goes on typing after a verdict is typing again.
    const isDone = change.text === undefined ? before.isDone : false;
    const after = { ...before, isDone, ...change };
    if (id === undefined) this.#draft = after;
    else this.#edited = { id, draft: after };
    this.#sayWhatChanged(before, after, id);
    this.#host.requestUpdate();
  }

  /** Puts the pair into the list, or shows what is missing. */
  readonly add = (): void => {
    const pair = this.#pair(this.#draft, 'number');
    if (!pair) return;
    this.list.add(pair);
    // Many numbers have one purpose; the one that blocks calls is chosen anew each time.
    const isBlocking = pair.purpose === 'do-not-originate';
    this.#draft = { ...emptyDraft, purpose: isBlocking ? null : pair.purpose };
    const count = this.list.entries.length;
    this.#say('import.added', { number: pair.number, count });
    this.#update('#number');
  };

  readonly edit = ({ id, number, purpose }: NumberEntry): void => {
    this.#edited = { id, draft: { ...emptyDraft, text: number, purpose } };
    this.#update('#edited');
  };

  /** Ends a change; what is wrong keeps it open. */
  readonly apply = (): void => {
    if (!this.#edited) return;
    const { id, draft } = this.#edited;
    const pair = this.#pair(draft, 'edited', id);
    if (!pair) return;
    this.list.change(id, pair);
    this.#leave(id);
  };

  readonly cancelEdit = (): void => this.#leave(this.#edited?.id);

  readonly remove = ({ id }: NumberEntry): void => {
    this.list.remove(id);
    if (this.#edited?.id === id) this.#edited = null;
    this.#sayRemoved();
  };

  readonly clear = (): void => {
    this.list.clear();
    this.#edited = null;
    this.#sayRemoved();
  };

  readonly undo = (): void => {
    this.list.undo();
    this.#say('import.undone');
    this.#update('.listed');
  };

  /** Lines in place of one number: they may be meant as a batch. */
  readonly paste = (event: ClipboardEvent): void => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
    if (lines.length < 2) return;
    event.preventDefault();
    this.#pasted = lines;
    this.#say('import.paste', { count: lines.length });
    this.#update(null);
  };

  readonly dismissPaste = (): void => {
    this.#pasted = null;
    this.#update('#number');
  };

  /** Whether the list may be saved as it is; else what is missing is shown. */
  mayBeSaved(): boolean {
    const may = this.confirmed.check(this.list.doNotOriginate);
    if (!may) this.#update('#confirm');
    return may;
  }

  /** After the list was saved: what the server did not take stays in it, with its reason. */
  settle(reasons: ReadonlyMap<string, string>): void {
    this.list.settle(reasons);
    this.confirmed.forget();
    this.#host.requestUpdate();
  }

  /** The pair that a draft stands for; what is missing is shown and gets the focus. */
  #pair(draft: Draft, field: string, id?: number) {
    const state = this.state({ ...draft, isDone: true });
    const { purpose } = draft;
    const isNumber = state.kind === 'fine' && this.problem(draft, id) === null;
    if (isNumber && purpose !== null) return { number: state.number, purpose, warning: state.warning };
    this.write({ isDone: true, hasTried: true }, id);
    this.#focus = isNumber ? `#${field}-purpose` : `#${field}`;
    return null;
  }

  #sayWhatChanged(before: Draft, after: Draft, id?: number): void {
    const texts = this.#options.texts();
    const words = (draft: Draft) => this.problem(draft, id) ?? fieldWords(this.state(draft), texts);
    const said = words(after);
    if (said !== words(before)) this.#options.say(said);
    else if (after.purpose !== before.purpose && after.purpose === 'do-not-originate')
      this.#say('import.dno');
  }

  #sayRemoved(): void {
    this.#say('import.removed', { count: this.list.removed });
    this.#update('.undo');
  }

  #leave(id: number | undefined): void {
    this.#edited = null;
    this.#update(id === undefined ? null : `[data-entry="${id}"] .edit`);
  }

  #say(...words: Parameters<Localizer['say']>): void {
    this.#options.say(this.#options.texts().say(...words));
  }

  #update(focus: string | null): void {
    this.#focus = focus;
    this.#host.requestUpdate();
  }
}
