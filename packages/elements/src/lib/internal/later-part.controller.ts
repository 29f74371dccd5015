import type { ReactiveController, ReactiveElement } from 'lit';

/** When a part is brought by itself, and how. */
export interface LaterPartOptions<Part> {
  /** Whether the widget shows what its reader waits for. */
  isTime: () => boolean;
  load: () => Promise<Part>;
}

/**
 * A part of a widget that nobody needs in order to read: its file is loaded by itself once there is something to
 * read. One that could not be loaded is asked for again when somebody turns to the widget; until then, the widget
 * does without.
 */
export class LaterPart<Part> implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #options: LaterPartOptions<Part>;
  #loading: Promise<Part | null> | null = null;
  #value: Part | null = null;
  #hasFailed = false;

  constructor(host: ReactiveElement, options: LaterPartOptions<Part>) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** The part, once it is here. */
  get value(): Part | null {
    return this.#value;
  }

  /** Whether it could not be loaded so far. */
  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  hostConnected(): void {
    for (const type of ['pointerover', 'focusin']) this.#host.renderRoot.addEventListener(type, this.#onTurn);
  }

  hostUpdated(): void {
    if (!this.#hasFailed && this.#options.isTime()) void this.need();
  }

  /** The part, as soon as it is here; `null` where it cannot be had. */
  need(): Promise<Part | null> {
    return (this.#loading ??= this.#load());
  }

  async #load(): Promise<Part | null> {
    this.#value = await this.#options.load().catch(() => null);
    this.#hasFailed = this.#value === null;
    if (this.#hasFailed) this.#loading = null;
    this.#host.requestUpdate();
    return this.#value;
  }

  readonly #onTurn = (): void => {
    if (this.#hasFailed) void this.need();
  };
}
