import { expect, fixtureSync, html } from '@open-wc/testing';
import { KitCopies } from '../../../test/kit-copies.ts';
import { ManualClock } from '../../../test/manual-clock.ts';
import { MemoryConnection } from '../../../test/memory-connection.ts';
import { historyOf, historyPath } from '../../../test/mount-detail.ts';
import { flat } from '../../../test/reading.ts';
import { sampleNow, sampleOrder, sampleSession } from '../../../test/sample-orders.ts';
import { waitUntil } from '../../../test/wait-until.ts';

const copies = new KitCopies(/order-detail-later(-[A-Z\d]+)?\.ts$/);

/** Firefox keeps to it, for as long as a page is there, that a module could not be loaded. */
const again = navigator.userAgent.includes('Firefox') ? it.skip : it;

describe('what <order-detail> loads after an order can be read', () => {
  before(() => copies.start());
  after(() => copies.stop());

  again(
    'is said to be missing where it cannot be had, and asked for again on a turn to the page',
    async () => {
      copies.isAway = true;
      await copies.define('cut', 'orders/order-detail');
      const client = new MemoryConnection()
        .answer('session', () => sampleSession())
        .answer(historyPath, () => historyOf(sampleOrder('1001')));
      const portal = document.createElement('cut-portal');
      Object.assign(portal, { client, clock: new ManualClock(sampleNow) });
      portal.innerHTML = '<cut-widget number="1001"></cut-widget>';
      fixtureSync<HTMLElement>(html`<div lang="en">${portal}</div>`);
      const page = portal.firstElementChild as HTMLElement;
      const find = (selector: string) => page.shadowRoot?.querySelector<HTMLElement>(selector);
      const text = () => flat(find('.frame')?.innerText ?? '');

      await waitUntil(() => text().includes('This part could not be loaded.'));
      expect(text()).to.include('1001').and.include('Processing');
      await expect(page).to.be.accessible();
      copies.isAway = false;
      find('.copy')?.focus();
      await waitUntil(() => !text().includes('This part could not be loaded.'));
      expect(text()).to.include('1001').and.include('Processing');
    },
  );
});
