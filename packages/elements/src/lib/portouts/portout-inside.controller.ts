import { type ReactiveController, type ReactiveElement, type TemplateResult, html } from 'lit';
import { drawing, icon } from '../internal/icons.ts';
import { LaterPart } from '../internal/later-part.controller.ts';
import type { Localizer } from '../internal/localize.ts';
import { scrollerOf } from '../internal/scrollers.ts';
import type { InsideReview, ReviewSettings } from './portout-review-inside.ts';

/** What is open, and who wants to know of it. */
export interface PortOutInsideOptions {
  /** Id of the request that is open; `null` is the list. */
  id: () => string | null;
  /** What the review has in common with the list. */
  settings: () => ReviewSettings;
  texts: () => Localizer;
  onBack: () => void;
}

/**
 * A request that is open in the place of the list. Whoever opens it from the list is led to its heading, and on the way
 * back to the row that they came from.
 */
export class PortOutInside implements ReactiveController {
  /** Whether the widget has been seen: whoever comes by a link is not taken away from where they begin to read. */
  isSeen = false;
  readonly #host: ReactiveElement;
  readonly #options: PortOutInsideOptions;
  readonly #review: LaterPart<InsideReview>;
  #id: string | null = null;
  /** The request that was open last. */
  #last: string | null = null;
  #scrolled = 0;

  constructor(host: ReactiveElement, options: PortOutInsideOptions) {
    this.#host = host;
    this.#options = options;
    this.#review = new LaterPart<InsideReview>(host, {
      isTime: () => this.#id !== null,
      load: async () => {
        const { insideReview } = await import('./portout-review-inside.ts');
        return insideReview();
      },
    });
    host.addController(this);
  }

  /** Key of the row to go back to. */
  get held(): string | null {
    return this.#id ?? this.#last;
  }

  hostUpdate(): void {
    const id = this.#options.id();
    if (id === this.#id) return;
    const scroller = scrollerOf(this.#host);
    if (this.#id === null) this.#scrolled = scroller.scrollTop;
    const isLed = this.isSeen && this.#hasFocus;
    this.#last = isLed ? this.#id : null;
    this.#id = id;
    if (isLed) void (id === null ? this.#goBack() : this.#goIn(id));
  }

  hostUpdated(): void {
    this.isSeen = true;
  }

  /** What stands in the place of the list. */
  render(): TemplateResult {
    const { texts, settings, onBack } = this.#options;
    const { value, hasFailed } = this.#review;
    const words = texts();
    value?.show(this.#id ?? '', settings());
    return html`<div class="inside" role="group" tabindex="-1" aria-label=${words.say('portouts.inside')}>
      <div class="way">
        <button class="back" @click=${onBack}>
          ${drawing('M10 3 5 8l5 5')}${words.say('portouts.back')}
        </button>
      </div>
      ${
        hasFailed
          ? html`<p class="failed" role="alert">${icon('alert')}${words.say('part.failed')}</p>`
          : value?.element
      }
    </div>`;
  }

  /** Whether whoever reads is in the widget, or nowhere in particular. */
  get #hasFocus(): boolean {
    return this.#root.activeElement !== null || document.activeElement === document.body;
  }

  get #root(): ShadowRoot {
    return this.#host.renderRoot as ShadowRoot;
  }

  async #goIn(id: string): Promise<void> {
    await this.#host.updateComplete;
    const place = this.#root.querySelector<HTMLElement>('.inside');
    place?.focus();
    const review = await this.#review.need();
    await this.#host.updateComplete;
    if (this.#id === id) await review?.focusHeading(() => this.#root.activeElement === place);
  }

  async #goBack(): Promise<void> {
    await this.#host.updateComplete;
    scrollerOf(this.#host).scrollTop = this.#scrolled;
    await this.#host.updateComplete;
    const row = this.#root.querySelector(`[data-key="${CSS.escape(this.#last ?? '')}"]`);
    const control = row?.querySelector<HTMLElement>('.details > *');
    (control ?? this.#root.querySelector<HTMLElement>('.frame'))?.focus({
      preventScroll: control !== undefined,
    });
    row?.scrollIntoView({ block: 'nearest' });
    this.#last = null;
    this.#host.requestUpdate();
  }
}
