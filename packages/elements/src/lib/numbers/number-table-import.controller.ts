import { type ReactiveController, type ReactiveElement, type TemplateResult, html, nothing } from 'lit';
import { drawing } from '../internal/icons.ts';
import type { Localizer } from '../internal/localize.ts';
import { NumberImportRequestEvent } from './number-table.events.ts';

/** The way to where numbers are added: a page of the host's, or an importer that it has put into the table's slot. */
export class NumberImportController implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #href: () => string | null;
  #isOpen = false;

  constructor(host: ReactiveElement, href: () => string | null) {
    this.#host = host;
    this.#href = href;
    host.addController(this);
  }

  hostConnected(): void {
    // Nothing to begin.
  }

  /** Whether there is a way at all. */
  get isThere(): boolean {
    return this.#href() !== null || this.#hasImporter;
  }

  /** The control that leads there. */
  way(texts: Localizer) {
    const href = this.#href();
    const words = html`${drawing('M8 3v10M3 8h10')}${texts.say('numbers.add')}`;
    if (href !== null)
      return html`<a class="button primary add" href=${href} @click=${this.#onLink}>${words}</a>`;
    if (!this.#hasImporter) return nothing;
    return html`<button
      class="button primary add"
      aria-expanded=${this.#isOpen}
      aria-controls="import"
      @click=${this.#onButton}
    >
      ${words}
    </button>`;
  }

  /** Where the importer stands, which keeps what has been entered while it is closed. */
  place(isAllowed: boolean): TemplateResult {
    return html`<div id="import" class="import" ?hidden=${!this.#isOpen || !isAllowed}>
      <slot name="import" @slotchange=${() => this.#host.requestUpdate()}></slot>
    </div>`;
  }

  /** Goes there from elsewhere in the table. */
  readonly go = (): void => this.#host.renderRoot.querySelector<HTMLElement>('.add')?.click();

  get #hasImporter(): boolean {
    return this.#host.querySelector(':scope > [slot="import"]') !== null;
  }

  readonly #onLink = (event: MouseEvent): void => {
    // A click that opens a new tab or window is the browser's.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (!this.#host.dispatchEvent(new NumberImportRequestEvent())) event.preventDefault();
  };

  readonly #onButton = (): void => {
    if (!this.#isOpen && !this.#host.dispatchEvent(new NumberImportRequestEvent())) return;
    this.#isOpen = !this.#isOpen;
    this.#host.requestUpdate();
  };
}
