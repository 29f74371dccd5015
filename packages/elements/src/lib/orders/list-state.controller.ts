import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Clock } from '../internal/clock.ts';
import { type ListState, plainList, readListState, toFilter, writeListState } from './order-list-state.ts';
import type { ListAsk } from './order-page.ts';

/** Milliseconds without a keystroke after which a server is asked. */
export const typingMillis = 250;

/** What the choices depend on, and whom they concern. */
export interface ListStateOptions {
  clock: () => Clock;
  timeZone: () => string;
  /** Whether every keystroke counts at once. */
  isInstant: () => boolean;
  /** Told of a reader's choice once it counts, as it is written. */
  onChange: (written: string) => void;
}

/** Keeps what a reader has chosen to see, and makes the question to ask of it. */
export class ListStateController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: ListStateOptions;
  #state = plainList;
  #applied = plainList;
  #ask: ListAsk | null = null;
  #askedIn = '';
  #failure: unknown = null;
  #callOff: (() => void) | null = null;

  constructor(host: ReactiveControllerHost, options: ListStateOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** What the controls show. */
  get state(): ListState {
    return this.#state;
  }

  /** What is asked for: a search only once its typing has come to rest. */
  get applied(): ListState {
    return this.#applied;
  }

  /** The question, the same object as long as nothing else is asked; `null` until it can be put. */
  get ask(): ListAsk | null {
    const timeZone = this.#options.timeZone();
    if (this.#ask && this.#askedIn === timeZone) return this.#ask;
    const { sort } = this.#applied;
    const filter = toFilter(this.#applied, timeZone);
    if (!filter) {
      if (this.#failure === null) void this.#loadCalendar();
      return null;
    }
    const before = this.#ask;
    this.#askedIn = timeZone;
    // Another time zone is another question only where days are asked for.
    const isSame = before && JSON.stringify(before) === JSON.stringify({ filter, sort });
    return (this.#ask = isSame ? before : { filter, sort });
  }

  /** Why the question cannot be put, if so. */
  get failure(): unknown {
    return this.#failure;
  }

  hostDisconnected(): void {
    this.#callOff?.();
  }

  /** Takes over what a host has kept. */
  read(text: string): void {
    const state = readListState(text);
    // A page may spell what it was told in its own way; that is no reason to take back what is being typed.
    if (writeListState(state) !== writeListState(this.#applied)) this.#apply(state);
  }

  /** Takes in a choice. */
  readonly change = (change: Partial<ListState>): void => {
    this.#state = { ...this.#state, ...change };
    this.#callOff?.();
    this.#callOff = null;
    const isTyping = 'q' in change && this.#state.q !== '' && !this.#options.isInstant();
    if (isTyping) this.#callOff = this.#options.clock().after(typingMillis, () => this.#settle());
    else this.#settle();
    this.#host.requestUpdate();
  };

  /** Tries again to put a question that could not be put. */
  readonly retry = (): void => {
    this.#failure = null;
    this.#host.requestUpdate();
  };

  async #loadCalendar(): Promise<void> {
    await import('./list-calendar.ts').then(
      ({ bringDays }) => bringDays(),
      (error: unknown) => (this.#failure = error),
    );
    this.#host.requestUpdate();
  }

  #settle(): void {
    if (writeListState(this.#state) === writeListState(this.#applied)) return;
    this.#apply(this.#state);
    this.#options.onChange(writeListState(this.#state));
  }

  #apply(state: ListState): void {
    this.#state = this.#applied = state;
    this.#ask = null;
    this.#host.requestUpdate();
  }
}
