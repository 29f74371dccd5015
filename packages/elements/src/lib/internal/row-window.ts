import type { ReactiveController, ReactiveElement } from 'lit';
import { scrollerOf, scrollRoots } from './scrollers.ts';

/** What is rendered: an item, or room for those that are not, in pixels. */
export type Piece<Item> =
  | { readonly item: Item; readonly index: number; readonly gap?: undefined }
  | { readonly gap: number; readonly index: number; readonly item?: undefined };

/** A list that is no longer than this is rendered whole. */
const wholeUpTo = 100;

/** Pixels above and below the window that are rendered as well. */
const overscan = 300;

/** Height of a row that has not been seen yet, until one has. */
const firstGuess = 72;

/**
 * Renders of a long list only what is in the window and near it, with rows of any height, and keeps what is being
 * read where it is when something changes above it. Rows carry `data-key`, gaps `data-gap`.
 */
export class RowWindow<Item> implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #keyOf: (item: Item) => string;
  readonly #heights = new Map<string, number>();
  /** Where each item of the list begins, and the last ends, in pixels from its top. */
  #tops = new Float64Array(1);
  readonly #observer: ResizeObserver | null;
  #guess = firstGuess;
  #width = 0;
  #items: readonly Item[] = [];
  #from = 0;
  #to = 0;
  #anchor: { element: Element; top: number } | null = null;
  #roots: readonly Node[] = [];

  constructor(host: ReactiveElement, keyOf: (item: Item) => string) {
    this.#host = host;
    this.#keyOf = keyOf;
    this.#observer =
      typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(() => this.#onResize());
    host.addController(this);
  }

  hostConnected(): void {
    this.#roots = scrollRoots(this.#host);
    for (const root of this.#roots)
      root.addEventListener('scroll', this.#onScroll, { capture: true, passive: true });
    window.addEventListener('resize', this.#onScroll);
    this.#observer?.observe(this.#host);
  }

  hostDisconnected(): void {
    for (const root of this.#roots) root.removeEventListener('scroll', this.#onScroll, { capture: true });
    window.removeEventListener('resize', this.#onScroll);
    this.#observer?.disconnect();
  }

  /** What to render of a list; what is held, an item with the focus, say, is rendered wherever it is. */
  pieces(items: readonly Item[], held: string | null): Piece<Item>[] {
    if (items !== this.#items) {
      this.#items = items;
      this.#layOut();
    }
    if (items.length <= wholeUpTo) return items.map((item, index) => ({ item, index }));
    const { from, to } = this.#near(overscan);
    [this.#from, this.#to] = [from, to];
    const heldAt = held === null ? -1 : items.findIndex((item) => this.#keyOf(item) === held);
    const parts = [
      [heldAt, heldAt + 1],
      [from, to],
      [heldAt, heldAt + 1],
    ] as const;
    const isBefore = heldAt >= 0 && heldAt < from;
    const isAfter = heldAt >= to;
    const pieces: Piece<Item>[] = [];
    let done = 0;
    const skipTo = (index: number) => {
      const gap = this.#top(index) - this.#top(done);
      if (index > done) pieces.push({ gap, index });
    };
    for (const [start, end] of parts.filter((_, part) => part === 1 || (part === 0 ? isBefore : isAfter))) {
      skipTo(start);
      for (let index = start; index < end; index++) pieces.push({ item: items[index] as Item, index });
      done = end;
    }
    skipTo(items.length);
    return pieces;
  }

  /** Brings an item into the window, so that it is rendered by the next update. */
  scrollTo(index: number): void {
    const top = this.#top(index) - this.#scrolled() - innerHeight / 3;
    scrollerOf(this.#host).scrollBy({ top, behavior: 'instant' });
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    const isAbove = topOf(this.#host) < 0;
    const element = isAbove ? this.#rows().find((row) => topOf(row) >= 0) : undefined;
    this.#anchor = element ? { element, top: topOf(element) } : null;
  }

  hostUpdated(): void {
    for (const gap of this.#host.renderRoot.querySelectorAll<HTMLElement>('[data-gap]'))
      gap.style.blockSize = `${gap.dataset['gap']}px`;
    if (this.#items.length > wholeUpTo) this.#measure();
    const moved = this.#anchor?.element.isConnected ? topOf(this.#anchor.element) - this.#anchor.top : 0;
    if (Math.abs(moved) >= 1) scrollerOf(this.#host).scrollBy({ top: moved, behavior: 'instant' });
  }

  #rows(): HTMLElement[] {
    return [...this.#host.renderRoot.querySelectorAll<HTMLElement>('[data-key]')];
  }

  #measure(): void {
    let isOther = false;
    let sum = 0;
    const rows = this.#rows();
    for (const row of rows) {
      const key = row.dataset['key'] ?? '';
      const { height } = row.getBoundingClientRect();
      isOther ||= this.#heights.get(key) !== height;
      this.#heights.set(key, height);
      sum += height;
    }
    // The guess stays once it is made: a gap that changed with every row would never come to rest.
    if (this.#guess === firstGuess && sum > 0) this.#guess = sum / rows.length;
    if (isOther) this.#layOut();
  }

  #layOut(): void {
    const tops = new Float64Array(this.#items.length + 1);
    for (const [index, item] of this.#items.entries()) {
      tops[index + 1] = (tops[index] as number) + (this.#heights.get(this.#keyOf(item)) ?? this.#guess);
    }
    this.#tops = tops;
  }

  #top(index: number): number {
    return this.#tops[index] ?? 0;
  }

  /** Pixels of the list that lie above the window. */
  #scrolled(): number {
    const first = this.#host.renderRoot.querySelector('[data-key], [data-gap]');
    return first ? -topOf(first) : 0;
  }

  /** The items in the window, and within `margin` pixels of it. */
  #near(margin: number): { from: number; to: number } {
    const start = this.#scrolled() - margin;
    const end = start + innerHeight + 2 * margin;
    const count = this.#items.length;
    let from = 0;
    while (from < count - 1 && this.#top(from + 1) <= start) from++;
    let to = from + 1;
    while (to < count && this.#top(to) < end) to++;
    return { from, to };
  }

  readonly #onScroll = (): void => {
    if (this.#items.length <= wholeUpTo) return;
    const { from, to } = this.#near(overscan / 4);
    if (from < this.#from || to > this.#to) this.#host.requestUpdate();
  };

  #onResize(): void {
    const width = this.#host.clientWidth;
    if (width === this.#width) return;
    this.#width = width;
    this.#heights.clear();
    this.#guess = firstGuess;
    this.#layOut();
    if (this.#items.length > wholeUpTo) this.#host.requestUpdate();
  }
}

const topOf = (element: Element) => element.getBoundingClientRect().top;
