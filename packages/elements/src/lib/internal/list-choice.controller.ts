import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Clock } from './clock.ts';

/** Milliseconds without a keystroke after which a server is asked. */
export const settleMillis = 250;

/** How choices are kept and what they ask for. */
export interface ListChoices<Choices, Ask> {
  /** What is chosen before anybody chooses. */
  plain: Choices;
  read: (text: string) => Choices;
  write: (choices: Choices) => string;
  toAsk: (choices: Choices) => Ask;
  /** What the question depends on besides, a time zone, say. */
  by?: () => unknown;
  /** Whether every keystroke counts at once. */
  isInstant?: () => boolean;
  clock: () => Clock;
  /** Told of a reader's choice once it counts, as it is written. */
  onChange: (written: string) => void;
}

/** Keeps what a reader has chosen to see of a list, and makes the question to ask of it. */
export class ListChoiceController<
  Choices extends { q: string },
  Ask extends object | null,
> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: ListChoices<Choices, Ask>;
  #state: Choices;
  #applied: Choices;
  #ask: Ask | null = null;
  /** The choices that the question has been made of, and what else. */
  #askedOf: readonly unknown[] = [];
  #callOff: (() => void) | null = null;

  constructor(host: ReactiveControllerHost, options: ListChoices<Choices, Ask>) {
    this.#host = host;
    this.#options = options;
    this.#state = this.#applied = options.plain;
    host.addController(this);
  }

  /** What the controls show. */
  get state(): Choices {
    return this.#state;
  }

  /** What is asked for: a search only once its typing has come to rest. */
  get applied(): Choices {
    return this.#applied;
  }

  /** The question; the same object as long as nothing else is asked. */
  get ask(): Ask {
    const of = [this.#applied, this.#options.by?.()];
    if (this.#ask === null || of.some((part, index) => part !== this.#askedOf[index])) {
      this.#askedOf = of;
      const ask = this.#options.toAsk(this.#applied);
      // Three digits typed in a search that takes four ask for nothing else.
      if (JSON.stringify(ask) !== JSON.stringify(this.#ask)) this.#ask = ask;
    }
    return this.#ask as Ask;
  }

  hostDisconnected(): void {
    this.#callOff?.();
  }

  /** Takes over what a host has kept. */
  read(text: string): void {
    const { read, write } = this.#options;
    const state = read(text);
    // A page may spell what it was told in its own way; that is no reason to take back what is being typed.
    if (write(state) !== write(this.#applied)) this.#apply(state);
  }

  /** Takes in a choice. */
  readonly change = (change: Partial<Choices>): void => {
    this.#state = { ...this.#state, ...change };
    this.#callOff?.();
    this.#callOff = null;
    const isTyping = 'q' in change && this.#state.q !== '' && !this.#options.isInstant?.();
    if (isTyping) this.#callOff = this.#options.clock().after(settleMillis, () => this.#settle());
    else this.#settle();
    this.#host.requestUpdate();
  };

  #settle(): void {
    const { write, onChange } = this.#options;
    if (write(this.#state) === write(this.#applied)) return;
    this.#apply(this.#state);
    onChange(write(this.#state));
  }

  #apply(state: Choices): void {
    this.#state = this.#applied = state;
    this.#host.requestUpdate();
  }
}
