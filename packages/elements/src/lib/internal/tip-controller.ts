import type { ReactiveController, ReactiveElement } from 'lit';
import { type TipPlace, tipPlace } from './tip-place.ts';

/**
 * Opens tips. A tip is an element with `popover="manual"` and an id; its trigger is a button that names it in
 * `aria-describedby` and `data-tip`. It opens on hover, focus and tap, can itself be hovered, and closes by Escape
 * (WCAG 1.4.13).
 */
export class TipController implements ReactiveController {
  readonly #host: ReactiveElement;
  #open: { trigger: HTMLElement; tip: HTMLElement } | null = null;
  #wasOpenAtPress = false;
  #pressedWith = '';
  #watching: AbortController | null = null;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    const root = this.#host.renderRoot;
    root.addEventListener('pointerover', this.#onPointerOver);
    root.addEventListener('pointerout', this.#onPointerOut);
    root.addEventListener('pointerdown', this.#onPress);
    root.addEventListener('click', this.#onClick);
    root.addEventListener('focusin', this.#onFocusIn);
    root.addEventListener('focusout', this.#onFocusOut);
  }

  hostDisconnected(): void {
    this.close();
  }

  /** A tip whose trigger has been rendered away goes with it. */
  hostUpdated(): void {
    if (this.#open && !(this.#open.trigger.isConnected && this.#open.trigger.dataset['tip'])) this.close();
    else this.#place();
  }

  close(): void {
    const tip = this.#open?.tip;
    this.#open = null;
    this.#watching?.abort();
    if (tip?.matches(':popover-open')) tip.hidePopover();
  }

  #show(trigger: HTMLElement): void {
    if (this.#open?.trigger === trigger) return;
    this.close();
    const tip = this.#host.renderRoot.querySelector<HTMLElement>(
      `#${CSS.escape(trigger.dataset['tip'] ?? '')}`,
    );
    if (!tip) return;
    this.#open = { trigger, tip };
    tip.showPopover();
    this.#place();
    const { signal } = (this.#watching = new AbortController());
    document.addEventListener('keydown', this.#onKey, { signal, capture: true });
    document.addEventListener('pointerdown', this.#onPressElsewhere, { signal });
    window.addEventListener('scroll', this.#place, { signal, capture: true, passive: true });
    window.addEventListener('resize', this.#place, { signal });
  }

  readonly #place = (): void => {
    if (!this.#open) return;
    const { trigger, tip } = this.#open;
    const isRightToLeft = getComputedStyle(trigger).direction === 'rtl';
    const window = { width: document.documentElement.clientWidth, height: innerHeight };
    const place: TipPlace = tipPlace(
      trigger.getBoundingClientRect(),
      tip.getBoundingClientRect(),
      window,
      isRightToLeft,
    );
    tip.style.left = `${place.left}px`;
    tip.style.top = `${place.top}px`;
  };

  readonly #onPointerOver = (event: Event): void => {
    const trigger = triggerOf(event.target);
    if (trigger && (event as PointerEvent).pointerType !== 'touch') this.#show(trigger);
  };

  readonly #onPointerOut = (event: Event): void => {
    if (!this.#open || (event as PointerEvent).pointerType === 'touch') return;
    if (this.#isInside((event as PointerEvent).relatedTarget) || this.#open.trigger.matches(':focus')) return;
    this.close();
  };

  readonly #onPress = (event: Event): void => {
    this.#pressedWith = (event as PointerEvent).pointerType;
    this.#wasOpenAtPress = this.#open !== null && triggerOf(event.target) === this.#open.trigger;
  };

  /** A finger that taps again, or Enter on an open tip, closes it; a mouse has opened it by being there. */
  readonly #onClick = (event: Event): void => {
    const trigger = triggerOf(event.target);
    if (!trigger) return;
    const isKey = (event as MouseEvent).detail === 0;
    const closes = isKey
      ? this.#open?.trigger === trigger
      : this.#wasOpenAtPress && this.#pressedWith === 'touch';
    if (closes) this.close();
    else this.#show(trigger);
  };

  readonly #onFocusIn = (event: Event): void => {
    const trigger = triggerOf(event.target);
    if (trigger) this.#show(trigger);
  };

  readonly #onFocusOut = (): void => {
    if (this.#open && !this.#open.trigger.matches(':hover') && !this.#open.tip.matches(':hover'))
      this.close();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    // What the widget stands in, a dialog say, stays open: this Escape was the tip's.
    event.preventDefault();
    event.stopPropagation();
    this.close();
  };

  readonly #onPressElsewhere = (event: Event): void => {
    if (!event.composedPath().some((target) => this.#isInside(target))) this.close();
  };

  #isInside(target: EventTarget | null): boolean {
    if (!this.#open || !(target instanceof Node)) return false;
    return this.#open.trigger.contains(target) || this.#open.tip.contains(target);
  }
}

function triggerOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-tip]') : null;
}
