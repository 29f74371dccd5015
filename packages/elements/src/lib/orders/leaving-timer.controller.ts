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
  #set: { of: unknown; readonly clock: Clock; readonly at: number; readonly callOff: () => void } | null =
    null;

  constructor(host: ReactiveElement, { next, of, clock, act }: LeavingTimerOptions) {
    this.#host = host;
    this.#next = next;
    this.#of = of;
    this.#clock = clock;
    this.#act = act;
    host.addController(this);
  }

  hostUpdated(): void {
    // A widget that has left the page may still be rendered once more.
    if (!this.#host.isConnected) return;
    const of = this.#of();
    const clock = this.#clock();
    const set = this.#set?.clock === clock ? this.#set : null;
    // A scroll renders anew as well, and thousands of orders need not be looked through for that.
    if (set?.of === of) return;
    const now = clock.now();
    const at = Math.min(this.#next(), now + longestWait);
    // To wake sooner than need be does no harm, and costs less than another timer for each change. A clock that has been
    // put on is not waited for.
    if (set && set.at > now && set.at <= at) {
      set.of = of;
      return;
    }
    this.hostDisconnected();
    const callOff = clock.after(Math.max(0, at - now), () => {
      this.#set = null;
      this.#act();
    });
    this.#set = { of, clock, at, callOff };
  }

  hostDisconnected(): void {
    this.#set?.callOff();
    this.#set = null;
  }
}
