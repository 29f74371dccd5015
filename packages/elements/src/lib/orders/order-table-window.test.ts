import type { Order } from '@numberdesk/core/orders';
import { expect, fixtureSync, html, nextFrame } from '@open-wc/testing';
import { waitUntil } from '../../../test/wait-until.ts';
import { cameToLife } from '../../../test/mounted-widget.ts';
import { ManualClock } from '../../../test/manual-clock.ts';
import { sampleLine, sampleNow, sampleOrder } from '../../../test/sample-orders.ts';
import { NumberdeskPortal } from '../access/numberdesk-portal.element.ts';
import { restMillis } from '../internal/rest.ts';
import { OrderTable } from './order-table.element.ts';

NumberdeskPortal.define();
OrderTable.define();

const lines = ['1', '2', '3', '4'].map((id) => sampleLine({ id }));
const names = ['Ada', 'A name that goes on and on, over line and line, '.repeat(6)];

/** Orders from 1 up, the newest of which is shown first; some rows are higher than others, some have lines to open. */
function ordersTo(count: number): Order[] {
  return Array.from({ length: count }, (_, index) =>
    sampleOrder(String(index + 1), index % 10 === 0 ? lines : undefined, {
      placedBy: { name: names[index % 7 === 0 ? 1 : 0] as string },
    }),
  );
}

const many = ordersTo(10_000);

/** A table on a page, and what of it is in the window. */
class LongTable {
  readonly table: OrderTable;
  readonly scroller: Element;
  readonly clock: ManualClock;

  constructor(table: OrderTable, scroller: Element, clock: ManualClock) {
    this.table = table;
    this.scroller = scroller;
    this.clock = clock;
  }

  get root(): ShadowRoot {
    return this.table.shadowRoot as ShadowRoot;
  }

  get rows(): HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>('.order')];
  }

  get height(): number {
    return (this.root.querySelector('table') as HTMLElement).getBoundingClientRect().height;
  }

  /** The rows that a reader sees at least half of, from the top. */
  get visible(): HTMLElement[] {
    const { top, bottom } = this.#view;
    const middle = (row: HTMLElement) => {
      const box = row.getBoundingClientRect();
      return (box.top + box.bottom) / 2;
    };
    return this.rows
      .filter((row) => middle(row) > top && middle(row) < bottom)
      .toSorted((one, other) => middle(one) - middle(other));
  }

  /** Numbers of what is rendered, in the order of the tree, which is that of the Tab key and of a screen reader. */
  get inTree(): (string | undefined)[] {
    return this.rows.map(({ dataset }) => dataset['key']);
  }

  get seen(): (string | undefined)[] {
    return this.visible.map(({ dataset }) => dataset['key']);
  }

  row(number: string): HTMLElement {
    const row = this.rows.find(({ dataset }) => dataset['key'] === number);
    if (!row) throw new Error(`Order ${number} is not rendered: ${this.rows.length} others are`);
    return row;
  }

  top(number: string): number {
    return this.row(number).getBoundingClientRect().top;
  }

  /** Scrolls, and waits until there are rows wherever the reader looks. */
  async scrollTo(top: number): Promise<void> {
    this.scroller.scrollTop = top;
    await this.settle();
  }

  async settle(): Promise<void> {
    await nextFrame();
    await nextFrame();
    await waitUntil(() => !this.#hasHole, 'the reader looks at nothing');
    await this.table.updateComplete;
  }

  get #view(): { top: number; bottom: number } {
    if (this.scroller === document.documentElement) return { top: 0, bottom: innerHeight };
    return this.scroller.getBoundingClientRect();
  }

  get #hasHole(): boolean {
    const { top, bottom } = this.#view;
    const gaps = [...this.root.querySelectorAll<HTMLElement>('[data-gap]')];
    return gaps.some((gap) => {
      const box = gap.getBoundingClientRect();
      return box.bottom > top + 1 && box.top < bottom - 1;
    });
  }
}

/** Somewhere that a page may put a table: its element, and what scrolls there. */
type Place = (table: OrderTable) => { outer: HTMLElement; scroller: Element };

const box = 'block-size: 400px; overflow: auto; margin-block-start: 120px';
const inShadow = (content: Node, markup: string) => {
  const host = document.createElement('div');
  host.attachShadow({ mode: 'open' }).innerHTML = markup;
  host.shadowRoot?.querySelector('main')?.append(content);
  return host;
};

