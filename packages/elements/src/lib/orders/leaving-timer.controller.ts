import type { ReactiveController, ReactiveElement } from 'lit';
import type { Clock } from '../internal/clock.ts';

/** The longest time without a look at the clock: an estimate passes at midnight, and a timer cannot wait for weeks. */
const longestWait = 3_600_000;

/** When to wake, what of, and what to do then. */
export interface LeavingTimerOptions {
  /** Milliseconds since 1970; `Infinity` for never. */
  next: () => number;
  /** What the next moment was found in; as long as it is the same object, so is the moment. */
  of: () => unknown;
  clock: () => Clock;
  act: () => void;
}

/** Wakes the widget when the next order leaves, without asking the server (ORD-6). */
export class LeavingTimer implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #next: () => number;
  readonly #of: () => unknown;
  readonly #clock: () => Clock;
  readonly #act: () => void;
  #callOff: (() => void) | null = null;
  #set: { of: unknown; clock: Clock } | null = null;

  constructor(host: ReactiveElement, { next, of, clock, act }: LeavingTimerOptions) {
    this.#host = host;
    this.#next = next;
    this.#of = of;
    this.#clock = clock;
    this.#act = act;
    host.addController(this);
  }

  hostUpdated(): void {
    const of = this.#of();
    const clock = this.#clock();
    const { isConnected } = this.#host;
    // A scroll renders anew as well, and thousands of orders need not be looked through for that.
    const isSet = this.#callOff && this.#set?.of === of && this.#set?.clock === clock;
    if (isConnected && isSet) return;
    this.#callOff?.();
    // A widget that has left the page may still be rendered once more.
    if (!isConnected) return;
    this.#set = { of, clock };
    const wait = this.#next() - clock.now();
    this.#callOff = clock.after(Math.max(0, Math.min(wait, longestWait)), () => {
      this.#callOff = null;
      this.#act();
    });
  }

  hostDisconnected(): void {
    this.#callOff?.();
    this.#callOff = null;
  }
}
