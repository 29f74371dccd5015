import type { Clock } from './clock.ts';

/** Milliseconds without a stir after which something has come to rest. */
export const restMillis = 150;

/**
 * Does something once all has come to rest. A stir costs next to nothing, since no timer is set anew: rest may so be
 * noticed twice as late.
 */
export class Rest {
  readonly #clock: () => Clock;
  readonly #act: () => void;
  #callOff: (() => void) | null = null;
  #hasStirred = false;

  constructor(clock: () => Clock, act: () => void) {
    this.#clock = clock;
    this.#act = act;
  }

  /** Whether something has stirred, and what is to be done after that is not done yet. */
  get isAwaited(): boolean {
    return this.#callOff !== null;
  }

  stir(): void {
    this.#hasStirred = true;
    if (!this.#callOff) this.#wait();
  }

  /** Does not wait any longer; what would have been done is not. */
  callOff(): void {
    this.#callOff?.();
    this.#callOff = null;
  }

  #wait(): void {
    this.#hasStirred = false;
    this.#callOff = this.#clock().after(restMillis, () => {
      this.#callOff = null;
      if (this.#hasStirred) this.#wait();
      else this.#act();
    });
  }
}
