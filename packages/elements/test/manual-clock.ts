import type { Clock } from '../src/lib/internal/clock.ts';

/** A clock that stands still until it is told to go on. */
export class ManualClock implements Clock {
  #now: number;
  #timers: { at: number; act: () => void }[] = [];

  constructor(now: string) {
    this.#now = Date.parse(now);
  }

  /** How much is still to be done. */
  get pending(): number {
    return this.#timers.length;
  }

  now(): number {
    return this.#now;
  }

  after(millis: number, act: () => void): () => void {
    const timer = { at: this.#now + millis, act };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  /** Goes on, and does on the way what is due. */
  advance(millis: number): void {
    const until = this.#now + millis;
    for (;;) {
      const next = this.#timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.#timers = this.#timers.filter((timer) => timer !== next);
      this.#now = Math.max(this.#now, next.at);
      next.act();
    }
    this.#now = until;
  }
}
