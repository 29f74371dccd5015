import type { ReactiveController, ReactiveElement } from 'lit';

/**
 * Keeps what is being read where it is when something is put in above it, in browsers that do not do so themselves
 * (WebKit knows no scroll anchoring).
 */
export class ScrollKeeper implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #selector: string;
  #kept: { element: Element; top: number } | null = null;

  /** What a selector finds is what a reader holds on to. */
  constructor(host: ReactiveElement, selector: string) {
    this.#host = host;
    this.#selector = selector;
    if (!CSS.supports('overflow-anchor: auto')) host.addController(this);
  }

  hostUpdate(): void {
    const element = [...this.#host.renderRoot.querySelectorAll(this.#selector)].find(
      (found) => topOf(found) >= 0,
    );
    const isAbove = topOf(this.#host) < 0;
    this.#kept = element && isAbove ? { element, top: topOf(element) } : null;
  }

  hostUpdated(): void {
    const moved = this.#kept?.element.isConnected ? topOf(this.#kept.element) - this.#kept.top : 0;
    if (moved !== 0) scrollerOf(this.#host).scrollBy({ top: moved, behavior: 'instant' });
  }
}

const topOf = (element: Element) => element.getBoundingClientRect().top;

/** What scrolls the host: an element around it, else the page. */
function scrollerOf(node: Node | null): Element {
  if (!node) return document.documentElement;
  const isScroller =
    node instanceof Element &&
    node.scrollHeight > node.clientHeight &&
    /auto|scroll/.test(getComputedStyle(node).overflowY);
  return isScroller ? node : scrollerOf(node instanceof ShadowRoot ? node.host : node.parentNode);
}
