import type { ReactiveControllerHost } from 'lit';

/** A part of a widget without which there is nothing to show: asked for once it is needed, and again on wish. */
export class NeededPart {
  readonly #host: ReactiveControllerHost;
  readonly #load: () => Promise<void>;
  #isLoading = false;
  #failure: unknown = null;

  constructor(host: ReactiveControllerHost, load: () => Promise<void>) {
    this.#host = host;
    this.#load = load;
  }

  /** Why it cannot be had, if so. */
  get failure(): unknown {
    return this.#failure;
  }

  /** Asks for it; what has failed is not asked for again. */
  need(): void {
    if (this.#isLoading || this.#failure) return;
    this.#isLoading = true;
    void this.#load()
      .catch((error: unknown) => (this.#failure = error))
      .then(() => {
        this.#isLoading = false;
        this.#host.requestUpdate();
      });
  }

  /** Lets it be asked for once more. */
  retry(): void {
    this.#failure = null;
    this.#host.requestUpdate();
  }
}
