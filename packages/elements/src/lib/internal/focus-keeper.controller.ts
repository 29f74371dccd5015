import type { ReactiveController, ReactiveElement } from 'lit';

const focusable = 'a[href], button';

/**
 * Keeps the focus in the widget when what has it is rendered away, by a live change, say: it goes to the same row,
 * `data-key`, else to the widget's frame.
 */
export class FocusKeeper implements ReactiveController {
  readonly #host: ReactiveElement;
  #focused: Element | null = null;
  #row: Element | null = null;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#focused = this.#root.activeElement;
    this.#row = this.#focused?.closest('[data-key]') ?? null;
  }

  hostUpdated(): void {
    if (!this.#focused || this.#focused.isConnected || this.#root.activeElement) return;
    const next = this.#row?.isConnected ? this.#row.querySelector<HTMLElement>(focusable) : null;
    (next ?? this.#root.querySelector<HTMLElement>('.frame'))?.focus({ preventScroll: true });
  }

  get #root(): ShadowRoot {
    return this.#host.renderRoot as ShadowRoot;
  }
}
