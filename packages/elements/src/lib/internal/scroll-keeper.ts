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
    const topOf = (element: Element) => element.getBoundingClientRect().top;
    const isAbove = topOf(this.#host) < 0;
    const elements = isAbove ? [...this.#host.renderRoot.querySelectorAll(this.#selector)] : [];
    const element = elements.find((candidate) => topOf(candidate) >= 0);
    this.#kept = element ? { element, top: topOf(element) } : null;
  }

  hostUpdated(): void {
    if (!this.#kept?.element.isConnected) return;
    const moved = this.#kept.element.getBoundingClientRect().top - this.#kept.top;
    if (moved !== 0) scrollerOf(this.#host).scrollBy({ top: moved, behavior: 'instant' });
  }
}

function scrollerOf(host: Element): Element {
  for (let node: Node | null = host; node; node = node instanceof ShadowRoot ? node.host : node.parentNode) {
    if (!(node instanceof Element) || node.scrollHeight <= node.clientHeight) continue;
    if (/auto|scroll/.test(getComputedStyle(node).overflowY)) return node;
  }
  return document.scrollingElement ?? document.documentElement;
}
