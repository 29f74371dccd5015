import { expect } from '@open-wc/testing';
import { mountNumbers, mountedNumbers } from '../../../test/mount-numbers.ts';
import { sampleNumber } from '../../../test/sample-numbers.ts';
import { waitUntil } from '../../../test/wait-until.ts';
import { freshNewsMillis, gatherNewsMillis } from '../internal/news.controller.ts';

const approved = (serial: number) => sampleNumber(serial, { version: 2 });
const pending = (serial: number) => sampleNumber(serial, { status: 'pending' });

describe('<number-table> live', () => {
  it('follows the feed from where the list stood, and lets go of it with the page', async () => {
    const table = await mountedNumbers();
    expect(table.connection.followed).to.deep.equal([7]);
    table.portal.remove();
    expect(table.connection.feeds[0]?.aborted).to.equal(true);
    await table.table.updateComplete;
    expect(table.clock.pending).to.equal(0);
  });

  it('reads the list anew when it comes back to the page', async () => {
    const table = await mountedNumbers({ numbers: [pending(1)] });
    const parent = table.portal.parentElement as HTMLElement;
    table.portal.remove();
    table.connection.answer('numbers', () => ({ data: [approved(1)], next: null, feed: 9 }));
    parent.append(table.portal);
    await waitUntil(() => table.cell('n-1', 'status') === 'Approved');
    expect(table.connection.followed).to.deep.equal([7, 9]);
  });

  it('NUM-9: shows a verdict, marks the row for a while, and says it in words', async () => {
    const table = await mountedNumbers({ numbers: [pending(1)] });
    await table.tell({ numbers: [approved(1)] }, () => table.cell('n-1', 'status') === 'Approved');
    expect(table.find('.item').classList.contains('fresh')).to.equal(true);
    expect(table.said).to.equal('');
    await table.wait(gatherNewsMillis);
    expect(table.said).to.equal('+1 501 333 4001: now Approved.');
    await table.wait(freshNewsMillis);
    expect(table.find('.item').classList.contains('fresh')).to.equal(false);
  });

  it('tells a few one by one, and counts many', async () => {
    const table = await mountedNumbers({ numbers: [sampleNumber(2), sampleNumber(3)] });
    const numbers = [sampleNumber(1), sampleNumber(2, { purpose: 'survey', version: 2 })];
    await table.tell({ numbers, removed: [sampleNumber(3)] }, () => table.ids[0] === 'n-1');
    expect(table.ids).to.deep.equal(['n-1', 'n-2']);
    await table.wait(gatherNewsMillis);
    expect(table.said).to.equal(
      '+1 501 333 4003 has been removed. New number +1 501 333 4001: Approved. +1 501 333 4002 has been changed.',
    );
    const batch = Array.from({ length: 98 }, (_, index) => sampleNumber(10 + index));
    await table.tell({ numbers: batch }, () => table.ids.length === 100);
    await table.wait(gatherNewsMillis);
    expect(table.said).to.equal('98 numbers have changed.');
  });

  it('knows the older from the newer, whichever comes first', async () => {
    const table = await mountedNumbers({ numbers: [sampleNumber(1, { version: 3 })] });
    const old = sampleNumber(1, { version: 2, status: 'pending' });
    await table.tell({ numbers: [old, sampleNumber(2)] }, () => table.ids.length === 2);
    expect(table.cell('n-1', 'status')).to.equal('Approved');
  });

  it('NUM-8: a move is one change, in whichever order the two accounts tell of it', async () => {
    for (const isComingFirst of [true, false]) {
      const before = sampleNumber(1, { account: 'east' });
      const after = sampleNumber(1, { account: 'helpline', version: 2 });
      const table = await mountedNumbers({ numbers: [before] });
      const gone = { account: 'east', removed: [before] };
      const come = { account: 'helpline', numbers: [after] };
      for (const news of isComingFirst ? [come, gone] : [gone, come]) await table.tell(news, () => true);
      await table.tell({ numbers: [sampleNumber(2)] }, () => table.ids.length === 2);
      expect(table.cell('n-1', 'account'), `coming first: ${isComingFirst}`).to.include('Night Helpline');
      await table.wait(gatherNewsMillis);
      expect(table.said).to.include('+1 501 333 4001 has been changed.').and.not.include('removed');
      table.portal.remove();
    }
  });

  it('a page that was on its way brings back nothing that is gone, and nothing that is old', async () => {
    const table = await mountedNumbers({ numbers: [sampleNumber(1)], next: 'more' });
    table.connection.answer('numbers', () => ({
      data: [sampleNumber(8), sampleNumber(9)],
      next: null,
      feed: 7,
    }));
    const release = table.connection.hold();
    await table.press('Load more');
    await table.tell({ removed: [sampleNumber(8)] }, () => true);
    await table.tell(
      { numbers: [sampleNumber(9, { version: 2, status: 'rejected' }), sampleNumber(0)] },
      () => table.ids.includes('n-0'),
    );
    release();
    await waitUntil(() => table.ids.length === 3);
    expect(table.ids).to.deep.equal(['n-0', 'n-1', 'n-9']);
    expect(table.cell('n-9', 'status')).to.include('Rejected');
  });

  it('a number that comes anew after a page was asked for is known to be back', async () => {
    const table = await mountedNumbers({ numbers: [sampleNumber(1)] });
    await table.tell({ removed: [sampleNumber(1)] }, () => table.ids.length === 0);
    await table.shows('empty');
    await table.tell({ numbers: [sampleNumber(1, { version: 2 })] }, () => table.ids.length === 1);
  });

  it('lets a number go that does not match any more, but not from under somebody’s hands', async () => {
    const numbers = [pending(1), pending(2)];
    const table = await mountNumbers({ numbers, set: { viewState: 'status=pending' } });
    await table.isLive();
    table.find('[data-key=n-1] .number button').focus();
    await table.tell({ numbers: [approved(1), approved(2)] }, () => table.ids.length === 1);
    expect(table.ids).to.deep.equal(['n-1']);
    table.find('input[type=search]').focus();
    await table.wait(0);
    await table.shows('empty');
    await table.wait(gatherNewsMillis);
    expect(table.said).to.include('is no longer in this list');
  });

  it('takes no focus and no open form when something changes above', async () => {
    const table = await mountedNumbers({ numbers: [sampleNumber(5)] });
    await table.begin('n-5', 'purpose');
    await table.fill('[data-form] select', 'survey');
    const numbers = [sampleNumber(1), sampleNumber(2)];
    await table.tell({ numbers }, () => table.ids.length === 3);
    expect(table.hasFocusOn('select')).to.equal(true);
    expect(table.find<HTMLSelectElement>('[data-form] select').value).to.equal('survey');
  });

  it('starts anew after a hole in the feed', async () => {
    const table = await mountedNumbers();
    table.connection.answer('numbers', () => ({ data: [sampleNumber(2)], next: null, feed: 30 }));
    table.connection.tell({ type: 'reset', data: {} });
    await waitUntil(() => table.ids[0] === 'n-2');
    expect(table.connection.followed).to.deep.equal([7, 30]);
  });

  it('is not led astray by events of other kinds, or such that it cannot read', async () => {
    const table = await mountedNumbers();
    table.connection.tell({ type: 'order.changed', data: { order: {} } });
    table.connection.tell({ type: 'numbers.changed', data: { account: 7 } });
    await table.tell({ numbers: [sampleNumber(2)] }, () => table.ids.length === 2);
  });
});