const places: Record<string, Place> = {
  'the page': (table) => ({ outer: table, scroller: document.documentElement }),
  'an element that scrolls': (table) => {
    const outer = document.createElement('div');
    outer.setAttribute('style', box);
    outer.append(table);
    return { outer, scroller: outer };
  },
  'another shadow root': (table) => {
    const outer = inShadow(table, `<main style="${box}"></main>`);
    return { outer, scroller: outer.shadowRoot?.querySelector('main') as Element };
  },
  'a slot of an element that scrolls': (table) => {
    const outer = inShadow(document.createElement('slot'), `<main style="${box}"></main>`);
    outer.append(table);
    return { outer, scroller: outer.shadowRoot?.querySelector('main') as Element };
  },
};

async function mount(
  orders: readonly Order[],
  place: Place = places['the page'] as Place,
): Promise<LongTable> {
  const clock = new ManualClock(sampleNow);
  const portal = fixtureSync<NumberdeskPortal>(html`<numberdesk-portal .clock=${clock}></numberdesk-portal>`);
  (portal.parentElement as HTMLElement).style.inlineSize = '1000px';
  const table = Object.assign(document.createElement('order-table'), { orders });
  const { outer, scroller } = place(table);
  portal.append(outer);
  const long = new LongTable(table, scroller, clock);
  await table.updateComplete;
  await cameToLife(import('./order-table-later.ts'));
  await long.settle();
  return long;
}

