import type { ReactiveController, ReactiveElement } from 'lit';
import type { Clock } from '../internal/clock.ts';

const minute = 60_000;

/** Milliseconds until one of some moments is fewer whole minutes away than now, or has come; `null` where none is ahead. */
export function nextMinuteStep(moments: readonly number[], now: number): number | null {
  const steps = moments.filter((moment) => moment > now).map((moment) => ((moment - now) % minute) + 1);
  return steps.length > 0 ? Math.min(...steps) : null;
}

/** Renders a widget anew whenever the time that is left until one of its deadlines is another minute (POR-9). */
export class DeadlineClock implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #moments: () => readonly number[];
  readonly #clock: () => Clock;
  #callOff: (() => void) | null = null;

  /** `moments`: the deadlines that are shown, in milliseconds since 1970. */
  constructor(host: ReactiveElement, options: { moments: () => readonly number[]; clock: () => Clock }) {
    this.#host = host;
    this.#moments = options.moments;
    this.#clock = options.clock;
    host.addController(this);
  }

  hostUpdated(): void {
    this.hostDisconnected();
    // A widget that has left the page may still be rendered once more.
    if (!this.#host.isConnected) return;
    const clock = this.#clock();
    const step = nextMinuteStep(this.#moments(), clock.now());
    if (step !== null) this.#callOff = clock.after(step, () => this.#host.requestUpdate());
  }

  hostDisconnected(): void {
    this.#callOff?.();
    this.#callOff = null;
  }
}
