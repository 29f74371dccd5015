import type { OrderEvent } from '@numberdesk/core/orders';
import { expect } from '@open-wc/testing';
import { waitUntil } from '../../../test/wait-until.ts';
import { historyOf, historyPath, mountedDetail } from '../../../test/mount-detail.ts';
import { sampleLine, sampleNow, sampleOrder } from '../../../test/sample-orders.ts';
import { gatherNewsMillis as gatherMillis } from '../internal/news.controller.ts';

const placed: OrderEvent = {
  id: '1',
  at: '2026-11-20T15:00:00.000Z',
  kind: 'placed',
  by: { side: 'customer', name: 'Ada Byron' },
};
const moved: OrderEvent = {
  id: '2',
  at: sampleNow,
  kind: 'moved',
  by: { side: 'provider', name: null },
  line: '1',
  from: 'processing',
  to: 'pending-docs',
};
const changed = (version = 2) =>
  sampleOrder('1001', [sampleLine({ status: 'pending-docs', statusChangedAt: sampleNow })], { version });

describe('<order-detail> live', () => {
  it('ORD-3: shows a move and what it means, from the very moment that it was loaded at, and says so', async () => {
    const page = await mountedDetail({ events: [placed] });
    expect(page.connection.followed).to.deep.equal([7]);
    await page.tell(changed(), [moved, placed], () => page.events.length === 2);
    expect(page.find('.head .chip').innerText).to.include('Pending Docs');
    expect(page.find('.action').innerText).to.include('Action required');
    expect(page.find('.event.fresh .what').innerText).to.equal('From Processing to Pending Docs');
    page.clock.advance(gatherMillis);
    await page.detail.updateComplete;
    expect(page.said).to.equal('Order 1001: now Pending Docs.');
    expect(page.connection.followed).to.have.length(1);
  });

  it('shows the move at once, before the history has come', async () => {
    const page = await mountedDetail({ events: [placed] });
    const release = page.connection.hold();
    page.connection.tell({ type: 'order.changed', data: { order: changed() } });
    await waitUntil(() => page.has('.action'));
    expect(page.events).to.have.length(1);
    release();
  });

  it('takes no notice of other orders, old versions and what it does not know', async () => {
    const page = await mountedDetail({ order: changed(5), events: [placed] });
    const asked = page.connection.calls.length;
    page.connection.tell({ type: 'order.changed', data: { order: { ...changed(9), number: '2' } } });
    page.connection.tell({ type: 'order.changed', data: { order: changed(5) } });
    page.connection.tell({ type: 'order.changed', data: { order: { number: '1001' } } });
    page.connection.tell({ type: 'portout.changed', data: {} });
    await page.tell(changed(6), [moved, placed], () => page.events.length === 2);
    expect(page.connection.calls.length).to.equal(asked + 1);
  });

  it('an answer that was on its way does not undo what an event told', async () => {
    const page = await mountedDetail({ events: [placed] });
    page.connection.answer(historyPath, () => historyOf(sampleOrder('1001'), [placed]));
    page.connection.tell({ type: 'order.changed', data: { order: changed() } });
    await waitUntil(() => page.connection.calls.filter(({ path }) => path === historyPath).length === 2);
    await waitUntil(() => page.find('.frame').ariaBusy === 'false');
    expect(page.find('.head .chip').innerText).to.include('Pending Docs');
  });

  it('what has just happened is readable where its mark is at its strongest, in a brand whose grey is pale', async () => {
    const page = await mountedDetail({ events: [placed] });
    for (const [name, color] of Object.entries({ surface: '#fffdf8', muted: '#656857', accent: '#285943' }))
      page.portal.style.setProperty(`--nd-color-${name}`, color);
    await page.tell(changed(), [moved, placed], () => page.has('.fresh'));
    for (const animation of page.find('.fresh').getAnimations()) {
      animation.pause();
      animation.currentTime = 0;
    }
    await expect(page.detail).to.be.accessible();
  });

  it('moves neither the focus nor the page', async () => {
    const page = await mountedDetail({ events: [placed], width: 400 });
    const filler = document.createElement('div');
    filler.style.blockSize = '3000px';
    page.portal.after(filler);
    const link = page.find('.contact a');
    link.focus();
    window.scrollTo(0, 60);
    await page.tell(
      sampleOrder('1001', undefined, { version: 2 }),
      [{ ...moved, kind: 'updated', to: undefined }, placed],
      () => page.events.length === 2,
    );
    expect(page.root.activeElement === link).to.equal(true);
    expect(window.scrollY).to.equal(60);
    filler.remove();
  });

  it('shows another order when it is given another number, and follows that one', async () => {
    const page = await mountedDetail();
    page.connection.answer(historyPath, ({ number }) => historyOf(sampleOrder(String(number))));
    page.detail.setAttribute('number', '1002');
    await waitUntil(() => page.has('.title') && page.find('.title').innerText === 'Order 1002');
    expect(page.connection.feeds.map(({ aborted }) => aborted)).to.deep.equal([true, false]);
  });

  it('ends its stream when it leaves the page, and reads anew when it comes back', async () => {
    const page = await mountedDetail();
    page.detail.remove();
    expect(page.connection.feeds[0]?.aborted).to.equal(true);
    expect(page.clock.pending).to.equal(0);
    page.connection.answer(historyPath, () => historyOf(changed(), [moved, placed]));
    page.portal.append(page.detail);
    await waitUntil(() => page.connection.feeds.length === 2);
    await waitUntil(() => page.events[0]?.includes('Pending Docs'));
  });
});
