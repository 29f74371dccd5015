import type { ReactiveController, ReactiveElement } from 'lit';
import type { Clock } from './clock.ts';
import { Rest } from './rest.ts';
import { type Piece, firstGuess, wholeUpTo } from './row-pieces.ts';
import { areCalledLike, firstWhere, shiftTops, topsOf } from './row-tops.ts';
import { scrollerOf, scrollRoots } from './scrollers.ts';

/** Pixels above and below the window that are rendered as well. */
const overscan = 240;

/** A row that is rendered. */
interface Row {
  readonly element: HTMLElement;
  readonly key: string | null;
}

/** A row that was seen before an update, and where: pixels from the top of the window. */
interface Anchor extends Row {
  readonly top: number;
}

/**
 * Renders of a long list only what is in the window and near it, with rows of any height, and keeps what is being
 * read where it is when something changes above it. Rows carry `data-key`, gaps `data-gap`.
 */
export class RowWindow<Item> implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #keyOf: (item: Item) => string;
  readonly #heights = new Map<string, number>();
  /** Where each item of the list begins, and the last ends, in pixels from its top. */
  #tops: Float64Array = new Float64Array(1);
  readonly #observer: ResizeObserver | null;
  #guess: number | null = null;
  #width = 0;
  #items: readonly Item[] = [];
  #question: unknown = null;
  #from = 0;
  #to = 0;
  /** Where the items that are rendered stand in the list. */
  #rendered: readonly number[] = [];
  /** The rows that are being read, and where: one of them will still be there after the update. */
  #anchors: readonly Anchor[] = [];
  /** Whether the reader has jumped to the very end, where rows take more or less room than was guessed. */
  #isAtEnd = false;
  /** Rows, and the room for others, as the last update has left them. */
  #rows: readonly Row[] = [];
  #gaps: readonly HTMLElement[] = [];
  /** One of them is seen first of all: while rows are moving, they are in no order in the tree. */
  #heads: readonly HTMLElement[] = [];
  #roots: readonly Node[] = [];
  /** Rows that a reader has scrolled to are put in order in the tree, too, once there is time for it. */
  readonly #rest: Rest;
  #scroller: Element | null = null;
  /** How far the list is scrolled, between a step of scrolling and the update that follows from it. */
  #offset: number | null = null;

  constructor(host: ReactiveElement, keyOf: (item: Item) => string, clock: () => Clock) {
    this.#host = host;
    this.#keyOf = keyOf;
    this.#rest = new Rest(clock, () => host.requestUpdate());
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
    this.settle();
  }

  /** Whether rows come and go with each update, since a reader scrolls: in the tree they need not be in order yet. */
  get isMoving(): boolean {
    return this.#rest.isAwaited;
  }

  /** Puts the rows in order in the tree: somebody needs them so. */
  readonly settle = (): void => {
    if (!this.isMoving) return;
    this.#rest.callOff();
    this.#host.requestUpdate();
  };

  /**
   * What to render of a list; what is held, an item with the focus, say, is rendered wherever it is. As long as the
   * question is the same object, what is read stays where it is, however many items come and go above it.
   */
  pieces(items: readonly Item[], held: string | null, question: unknown = items): Piece<Item>[] {
    if (items !== this.#items) this.#take(items, question === this.#question);
    this.#question = question;
    if (items.length <= wholeUpTo) return items.map((item, index) => ({ item, index }));
    const { from, to: least } = this.#near(overscan);
    // While a reader scrolls there are no fewer rows, but for the end: to take some away and make some costs the most.
    const before = this.isMoving ? this.#to - this.#from : 0;
    const to = Math.max(least, Math.min(items.length, from + before));
    [this.#from, this.#to] = [from, to];
    const heldAt = held === null ? -1 : items.findIndex((item) => this.#keyOf(item) === held);
    const spans: [start: number, end: number][] = [[from, to]];
    if (heldAt >= to) spans.push([heldAt, heldAt + 1]);
    if (heldAt >= 0 && heldAt < from) spans.unshift([heldAt, heldAt + 1]);
    const pieces: Piece<Item>[] = [];
    let done = 0;
    const skipTo = (index: number) => {
      const gap = this.#top(index) - this.#top(done);
      if (index > done) pieces.push({ gap, index });
    };
    for (const [start, end] of spans) {
      skipTo(start);
      for (let index = start; index < end; index++) pieces.push({ item: items[index] as Item, index });
      done = end;
    }
    skipTo(items.length);
    this.#rendered = pieces.flatMap(({ item, index }) => (item === undefined ? [] : [index]));
    if (!this.isMoving) return pieces;
    return pieces.map((piece) => ({ ...piece, place: 2 * piece.index - Number(piece.item === undefined) }));
  }

  /** Brings an item into the window, so that it is rendered by the next update. */
  scrollTo(index: number): void {
    const top = this.#top(index) - this.#scrolled() - innerHeight / 3;
    scrollerOf(this.#host).scrollBy({ top, behavior: 'instant' });
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    this.#anchors = [];
    this.#isAtEnd = false;
    // While a reader scrolls, it is the same.
    const scroller = (this.isMoving && this.#scroller) || scrollerOf(this.#host);
    this.#scroller = scroller;
    const edge = scroller === document.documentElement ? 0 : Math.max(0, topOf(scroller));
    if (topOf(this.#host) >= edge) return;
    const places = this.#rows.map((row) => ({ ...row, top: topOf(row.element) }));
    this.#anchors = places.filter(({ top }) => top >= edge);
    const { scrollTop, clientHeight, scrollHeight } = scroller;
    this.#isAtEnd = this.#anchors.length === 0 && scrollTop + clientHeight >= scrollHeight - 1;
  }

  hostUpdated(): void {
    this.#offset = null;
    this.#look();
    for (const { style, dataset } of this.#gaps) style.blockSize = `${dataset['gap']}px`;
    const isLong = this.#items.length > wholeUpTo;
    const isShown = isLong && this.#measure();
    const anchor = this.#anchors.find(({ element, key }) => element.isConnected && keyIn(element) === key);
    const moved = anchor ? topOf(anchor.element) - anchor.top : 0;
    const top = isShown && this.#isAtEnd ? scrollerOf(this.#host).scrollHeight : moved;
    if (Math.abs(top) >= 1) scrollerOf(this.#host).scrollBy({ top, behavior: 'instant' });
    // Rows that turned out lower than guessed may leave a hole.
    if (isShown) this.#onScroll();
  }

  /** Rows and gaps stand side by side: to look for each in the tree would cost more than all else here. */
  #look(): void {
    const [rows, gaps, heads]: [Row[], HTMLElement[], HTMLElement[]] = [[], [], []];
    let element = this.#host.renderRoot.querySelector<HTMLElement>('[data-key], [data-gap]');
    for (; element; element = element.nextElementSibling as HTMLElement | null) {
      const key = keyIn(element);
      const isGap = element.hasAttribute('data-gap');
      if (isGap) gaps.push(element);
      if (key !== null) rows.push({ element, key });
      if (isGap || rows.length === 1 || element.getAttribute('data-index') === '0') heads.push(element);
    }
    [this.#rows, this.#gaps, this.#heads] = [rows, gaps, heads];
  }

  /** Whether there was anything to measure: what is not displayed, in a tab that is not open, say, has no height. */
  #measure(): boolean {
    const heights = new Map(
      this.#rows.map(({ element, key }) => [key, element.getBoundingClientRect().height]),
    );
    const sum = [...heights.values()].reduce((sum, height) => sum + height, 0);
    if (sum === 0) return false;
    const changes = this.#rendered.map((index) => {
      const key = this.#keyOf(this.#items[index] as Item);
      const usual = this.#top(index + 1) - this.#top(index);
      const height = heights.get(key) ?? usual;
      this.#heights.set(key, height);
      return { index, by: height - usual };
    });
    // The guess stays once it is made: a gap that changed with every row would never come to rest.
    const isFirst = this.#guess === null;
    this.#guess ??= sum / this.#rows.length;
    if (isFirst) {
      this.#layOut();
      this.#host.requestUpdate();
    } else shiftTops(this.#tops, changes);
    return true;
  }

  /** Takes other items; where they answer the same question, rows will be rendered around what is read. */
  #take(items: readonly Item[], isSameQuestion: boolean): void {
    const isLaidOut = areCalledLike(items, this.#items, this.#keyOf);
    this.#items = items;
    if (isLaidOut) return;
    this.#layOut();
    if (!isSameQuestion) return;
    const anchors = new Map(this.#anchors.map((anchor) => [anchor.key, anchor]));
    const places: { anchor: Anchor; offset: number }[] = [];
    items.forEach((item, at) => {
      const anchor = anchors.get(this.#keyOf(item));
      if (anchor) places.push({ anchor, offset: this.#top(at) - anchor.top });
    });
    // One that has moved away by itself has most others against it.
    const most = places.map(({ offset }) => offset).sort((a, b) => a - b)[places.length >> 1] ?? 0;
    const first = places.find(({ offset }) => Math.abs(offset - most) < innerHeight);
    if (!first) return;
    this.#offset = first.offset;
    this.#anchors = [first.anchor, ...this.#anchors];
  }

  #layOut(): void {
    const usual = this.#guess ?? firstGuess;
    this.#tops = topsOf(this.#items, (item) => this.#heights.get(this.#keyOf(item)) ?? usual);
  }

  #top(index: number): number {
    return this.#tops[index] ?? 0;
  }

  /** Pixels of the list that lie above the window. */
  #scrolled(): number {
    return this.#heads.length > 0 ? -Math.min(...this.#heads.map(topOf)) : 0;
  }

  /** The items in the window, and within `margin` pixels of it. */
  #near(margin: number): { from: number; to: number } {
    const start = (this.#offset ?? this.#scrolled()) - margin;
    const end = start + innerHeight + 2 * margin;
    const { length } = this.#items;
    const from = Math.min(length - 1, Math.max(0, firstWhere(this.#tops, (top) => top > start) - 1));
    const to = firstWhere(this.#tops, (top) => top >= end);
    return { from, to: Math.max(from + 1, Math.min(length, to)) };
  }

  readonly #onScroll = (): void => {
    if (this.#items.length <= wholeUpTo) return;
    this.#offset = this.#scrolled();
    const { from, to } = this.#near(overscan / 4);
    if (from >= this.#from && to <= this.#to) {
      this.#offset = null;
      if (this.isMoving) this.#rest.stir();
      return;
    }
    this.#rest.stir();
    this.#host.requestUpdate();
  };

  #onResize(): void {
    const width = this.#host.clientWidth;
    // What is not displayed keeps its measures, and those taken before the first report are right.
    if (width === 0 || width === this.#width) return;
    const isKnown = this.#width > 0 || this.#guess === null;
    this.#width = width;
    if (!isKnown) return;
    this.#heights.clear();
    this.#guess = null;
    this.#layOut();
    // Not at once: what changes its size while sizes are told is reported to the page as an error.
    if (this.#items.length > wholeUpTo) requestAnimationFrame(() => this.#host.requestUpdate());
  }
}

/** Quicker than `dataset`, which makes an object first. */
const keyIn = (row: Element) => row.getAttribute('data-key');
const topOf = (element: Element) => element.getBoundingClientRect().top;
