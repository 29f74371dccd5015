import { expect, fixtureSync, html } from '@open-wc/testing';
import { KitCopies } from '../../../test/kit-copies.ts';
import { ManualClock } from '../../../test/manual-clock.ts';
import { MemoryConnection } from '../../../test/memory-connection.ts';
import { flat } from '../../../test/reading.ts';
import { sampleNow, sampleOrder, sampleSession } from '../../../test/sample-orders.ts';
import { waitUntil } from '../../../test/wait-until.ts';
import type { OrderTable } from './order-table.element.ts';

const copies = new KitCopies(/(-later|\/ruled-orders)(-[A-Z\d]+)?\.ts$/);

/** A copy of the kit that has loaded nothing yet. */
async function freshCopy(name: string): Promise<(orders: number, next?: string | null) => HTMLElement> {
  await copies.define(name, 'orders/order-table');
  return (count, next = null) => {
    const orders = Array.from({ length: count }, (_, index) => sampleOrder(String(count - index)));
    const client = new MemoryConnection()
      .answer('session', () => sampleSession())
      .answer('orders', () => ({ data: orders, next, syncedAt: null, feed: 1 }));
    const element = document.createElement(`${name}-portal`);
    Object.assign(element, { client, clock: new ManualClock(sampleNow) });
    element.append(document.createElement(`${name}-widget`));
    fixtureSync<HTMLElement>(html`<div lang="en">${element}</div>`);
    return element.firstElementChild as HTMLElement;
  };
}

const rootOf = (table: HTMLElement) => table.shadowRoot as ShadowRoot;
const rows = (table: HTMLElement) => rootOf(table).querySelectorAll('.order').length;
const find = (table: HTMLElement, selector: string) => rootOf(table).querySelector<HTMLElement>(selector);
const text = (table: HTMLElement) => flat(find(table, '.frame')?.innerText ?? '');
const said = (table: HTMLElement) => flat(find(table, '[role=status]')?.textContent ?? '');

/** Firefox keeps to it, for as long as a page is there, that a module could not be loaded. */
const again = navigator.userAgent.includes('Firefox') ? it.skip : it;

describe('what <order-table> loads by itself once it shows something', () => {
  before(() => copies.start());
  after(() => copies.stop());
  beforeEach(() => (copies.isAway = true));

  it('is not missed in order to read: the list stands, and says that something is missing', async () => {
    const table = (await freshCopy('reading'))(3);
    await waitUntil(() => text(table).includes('This part could not be loaded'));
    expect(rows(table)).to.equal(3);
    expect(text(table)).to.include('Processing');
    await expect(table).to.be.accessible();
  });

  again('is asked for again when somebody turns to the table, whose tip then opens', async () => {
    const table = (await freshCopy('turning'))(1);
    await waitUntil(() => text(table).includes('This part could not be loaded'));
    copies.isAway = false;
    find(table, '.has-tip')?.focus();
    await waitUntil(() => find(table, '.tip')?.matches(':popover-open') === true);
    expect(flat(find(table, '.tip')?.innerText ?? '')).to.include('3 to 5 business days');
    await waitUntil(() => !text(table).includes('This part could not be loaded'));
  });

  again('shows a long list whole without it, and says why no more of it can be had', async () => {
    const table = (await freshCopy('whole'))(130, 'more');
    await waitUntil(() => rows(table) === 130);
    find(table, '.more button')?.click();
    await waitUntil(() => said(table).includes('This part could not be loaded.'));
    copies.isAway = false;
    find(table, '.more button')?.click();
    await waitUntil(() => rows(table) < 60);
  });

  again(
    'shows orders of the page’s own as soon as what sorts them can be had, and says so until then',
    async () => {
      await freshCopy('hosting');
      const table = document.createElement('hosting-widget') as OrderTable;
      table.orders = [sampleOrder('9'), sampleOrder('10')];
      fixtureSync<HTMLElement>(html`<div lang="en">${table}</div>`);
      await table.updateComplete;
      expect(table.matches(':state(loading)')).to.equal(true);
      await waitUntil(() => table.matches(':state(error)'));
      expect(rows(table)).to.equal(0);
      copies.isAway = false;
      // What is asked for in an idle moment may be lost at this very one, too: whoever reads that presses again.
      await waitUntil(() => {
        find(table, '.panel .button')?.click();
        return rows(table) === 2;
      });
      expect(find(table, '.order')?.dataset['key']).to.equal('10');
    },
  );

  it('says so where an order’s number cannot be copied for want of it', async () => {
    const table = (await freshCopy('copying'))(1);
    await waitUntil(() => text(table).includes('This part could not be loaded'));
    find(table, '.copy')?.click();
    await waitUntil(() => said(table).includes('This part could not be loaded.'));
  });
});
