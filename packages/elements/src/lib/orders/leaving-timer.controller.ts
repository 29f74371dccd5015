import type { ReactiveController, ReactiveElement } from 'lit';
import type { Clock } from '../internal/clock.ts';

/** The longest time without a look at the clock: an estimate passes at midnight, and a timer cannot wait for weeks. */
const longestWait = 3_600_000;

/** Wakes the widget when the next order leaves, without asking the server (ORD-6). */
export class LeavingTimer implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #next: () => number | null;
  readonly #clock: () => Clock;
  readonly #act: () => void;
  #callOff: (() => void) | null = null;

  constructor(
    host: ReactiveElement,
    { next, clock, act }: { next: () => number | null; clock: () => Clock; act: () => void },
  ) {
    this.#host = host;
    this.#next = next;
    this.#clock = clock;
    this.#act = act;
    host.addController(this);
  }

  hostUpdated(): void {
    this.#callOff?.();
    // A widget that has left the page may still be rendered once more.
    if (!this.#host.isConnected) return;
    const wait = (this.#next() ?? Infinity) - this.#clock().now();
    this.#callOff = this.#clock().after(Math.max(0, Math.min(wait, longestWait)), this.#act);
  }

  hostDisconnected(): void {
    this.#callOff?.();
    this.#callOff = null;
  }
}
