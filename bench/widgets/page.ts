// What stands in the page with a table: it finds what is seen, whatever the table is made of, and takes the time.
import type { Order } from '@numberdesk/core/orders';
import type { Contestant } from './contestant.ts';

/** Bench that a page hands to whoever drives it. */
export type BenchPage = ReturnType<typeof benchPage>;

declare global {
  interface Window {
    bench: BenchPage;
  }
}

const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));

/** Each tree of the page: the document and every open shadow root in it. */
function treesIn(root: Document | ShadowRoot): (Document | ShadowRoot)[] {
  const inside = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
    shadowRoot ? treesIn(shadowRoot) : [],
  );
  return [root, ...inside];
}

const contentOf = (tree: Document | ShadowRoot) =>
  (tree instanceof Document ? tree.body : tree).textContent ?? '';

/** Where the texts that pass a test are seen in the window, from the top. */
function seen(trees: readonly Node[], isWanted: (text: string) => boolean): number[] {
  const tops: number[] = [];
  const range = document.createRange();
  for (const tree of trees) {
    const walker = document.createTreeWalker(tree, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!isWanted((node.nodeValue ?? '').trim())) continue;
      range.selectNodeContents(node);
      const { top, bottom, height } = range.getBoundingClientRect();
      if (height > 0 && bottom > 0 && top < innerHeight) tops.push(top);
    }
  }
  return tops.sort((a, b) => a - b);
}

/** What scrolls the rows: of all that can be scrolled, what has the longest way to go. */
function scrollerIn(trees: readonly (Document | ShadowRoot)[]): Element {
  const page = document.scrollingElement ?? document.documentElement;
  const way = ({ scrollHeight, clientHeight }: Element) => scrollHeight - clientHeight;
  return trees
    .flatMap((tree) => [...tree.querySelectorAll('*')])
    .filter((element) => /auto|scroll/.test(getComputedStyle(element).overflowY))
    .reduce((longest, element) => (way(element) > way(longest) ? element : longest), page);
}

/** A bench around a table; its own search field stands above a table that has none. */
export function benchPage({ mount, update, search }: Contestant) {
  const place = document.querySelector<HTMLElement>('#place') as HTMLElement;
  let trees: (Document | ShadowRoot)[] = [];
  let orders: readonly Order[] = [];
  let scroller: Element;
  let keyTime = Promise.resolve(NaN);
  // Asked once a frame while a table is being timed: the cheap question first.
  const isSeen = (text: string) =>
    trees.some((tree) => contentOf(tree).includes(text)) && seen(trees, (other) => other === text).length > 0;

  /** The moment after the frame in which something is seen for the first time has been drawn. */
  const painted = async (isThere: () => boolean): Promise<number> => {
    const limit = performance.now() + 20_000;
    do {
      await nextFrame();
      if (performance.now() > limit) throw new Error('The page does not show what it should.');
    } while (!isThere());
    await nextFrame();
    return performance.now();
  };

  if (search) {
    const field = document.createElement('input');
    field.type = 'search';
    field.addEventListener('input', () => search(field.value));
    place.before(field);
  }

  return {
    /** Gets the orders, which the table is not given yet. */
    async load(): Promise<void> {
      orders = (await (await fetch('orders.json')).json()) as Order[];
    },

    /** Milliseconds from giving the table its orders until the rows with the newest are painted. */
    async mount(rowHeight: number): Promise<number> {
      const newest = orders.at(-1)?.number ?? '';
      const start = performance.now();
      mount(place, orders, rowHeight);
      const end = await painted(() => {
        trees = treesIn(document);
        return isSeen(newest);
      });
      return end - start;
    },

    /** Mean height of the rows that are seen, in px. */
    rowHeight(): number {
      const tops = seen(trees, (text) => /^1\d{5}$/.test(text));
      return Math.round(((tops.at(-1) ?? 0) - (tops[0] ?? 0)) / (tops.length - 1));
    },

    /** Milliseconds from telling the table that every hundredth order has another quantity until that is painted. */
    async update(quantity: number): Promise<number> {
      const change = (order: Order): Order => ({ ...order, quantity, version: order.version + 1 });
      const isChanged = (_: Order, index: number) => (orders.length - 1 - index) % 100 === 0;
      const all = orders.map((order, index) => (isChanged(order, index) ? change(order) : order));
      const changed = all.filter(isChanged);
      orders = all;
      const start = performance.now();
      update(changed, all);
      return (await painted(() => isSeen(String(quantity)))) - start;
    },

    /** Puts the caret into the search field; false where there is none. */
    focusSearch(): boolean {
      const field = trees
        .map((tree) => tree.querySelector<HTMLInputElement>('input[type=search]'))
        .find((found) => found !== null);
      field?.focus();
      return Boolean(field);
    },

    /** From the next key on, waits until one order is painted, and another no more. */
    awaitKey(shown: string, gone: string | null): void {
      const isThere = () => isSeen(shown) && (gone === null || !isSeen(gone));
      keyTime = new Promise<number>((resolve) =>
        addEventListener('keydown', ({ timeStamp }) => resolve(timeStamp), { capture: true, once: true }),
      ).then(async (start) => (await painted(isThere)) - start);
    },

    /** Milliseconds that this took. */
    keyTime: (): Promise<number> => keyTime,

    /** Finds what scrolls; the pixels that there are below. */
    findScroller(): number {
      scroller = scrollerIn(trees);
      return scroller.scrollHeight - scroller.clientHeight;
    },

    /** Scrolls on and lets all that follows from it happen, as between two turns of a wheel. */
    async scroll(pixels: number): Promise<void> {
      scroller.scrollBy({ top: pixels, behavior: 'instant' });
      await nextFrame();
      await nextFrame();
      await new Promise((resolve) => setTimeout(resolve, 40));
    },

    /** How many rows are seen. */
    rowsSeen: (): number => seen(trees, (text) => /^1\d{5}$/.test(text)).length,
  };
}