describe('a long <order-table>', () => {
  afterEach(() => window.scrollTo(0, 0));

  for (const [name, place] of Object.entries(places)) {
    describe(`in ${name}`, () => {
      it('renders what is in view and near it, and says of all how many and which', async () => {
        const long = await mount(many, place);
        expect(long.rows.length).to.be.within(5, 40);
        expect(long.root.querySelector('table')?.getAttribute('aria-rowcount')).to.equal('10001');
        expect(long.seen[0]).to.equal('10000');
        await long.scrollTo(300_000);
        expect(long.rows.length).to.be.within(5, 40);
        expect(long.visible.length).to.be.greaterThan(2);
        for (const row of long.rows) {
          const index = 10_000 - Number(row.dataset['key']);
          expect(row.querySelector('tr')?.getAttribute('aria-rowindex')).to.equal(String(index + 2));
        }
      });

      it('goes to the very end and back, and is as high as before', async () => {
        const long = await mount(many, place);
        const height = long.height;
        await long.scrollTo(10_000_000);
        expect(long.row('1').querySelector('tr')?.getAttribute('aria-rowindex')).to.equal('10001');
        expect(long.seen).to.include('1');
        expect(long.height / height).to.be.within(0.98, 1.02);
        await long.scrollTo(0);
        expect(long.seen[0]).to.equal('10000');
      });

      it('moves by what is scrolled, though its rows differ in height', async () => {
        const long = await mount(many, place);
        await long.scrollTo(100_000);
        for (let step = 0; step < 8; step++) {
          const by = step < 4 ? 150 : -150;
          const number = long.seen[by > 0 ? long.seen.length - 1 : 0] as string;
          const before = long.top(number);
          await long.scrollTo(long.scroller.scrollTop + by);
          expect(long.top(number)).to.be.closeTo(before - by, 2);
        }
      });

      it('leaves what is read where it is when orders come and go above it', async () => {
        const long = await mount(many, place);
        await long.scrollTo(50_000);
        const number = long.seen[1] as string;
        const before = long.top(number);
        for (const orders of [
          [...many, sampleOrder('10001'), sampleOrder('10002', lines)],
          many.filter(({ number }) => !['9999', '9990', '9980'].includes(number)),
          many,
          many.filter(({ number }) => Number(number) <= 9_700),
          many,
        ]) {
          long.table.orders = orders;
          await long.table.updateComplete;
          await long.settle();
          expect(long.top(number)).to.be.closeTo(before, 2);
        }
      });
    });
  }

  it('shows rows in their order while a reader scrolls, and has them so in the tree once that is over', async () => {
    const long = await mount(many);
    const sorted = (numbers: readonly (string | undefined)[]) =>
      numbers.toSorted((one, other) => Number(other) - Number(one));
    let scattered = 0;
    for (const top of [400, 1_000, 1_600, 900, 2_500, 40_000, 39_300]) {
      await long.scrollTo(top);
      expect(long.seen).to.deep.equal(sorted(long.seen));
      if (long.inTree.join() !== sorted(long.inTree).join()) scattered++;
    }
    expect(scattered, 'rows never moved').to.be.greaterThan(2);
    const seen = long.seen;
    long.clock.advance(2 * restMillis);
    await long.table.updateComplete;
    expect(long.inTree).to.deep.equal(sorted(long.inTree));
    expect(long.seen).to.deep.equal(seen);
    expect(long.rows.map(({ style }) => style.order).join('')).to.equal('');
  });

  it('has them in order in the tree at once for whoever presses a key, and leaves the focus where it is', async () => {
    const long = await mount(many);
    await long.scrollTo(1_000);
    const button = long.visible[2]?.querySelector<HTMLElement>('.copy');
    button?.focus({ preventScroll: true });
    for (const top of [1_700, 1_100]) await long.scrollTo(top);
    const before = long.inTree;
    button?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', bubbles: true, composed: true }));
    await long.table.updateComplete;
    expect(long.inTree).not.to.deep.equal(before);
    expect(long.inTree).to.deep.equal(long.inTree.toSorted((one, other) => Number(other) - Number(one)));
    expect(long.root.activeElement === button).to.equal(true);
  });

  it('closes a tip whose row has gone out of sight, and does not show another order’s in its place', async () => {
    const long = await mount(many);
    const trigger = long.visible[1]?.querySelector<HTMLElement>('.has-tip');
    const tip = long.visible[1]?.querySelector('.tip');
    await waitUntil(() => Boolean(tip?.textContent), 'what opens tips never came');
    trigger?.dispatchEvent(
      new PointerEvent('pointerover', { bubbles: true, composed: true, pointerType: 'mouse' }),
    );
    expect(long.root.querySelectorAll(':popover-open')).to.have.length(1);
    await long.scrollTo(20_000);
    expect(long.root.querySelectorAll(':popover-open')).to.have.length(0);
  });

  it('does so also with orders just above the window, which are rendered', async () => {
    const long = await mount(many, places['an element that scrolls']);
    await long.scrollTo(180);
    const number = long.seen[1] as string;
    const before = long.top(number);
    long.table.orders = [...many, sampleOrder('10001')];
    await long.table.updateComplete;
    await long.settle();
    expect(long.top(number)).to.be.closeTo(before, 2);
  });

  it('keeps an open order open and in its place, and counts its lines', async () => {
    const long = await mount(many);
    await long.scrollTo(700);
    const open = long.row('9991').querySelector<HTMLElement>('.lines') as HTMLElement;
    open.click();
    await long.table.updateComplete;
    await long.settle();
    expect(long.row('9991').querySelectorAll('tr')).to.have.length(5);
    expect(long.root.querySelector('table')?.getAttribute('aria-rowcount')).to.equal('10005');
    expect(long.row('9990').querySelector('tr')?.getAttribute('aria-rowindex')).to.equal('16');
    const { scrollTop } = long.scroller;
    const before = long.top('9991');
    await long.scrollTo(400_000);
    expect(long.rows.some(({ dataset }) => dataset['key'] === '9991')).to.equal(false);
    const [first] = long.visible;
    const index = 10_000 - Number(first?.dataset['key']);
    expect(first?.querySelector('tr')?.getAttribute('aria-rowindex')).to.equal(String(index + 6));
    await long.scrollTo(scrollTop);
    expect(long.row('9991').querySelectorAll('tr')).to.have.length(5);
    expect(long.top('9991')).to.be.closeTo(before, 2);
  });

  it('keeps the focus in a row that scrolls out of view, both ways', async () => {
    const long = await mount(many);
    await long.scrollTo(200_000);
    const number = long.seen[2] as string;
    const button = long.row(number).querySelector<HTMLElement>('.copy') as HTMLElement;
    button.focus({ preventScroll: true });
    for (const top of [600_000, 0, 200_400, 10_000_000, 200_000]) {
      await long.scrollTo(top);
      expect(long.root.activeElement === button, `the focus is gone at ${top}`).to.equal(true);
      expect(long.row(number).querySelector('tr')?.getAttribute('aria-rowindex')).to.equal(
        String(10_000 - Number(number) + 2),
      );
      expect(long.rows.length).to.be.within(5, 41);
    }
  });

  it('lets go of such a row when the focus goes elsewhere', async () => {
    const long = await mount(many);
    long.row('10000').querySelector<HTMLElement>('.copy')?.focus({ preventScroll: true });
    await long.scrollTo(300_000);
    long.root.querySelector<HTMLElement>('input')?.focus({ preventScroll: true });
    await long.scrollTo(301_000);
    expect(long.rows.some(({ dataset }) => dataset['key'] === '10000')).to.equal(false);
  });

  it('becomes cards and columns again in the middle of the list', async () => {
    const long = await mount(many);
    await long.scrollTo(100_000);
    const wrapper = long.table.parentElement?.parentElement as HTMLElement;
    const columns = long.height;
    for (const width of ['400px', '1000px']) {
      wrapper.style.inlineSize = width;
      await long.settle();
      await long.settle();
      expect(long.visible.length).to.be.greaterThan(1);
      expect(long.rows.length).to.be.within(5, 40);
    }
    expect(long.height / columns).to.be.within(0.7, 1.4);
    await long.scrollTo(0);
    expect(long.seen[0]).to.equal('10000');
  });

  it('renders no more than it has to while it is not displayed, and is there again when it is', async () => {
    const long = await mount(many);
    await long.scrollTo(100_000);
    const wrapper = long.table.parentElement?.parentElement as HTMLElement;
    wrapper.hidden = true;
    for (const orders of [[...many, sampleOrder('10001')], many]) {
      long.table.orders = orders;
      await long.table.updateComplete;
      await long.settle();
      expect(long.rows.length).to.be.within(1, 60);
    }
    wrapper.hidden = false;
    await long.scrollTo(100_000);
    expect(long.visible.length).to.be.greaterThan(2);
    expect(long.rows.length).to.be.within(5, 40);
  });

  it('goes from ten thousand to a few by a search, and back', async () => {
    const long = await mount(many);
    await long.scrollTo(300_000);
    const input = long.root.querySelector<HTMLInputElement>('input') as HTMLInputElement;
    const search = async (text: string) => {
      input.value = text;
      input.dispatchEvent(new Event('input', { bubbles: true }));
      await long.table.updateComplete;
      await long.settle();
    };
    await search('1234');
    expect(long.rows.map(({ dataset }) => dataset['key'])).to.deep.equal(['1234']);
    expect(long.seen).to.deep.equal(['1234']);
    expect(long.root.querySelector('table')?.getAttribute('aria-rowcount')).to.equal('2');
    await search('');
    expect(long.rows.length).to.be.within(5, 40);
    expect(long.root.querySelector('table')?.getAttribute('aria-rowcount')).to.equal('10001');
    await long.scrollTo(0);
    expect(long.seen[0]).to.equal('10000');
  });

  it('does not go after one row that moves away from all others that are read', async () => {
    const long = await mount(many);
    long.table.viewState = 'sort=-placedAt';
    await long.table.updateComplete;
    await long.scrollTo(50_000);
    const [number, moving] = [long.seen[1] as string, long.seen[2] as string];
    const before = long.top(number);
    const placedAt = new Date(Date.parse(sampleNow) - 1).toISOString();
    long.table.orders = many.map((order) => (order.number === moving ? { ...order, placedAt } : order));
    await long.table.updateComplete;
    await long.settle();
    expect(long.top(number)).to.be.closeTo(before, 2);
    expect(long.seen).not.to.include(moving);
  });

  it('does not go after what is read when something else is asked for', async () => {
    const long = await mount(many);
    const input = long.root.querySelector<HTMLInputElement>('input') as HTMLInputElement;
    for (const [text, first] of [
      ['5', '5999'],
      ['', '10000'],
    ] as const) {
      await long.scrollTo(130);
      expect(long.seen).not.to.include(first);
      input.value = text;
      input.dispatchEvent(new Event('input', { bubbles: true }));
      await long.table.updateComplete;
      await long.settle();
      // WebKit shows a field whose text is set.
      expect(long.scroller.scrollTop).to.be.at.most(130);
      expect(long.rows[0]?.dataset['key']).to.equal(first);
    }
  });

  it('is rendered whole up to a hundred orders, so that the browser’s own search finds them', async () => {
    for (const count of [0, 1, 100, 101]) {
      const long = await mount(many.slice(0, count));
      const hasGap = long.root.querySelector('[data-gap]') !== null;
      expect(hasGap).to.equal(count > 100);
      if (count <= 100) expect(long.rows).to.have.length(count);
      else {
        await long.scrollTo(1_000_000);
        expect(long.seen).to.include('1');
      }
      window.scrollTo(0, 0);
      long.table.remove();
    }
  });

  it('grows from a few to many and shrinks while it is read', async () => {
    const long = await mount(many.slice(0, 3));
    long.table.orders = many;
    await long.table.updateComplete;
    await long.settle();
    expect(long.rows.length).to.be.within(5, 40);
    await long.scrollTo(10_000_000);
    long.table.orders = many.slice(0, 150);
    await long.table.updateComplete;
    await long.settle();
    expect(long.visible.length).to.be.greaterThan(0);
  });

  it('is accessible in the middle of the list', async () => {
    const long = await mount(many);
    await long.scrollTo(100_000);
    await expect(long.table).to.be.accessible();
    long.table.locale = 'ar';
    await waitUntil(() => long.root.querySelector<HTMLElement>('.frame')?.dir === 'rtl');
    await expect(long.table).to.be.accessible();
  });
});
