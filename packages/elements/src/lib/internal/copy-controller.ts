import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Clock } from './clock.ts';
import { copyText } from './copy-text.ts';

/** Milliseconds for which a button says that it has copied. */
const saidMillis = 3_000;

/** Copies texts, and knows which one has just been copied. */
export class CopyController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #clock: () => Clock;
  #copied: string | null = null;
  #callOff: (() => void) | null = null;

  constructor(host: ReactiveControllerHost, clock: () => Clock) {
    this.#host = host;
    this.#clock = clock;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#settle(null);
  }

  /** Whether this text is what has just been copied. */
  hasCopied(text: string): boolean {
    return this.#copied === text;
  }

  /** `false` where the browser lets nothing be copied. */
  async copy(text: string): Promise<boolean> {
    const isDone = await copyText(text);
    this.#settle(isDone ? text : null);
    return isDone;
  }

  #settle(text: string | null): void {
    this.#callOff?.();
    this.#copied = text;
    this.#callOff = text === null ? null : this.#clock().after(saidMillis, () => this.#settle(null));
    this.#host.requestUpdate();
  }
}
