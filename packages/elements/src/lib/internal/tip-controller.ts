import {
  type ReactiveController,
  type ReactiveElement,
  type TemplateResult,
  type noChange,
  render,
} from 'lit';
import type { Clock } from './clock.ts';
import { Rest } from './rest.ts';
import { tipPlace } from './tip-place.ts';

/** Says what is to stand in the tip of a trigger, or that it is what stands there. */
export type TipContent = (trigger: HTMLElement) => TemplateResult | typeof noChange;

interface OpenTip {
  trigger: HTMLElement;
  tip: HTMLElement;
  /** Its id when it was opened. */
  id: string;
}

/**
 * Opens tips. A tip is an element with `popover="manual"` and an id; its trigger is a button that names it in
 * `aria-describedby` and `data-tip`. It opens on hover, focus and tap, can itself be hovered, and closes by Escape
 * (WCAG 1.4.13). What it says may stand in it already, or is written here: also while it is closed, for a screen reader
 * reads it as the trigger's description.
 */
export class TipController implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #contentOf: TipContent | undefined;
  #open: OpenTip | null = null;
  #isSecondTap = false;
  #watching: AbortController | null = null;
  /** Closed tips are written anew after it: while rows come and go, nobody reads them. */
  readonly #rest: Rest;
  #isFirst = true;

  /** `contentOf` says what is to stand in the tip of a trigger, where the widget's template does not. */
  constructor(host: ReactiveElement, clock: () => Clock, contentOf?: TipContent) {
    this.#host = host;
    this.#rest = new Rest(clock, () => this.#fillAll());
    this.#contentOf = contentOf;
    host.addController(this);
  }

  hostConnected(): void {
    const listeners = {
      pointerover: this.#onPointerOver,
      pointerout: this.#onPointerOut,
      pointerdown: this.#onPress,
      click: this.#onClick,
      focusin: this.#onFocusIn,
      focusout: this.#onFocusOut,
    };
    for (const [type, listener] of Object.entries(listeners)) {
      this.#root.addEventListener(type, listener as EventListener);
    }
    // Somebody may have been there before this was.
    this.#show(this.#root.querySelector<HTMLElement>('[data-tip]:is(:hover, :focus)'));
  }

  hostDisconnected(): void {
    this.#rest.callOff();
    this.close();
  }

  /** A tip whose trigger has been rendered away, or is another's now, goes with it. */
  hostUpdated(): void {
    if (this.#open && !isTipOf(this.#open)) this.close();
    if (this.#contentOf && this.#host.isConnected) this.#fillSoon();
    this.#place();
  }

  close(): void {
    const tip = this.#open?.tip;
    this.#open = null;
    this.#watching?.abort();
    if (tip?.matches(':popover-open')) tip.hidePopover();
  }

  #show(trigger: HTMLElement | null): void {
    if (!trigger || this.#open?.trigger === trigger) return;
    this.close();
    const tip = this.#tipOf(trigger);
    if (!tip) return;
    this.#open = { trigger, tip, id: tip.id };
    this.#fill(trigger);
    tip.showPopover();
    this.#place();
    const { signal } = (this.#watching = new AbortController());
    document.addEventListener('keydown', this.#onKey, { signal, capture: true });
    document.addEventListener('pointerdown', this.#onPressElsewhere, { signal });
    window.addEventListener('scroll', this.#place, { signal, capture: true, passive: true });
    window.addEventListener('resize', this.#place, { signal });
  }

  get #root(): ShadowRoot {
    return this.#host.renderRoot as ShadowRoot;
  }

  #tipOf(trigger: HTMLElement): HTMLElement | null {
    return this.#root.getElementById(trigger.dataset['tip'] ?? '');
  }

  /** Writes what is open and what is first at once, all else when the widget has come to rest. */
  #fillSoon(): void {
    if (this.#open) this.#fill(this.#open.trigger);
    if (this.#isFirst) this.#fillAll();
    this.#isFirst = false;
    this.#rest.stir();
  }

  #fillAll(): void {
    for (const trigger of this.#root.querySelectorAll<HTMLElement>('[data-tip]')) this.#fill(trigger);
  }

  #fill(trigger: HTMLElement): void {
    const tip = this.#tipOf(trigger);
    if (tip && this.#contentOf) render(this.#contentOf(trigger), tip);
  }

  readonly #place = (): void => {
    if (!this.#open) return;
    const { trigger, tip } = this.#open;
    const isRightToLeft = getComputedStyle(trigger).direction === 'rtl';
    const window = { width: document.documentElement.clientWidth, height: innerHeight };
    const boxes = [trigger, tip].map((element) => element.getBoundingClientRect()) as [DOMRect, DOMRect];
    const { left, top } = tipPlace(...boxes, window, isRightToLeft);
    Object.assign(tip.style, { left: `${left}px`, top: `${top}px` });
  };

  readonly #onPointerOver = ({ target, pointerType }: PointerEvent): void => {
    if (pointerType !== 'touch') this.#show(triggerOf(target));
  };

  readonly #onPointerOut = ({ relatedTarget, pointerType }: PointerEvent): void => {
    if (pointerType === 'touch' || this.#isInside(relatedTarget)) return;
    if (!this.#open?.trigger.matches(':focus')) this.close();
  };

  readonly #onPress = ({ target, pointerType }: PointerEvent): void => {
    this.#isSecondTap = pointerType === 'touch' && triggerOf(target) === this.#open?.trigger;
  };

  /** A finger that taps again, or Enter on an open tip, closes it; a mouse has opened it by being there. */
  readonly #onClick = ({ target, detail }: MouseEvent): void => {
    const trigger = triggerOf(target);
    const isKey = detail === 0;
    if (trigger && trigger === this.#open?.trigger && (isKey || this.#isSecondTap)) this.close();
    else this.#show(trigger);
  };

  readonly #onFocusIn = ({ target }: Event): void => this.#show(triggerOf(target));

  readonly #onFocusOut = (): void => {
    if (!this.#open?.trigger.matches(':hover') && !this.#open?.tip.matches(':hover')) this.close();
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

/** Elements may be another row's by now: then they have another id. */
const isTipOf = ({ trigger, tip, id }: OpenTip) =>
  trigger.isConnected && trigger.dataset['tip'] === id && tip.id === id;

function triggerOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-tip]') : null;
}
